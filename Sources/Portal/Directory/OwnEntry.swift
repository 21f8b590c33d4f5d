package import Domain
import Storage

/// An employer's own entry, by the private links of its mails: verified, seen, changed, paused, kept, taken out.
package struct OwnEntry: Sendable {
    let desk: DirectoryDesk

    package struct View: Sendable {
        package let entry: DirectoryEntry
        /// What institutions wrote, the latest first.
        package let letters: [OutreachLetter]
        /// Institutions no mail is wanted from.
        package let refused: [Institution.ID]
    }

    package init(desk: DirectoryDesk) { self.desk = desk }

    /// - Returns: `nil` when there is none under the link, or none any more. To look changes nothing.
    package func look(_ token: SecretToken) async throws -> View? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let entry = try connection.directoryEntry(under: token.hash, at: now) else { return nil }
            return View(entry: entry, letters: try connection.outreach(to: entry.id), refused: try connection.refusals(of: entry.id))
        }
    }

    /// Its address is verified: institutions see it from now on. The link is used up, since whoever filled in the form may not be who has the
    /// mailbox; another opens the private page.
    /// - Returns: the private page's token; `nil` when there is nothing under the link.
    package func confirm(_ token: SecretToken) async throws -> SecretToken? {
        let now = desk.clock.now
        let own = try await desk.database.write { connection -> SecretToken? in
            guard let typed = try connection.directoryEntry(under: token.hash, at: now), typed.confirmedAt == nil else { return nil }
            var entry = typed
            if var known = try connection.directoryEntry(of: typed.email) {
                // One entry for an address: it says what was said last, and remembers what it was sent and from whom it wants nothing.
                try connection.eraseDirectoryEntry(typed.id)
                known.take(typed)
                entry = known
            }
            entry.confirmedAt = now
            entry.expiresAt = now.later(DirectoryTerms.listed)
            try connection.update(entry)
            let own = desk.ownToken(of: entry.id)
            try connection.setToken(own.hash, of: entry.id)
            try desk.ledger.append(
                ConsentRecord(.directory, .given, by: .link, at: now, wording: entry.consent, in: entry.language), of: entry.email,
                connection)
            let letter = Letter(
                .directoryListed, to: entry.email, in: entry.language,
                values: ["name": entry.contact, "organisation": entry.organisation], link: desk.addresses.own(own, in: entry.language))
            try connection.enqueue([desk.letters.mail(letter, at: now)], at: now)
            return own
        }
        if own != nil { desk.bell?.ring() }
        return own
    }

    /// Everything but the address, which would have to be verified.
    /// - Returns: false when there is nothing under the link.
    package func change(_ token: SecretToken, to fields: JoinDirectory.Fields) async throws -> Bool {
        let now = desk.clock.now
        return try await write(token) { connection, entry in
            var fields = fields
            fields.email = entry.email.text
            fields.consent = entry.consent
            let changed = try JoinDirectory.entry(fields, id: entry.id, desk, at: now)
            let isPaused = entry.isPaused
            entry.take(changed)
            entry.isPaused = isPaused
            entry.expiresAt = now.later(DirectoryTerms.listed)
            return ConsentRecord(.directory, .changed, by: .page, at: now, wording: entry.consent, in: entry.language)
        }
    }

    /// Hides it, or shows it again.
    package func pause(_ token: SecretToken, _ isPaused: Bool) async throws -> Bool {
        let now = desk.clock.now
        return try await write(token) { _, entry in
            guard entry.isPaused != isPaused else { return nil }
            entry.isPaused = isPaused
            return ConsentRecord(.directory, isPaused ? .paused : .resumed, by: .page, at: now)
        }
    }

    /// For another year.
    package func keep(_ token: SecretToken) async throws -> Bool {
        let now = desk.clock.now
        return try await write(token) { _, entry in
            entry.expiresAt = now.later(DirectoryTerms.listed)
            return ConsentRecord(.directory, .renewed, by: .page, at: now, wording: entry.consent, in: entry.language)
        }
    }

    /// An institution that was refused may write again.
    package func allow(_ token: SecretToken, _ institution: Institution.ID) async throws -> Bool {
        let now = desk.clock.now
        return try await write(token) { connection, entry in
            guard try connection.allow(institution, for: entry.id) else { return nil }
            return ConsentRecord(.outreach, .given, by: .page, at: now, from: institution)
        }
    }

    /// Takes it out and erases it, with what institutions wrote to it.
    package func withdraw(_ token: SecretToken) async throws -> Bool {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            guard let entry = try connection.directoryEntry(under: token.hash, at: now), entry.confirmedAt != nil else { return false }
            try desk.ledger.append(ConsentRecord(.directory, .withdrawn, by: .page, at: now), of: entry.email, connection)
            return try connection.eraseDirectoryEntry(entry.id)
        }
    }

    /// - Parameter body: changes the entry, and says what the ledger is to hold; `nil` when nothing changed.
    private func write(
        _ token: SecretToken, _ body: @escaping @Sendable (any SQLConnection, inout DirectoryEntry) throws -> ConsentRecord?
    ) async throws -> Bool {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            guard var entry = try connection.directoryEntry(under: token.hash, at: now), entry.confirmedAt != nil else { return false }
            guard let record = try body(connection, &entry) else { return true }
            try connection.update(entry)
            try desk.ledger.append(record, of: entry.email, connection)
            return true
        }
    }
}
