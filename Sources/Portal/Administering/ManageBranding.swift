package import Domain
import Matching
import Storage

/// What the portal is called and how it looks.
package struct ManageBranding: Sendable {
    let desk: OperatingDesk

    package struct Fields: Hashable, Sendable {
        package var name = LocalizedText()
        package var footer = LocalizedText()
        /// As typed; empty for the portal's own.
        package var accentLight = ""
        package var accentDark = ""

        package init() {}

        package init(_ branding: Branding) {
            name = branding.name
            footer = branding.footer
            accentLight = branding[.light]?.description ?? ""
            accentDark = branding[.dark]?.description ?? ""
        }
    }

    package var current: Branding { desk.settings.operated.current.branding }

    /// The look the fields describe, without keeping it.
    /// - Throws: `OperatingError.fields`; a colour that is too weak comes with its contrast and the nearest one that is not.
    package func branding(_ fields: Fields) throws(OperatingError) -> Branding {
        var problems: [OperatingProblem] = []
        var branding = current
        branding.name = fields.name
        branding.footer = fields.footer
        for (scheme, typed) in [(ColourScheme.light, fields.accentLight), (.dark, fields.accentDark)] {
            branding[scheme] = nil
            guard !typed.isBlank else { continue }
            let field = "accent-\(scheme.rawValue)"
            guard let colour = Colour(typed.trimmed) else {
                problems.append(OperatingProblem(field, "colour"))
                continue
            }
            let ratio = colour.contrast(with: scheme.grounds)
            guard ratio >= ColourScheme.least else {
                problems.append(
                    OperatingProblem(
                        field, "contrast",
                        [
                            "ratio": Self.hundredths(ratio), "least": Self.hundredths(ColourScheme.least),
                            "colour": colour.nearest(contrasting: ColourScheme.least, with: scheme.grounds).description,
                        ]))
                continue
            }
            branding[scheme] = colour
        }
        guard problems.isEmpty else { throw .fields(problems) }
        return branding
    }

    /// Rounded down: 4.499 is not 4.5.
    private static func hundredths(_ ratio: Double) -> String { String(Double(Int(ratio * 100)) / 100) }

    package func change(to fields: Fields, by person: SignedIn) async throws {
        let branding = try branding(fields)
        try await write(by: person) { connection, stored in
            var changed = branding
            changed.logo = stored.logo
            return changed
        }
    }

    /// - Throws: `PictureCheck.Problem`.
    package func setLogo(_ bytes: [UInt8], by person: SignedIn) async throws {
        let type = try PictureCheck.type(of: bytes)
        let logo = Branding.Logo(
            key: NamedIdentifier.make("tremplin/logo/" + bytes.map { String($0, radix: 16) }.joined(separator: ".")), type: type)
        try await write(by: person) { connection, stored in
            try connection.setPortalPicture((logo.key, type, bytes))
            var changed = stored
            changed.logo = logo
            return changed
        }
    }

    package func removeLogo(by person: SignedIn) async throws {
        try await write(by: person) { connection, stored in
            try connection.setPortalPicture(nil)
            var changed = stored
            changed.logo = nil
            return changed
        }
    }

    private func write(
        by person: SignedIn, _ body: @Sendable @escaping (any SQLConnection, Branding) throws -> Branding
    ) async throws {
        try desk.require(.managePortal, person)
        let now = desk.clock.now
        try await desk.write { connection in
            let stored: Branding = try connection.document(PortalDocument.branding) ?? Branding()
            let branding = try body(connection, stored)
            guard branding != stored else { return }
            try connection.setPortalDocument(PortalDocument.branding, to: try PortalDocument.text(branding))
            var changed: [String] = []
            if branding.name != stored.name { changed.append("name") }
            if branding.footer != stored.footer { changed.append("footer") }
            if branding.accent != stored.accent { changed.append("accent") }
            if branding.logo != stored.logo { changed.append("logo") }
            try connection.append(
                AuditEntry(
                    .brandingChanged, by: person.actor, on: changed.joined(separator: ", "),
                    from: stored.accent == branding.accent ? nil : Self.words(stored),
                    to: stored.accent == branding.accent ? nil : Self.words(branding)), at: now)
            try connection.appendChanges([.portal("branding")], at: now)
        }
    }

    private static func words(_ branding: Branding) -> String {
        ColourScheme.allCases.map { branding[$0]?.description ?? "-" }.joined(separator: " / ")
    }
}
