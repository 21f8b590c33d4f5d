package import Domain
import Matching
import Storage

/// An employer says that institutions may contact them. Nobody sees it before its address is verified.
package struct JoinDirectory: Sendable {
    let desk: DirectoryDesk

    /// The wording one agrees to, by the month it was written in.
    package static let consentVersion = "2026-11"
    package static let longestNote = 500
    private static let mostOfNetwork = 20
    private static let mostOfAddress = 3

    /// What the form says, as it was typed.
    package struct Fields: Hashable, Sendable {
        package var organisation = ""
        package var contact = ""
        package var email = ""
        package var language: Language
        package var interests: [DirectoryEntry.Interest] = []
        package var industries: [Industry.Code] = []
        package var regions: [Region.ID] = []
        package var note = ""
        /// The version that was ticked.
        package var consent = ""

        package init(language: Language) { self.language = language }

        package init(_ entry: DirectoryEntry) {
            organisation = entry.organisation
            contact = entry.contact
            email = entry.email.text
            language = entry.language
            interests = entry.interests
            industries = entry.industries
            regions = entry.regions
            note = entry.note
            consent = entry.consent
        }
    }

    package enum Problem: String, Error, Hashable, Sendable {
        case organisation, contact, email, interests, industries, longNote, consent
        /// Three a day for an address.
        case tooMany
        /// Twenty a day from a network.
        case tooFast

        /// The field it stands beside.
        package var field: String {
            switch self {
            case .longNote: "note"
            case .tooMany, .tooFast: "email"
            default: rawValue
            }
        }
    }

    package struct Problems: Error, Hashable, Sendable {
        package let list: [Problem]
    }

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// - Returns: where the mail with the link has gone.
    package func callAsFunction(_ fields: Fields, from origin: SignInOrigin) async throws -> EmailAddress {
        let now = desk.clock.now
        guard fields.consent == Self.consentVersion else { throw Problems(list: Self.problems(fields, desk) + [.consent]) }
        let entry = try Self.entry(fields, id: DirectoryEntry.ID(UUIDv7.make(at: now)), desk, at: now)
        let token = SecretToken.random()
        let letter = Letter(
            .directoryConfirmation, to: entry.email, in: entry.language,
            values: ["name": entry.contact, "organisation": entry.organisation],
            link: desk.addresses.confirmation(token, in: entry.language))
        let mail = desk.letters.mail(letter, at: now)
        try await desk.database.write { connection in
            guard try desk.limits.take([("join network \(origin.network)", Self.mostOfNetwork)], connection, at: now) else {
                throw Problems(list: [.tooFast])
            }
            guard try desk.limits.take([("join address \(entry.email)", Self.mostOfAddress)], connection, at: now) else {
                throw Problems(list: [.tooMany])
            }
            try connection.insert(entry, under: token.hash)
            try connection.enqueue([mail], at: now)
        }
        desk.bell?.ring()
        return entry.email
    }

    /// What is wrong with a form but for its consent.
    static func problems(_ fields: Fields, _ desk: DirectoryDesk) -> [Problem] {
        var problems: [Problem] = []
        if fields.organisation.isBlank { problems.append(.organisation) }
        if fields.contact.isBlank { problems.append(.contact) }
        if EmailAddress(fields.email) == nil { problems.append(.email) }
        if fields.interests.isEmpty { problems.append(.interests) }
        if known(fields.industries, desk).isEmpty { problems.append(.industries) }
        if fields.note.count > longestNote { problems.append(.longNote) }
        return problems
    }

    /// The entry a form makes; it waits for its address to be verified.
    static func entry(_ fields: Fields, id: DirectoryEntry.ID, _ desk: DirectoryDesk, at now: Timestamp) throws -> DirectoryEntry {
        let problems = problems(fields, desk)
        guard problems.isEmpty, let email = EmailAddress(fields.email) else { throw Problems(list: problems) }
        let regions = desk.catalogue.current.labourMarket
        return DirectoryEntry(
            id: id, language: fields.language, organisation: fields.organisation.asName, contact: fields.contact.asName, email: email,
            interests: DirectoryEntry.Interest.allCases.filter(fields.interests.contains), industries: known(fields.industries, desk),
            regions: fields.regions.filter { regions.region($0) != nil }, note: fields.note.filter { $0 != "\u{0}" },
            consent: fields.consent, createdAt: now, expiresAt: now.later(DirectoryTerms.unconfirmed))
    }

    /// Sectors that are, each once.
    private static func known(_ codes: [Industry.Code], _ desk: DirectoryDesk) -> [Industry.Code] {
        let labourMarket = desk.catalogue.current.labourMarket
        return Set(codes).filter { labourMarket.industry($0)?.level == 1 }.sorted { $0.rawValue < $1.rawValue }
    }
}
