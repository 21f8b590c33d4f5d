package import Domain
import Foundation
import Matching
import Storage

/// Languages, time zone, region and the address for answers.
package struct ManageChoices: Sendable {
    let desk: OperatingDesk

    package struct Fields: Hashable, Sendable {
        package var languages: Set<String> = []
        package var firstLanguage = ""
        package var timeZone = ""
        package var region = ""
        package var replyTo = ""

        package init() {}

        package init(_ choices: PortalChoices) {
            languages = Set(choices.languages.map(\.rawValue))
            firstLanguage = choices.firstLanguage.rawValue
            timeZone = choices.timeZone ?? ""
            region = choices.region?.rawValue ?? ""
            replyTo = choices.replyTo ?? ""
        }
    }

    package var current: PortalChoices { desk.settings.operated.current.choices }

    package func change(to fields: Fields, by person: SignedIn) async throws {
        try desk.require(.managePortal, person)
        let choices = try choices(fields)
        let now = desk.clock.now
        try await desk.write { connection in
            let stored: PortalChoices = try connection.document(PortalDocument.choices) ?? PortalChoices()
            guard choices != stored else { return }
            try connection.setPortalDocument(PortalDocument.choices, to: try PortalDocument.text(choices))
            for (name, old, new) in Self.parts(stored, choices) where old != new {
                try connection.append(AuditEntry(.settingChanged, by: person.actor, on: name, from: old, to: new), at: now)
            }
            // Another day may have begun in the other time zone: everything is read anew.
            try connection.appendChanges([.portal("choices")], at: now)
        }
    }

    private static func parts(_ old: PortalChoices, _ new: PortalChoices) -> [(name: String, old: String?, new: String?)] {
        func words(_ languages: [Language]) -> String { languages.map(\.rawValue).joined(separator: ", ") }
        return [
            ("languages", words(old.languages), words(new.languages)),
            ("firstLanguage", old.firstLanguage.rawValue, new.firstLanguage.rawValue), ("timeZone", old.timeZone, new.timeZone),
            ("region", old.region?.rawValue, new.region?.rawValue),
            // An address is a person's: the log says only whether there is one.
            ("replyTo", old.replyTo.map { _ in "set" }, new.replyTo == nil ? nil : new.replyTo == old.replyTo ? "set" : "set anew"),
        ]
    }

    private func choices(_ fields: Fields) throws(OperatingError) -> PortalChoices {
        var problems: [OperatingProblem] = []
        let languages = Language.allCases.filter { fields.languages.contains($0.rawValue) }
        if languages.isEmpty { problems.append(OperatingProblem("languages", "noLanguage")) }
        let first = Language(rawValue: fields.firstLanguage)
        if let first, !languages.isEmpty, !languages.contains(first) {
            problems.append(OperatingProblem("first-language", "firstLanguage"))
        }
        var zone: String?
        if desk.settings.fixed.contains(.timeZone) {
            zone = current.timeZone
        } else if !fields.timeZone.isBlank {
            zone = fields.timeZone.trimmed
            // Foundation also takes abbreviations, which mean one thing in winter and another in summer.
            if TimeZone.knownTimeZoneIdentifiers.contains(zone ?? "") == false {
                problems.append(OperatingProblem("time-zone", "timeZone"))
            }
        }
        let region = fields.region.isBlank ? nil : Region.ID(fields.region)
        if let region, desk.catalogue.current.labourMarket.region(region) == nil { problems.append(OperatingProblem("region", "choice")) }
        let replyTo = fields.replyTo.isBlank ? nil : EmailAddress(fields.replyTo)
        if replyTo == nil, !fields.replyTo.isBlank { problems.append(OperatingProblem("reply-to", "email")) }
        guard problems.isEmpty else { throw .fields(problems) }
        return PortalChoices(
            languages: languages, firstLanguage: first ?? languages[0], timeZone: zone, region: region, replyTo: replyTo)
    }
}
