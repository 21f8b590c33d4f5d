package import Domain

/// The employers' directory, inside a transaction that may do more.
extension SQLConnection {
    /// - Parameter tokenHash: of the link that verifies it.
    package func insert(_ entry: DirectoryEntry, under tokenHash: String) throws {
        try execute(.insert(into: "directory_entry", directoryColumns + ["token_hash"]), entry.values + [.text(tokenHash)])
        try insertTags(of: entry)
    }

    /// Everything but its link. It has not been reminded of its end any more.
    package func update(_ entry: DirectoryEntry) throws {
        try execute(
            "UPDATE directory_entry SET reminded_at = NULL, " + .list(directoryColumns.dropFirst().map { $0 + " = ?" }) + " WHERE id = ?",
            Array(entry.values.dropFirst()) + [.text(entry.id.rawValue)])
        try execute("DELETE FROM directory_entry_tag WHERE entry = ?", [.text(entry.id.rawValue)])
        try insertTags(of: entry)
    }

    package func setToken(_ hash: String, of entry: DirectoryEntry.ID) throws {
        try execute("UPDATE directory_entry SET token_hash = ? WHERE id = ?", [.text(hash), .text(entry.rawValue)])
    }

    package func directoryEntry(under tokenHash: String, at now: Timestamp) throws -> DirectoryEntry? {
        try directoryEntries("WHERE token_hash = ? AND expires_at > ?", [.text(tokenHash), .time(now)]).first
    }

    /// The verified one of an address, also when its time is over and it waits to be erased.
    package func directoryEntry(of email: EmailAddress) throws -> DirectoryEntry? {
        try directoryEntries("WHERE email = ? AND confirmed_at IS NOT NULL", [.text(email.text)]).first
    }

    package func directoryEntry(_ id: DirectoryEntry.ID) throws -> DirectoryEntry? {
        try directoryEntries("WHERE id = ?", [.text(id.rawValue)]).first
    }

    /// Those that institutions see, the latest first.
    /// - Parameter institution: one that some of them want no mail from; `nil` for operators, who see paused ones as well.
    package func listedEntries(for institution: Institution.ID?, at now: Timestamp, limit: Int = 5_000) throws -> [DirectoryEntry] {
        guard let institution else {
            return try directoryEntries(
                "WHERE confirmed_at IS NOT NULL AND expires_at > ? ORDER BY confirmed_at DESC, id LIMIT ?", [.time(now), .integer(limit)])
        }
        return try directoryEntries(
            """
            WHERE confirmed_at IS NOT NULL AND paused = 0 AND expires_at > ? AND NOT EXISTS
            (SELECT 1 FROM contact_refusal r WHERE r.entry = directory_entry.id AND r.institution = ?)
            ORDER BY confirmed_at DESC, id LIMIT ?
            """, [.time(now), .text(institution.rawValue), .integer(limit)])
    }

    /// With the letters that went to nobody else.
    @discardableResult
    package func eraseDirectoryEntry(_ id: DirectoryEntry.ID) throws -> Bool {
        try execute(
            "DELETE FROM outbox WHERE state = 'waiting' AND id IN (SELECT mail FROM outreach_delivery WHERE entry = ?)",
            [.text(id.rawValue)])
        let isErased = try execute("DELETE FROM directory_entry WHERE id = ?", [.text(id.rawValue)]) == 1
        try eraseLettersToNobody()
        return isErased
    }

    /// Whatever anybody typed this address into, verified or not.
    package func eraseDirectoryEntries(of email: EmailAddress) throws {
        for entry in try directoryEntries("WHERE email = ?", [.text(email.text)]) { try eraseDirectoryEntry(entry.id) }
    }

    /// Verified ones whose time is over.
    package func expiredEntries(at now: Timestamp) throws -> [DirectoryEntry] {
        try directoryEntries("WHERE confirmed_at IS NOT NULL AND expires_at <= ?", [.time(now)])
    }

    /// Those that nobody verified.
    package func eraseUnconfirmedEntries(at now: Timestamp) throws -> Int {
        try execute("DELETE FROM directory_entry WHERE confirmed_at IS NULL AND expires_at <= ?", [.time(now)])
    }

    /// Verified ones that end soon and were not told yet.
    package func entriesToRemind(before end: Timestamp, at now: Timestamp) throws -> [DirectoryEntry] {
        try directoryEntries(
            "WHERE confirmed_at IS NOT NULL AND reminded_at IS NULL AND expires_at <= ? AND expires_at > ? ORDER BY expires_at LIMIT 200",
            [.time(end), .time(now)])
    }

    /// - Returns: false when another node was faster.
    package func noteReminded(_ id: DirectoryEntry.ID, at now: Timestamp) throws -> Bool {
        try execute("UPDATE directory_entry SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL", [.time(now), .text(id.rawValue)])
            == 1
    }

    // MARK: Refusals

    /// - Returns: false when it was refused before.
    @discardableResult
    package func refuse(_ institution: Institution.ID, for entry: DirectoryEntry.ID, at now: Timestamp) throws -> Bool {
        let values: [SQLValue] = [.text(entry.rawValue), .text(institution.rawValue)]
        // What waits in the outbox goes no more.
        try execute(
            "DELETE FROM outbox WHERE state = 'waiting' AND id IN (SELECT mail FROM outreach_delivery WHERE entry = ? AND institution = ?)",
            values)
        return try execute(
            .insert(into: "contact_refusal", ["entry", "institution", "refused_at"]) + " ON CONFLICT (entry, institution) DO NOTHING",
            values + [.time(now)]) == 1
    }

    @discardableResult
    package func allow(_ institution: Institution.ID, for entry: DirectoryEntry.ID) throws -> Bool {
        try execute(
            "DELETE FROM contact_refusal WHERE entry = ? AND institution = ?", [.text(entry.rawValue), .text(institution.rawValue)]) == 1
    }

    package func refusals(of entry: DirectoryEntry.ID) throws -> [Institution.ID] {
        try query("SELECT institution FROM contact_refusal WHERE entry = ? ORDER BY refused_at, institution", [.text(entry.rawValue)])
            .map { Institution.ID(try $0.text("institution")) }
    }

    private func insertTags(of entry: DirectoryEntry) throws {
        let tags =
            entry.interests.map { ("interest", $0.rawValue) } + entry.industries.map { ("industry", $0.rawValue) }
            + entry.regions.map { ("region", $0.rawValue) }
        try execute(
            .insert(into: "directory_entry_tag", ["entry", "position", "kind", "code"]),
            each: tags.enumerated().map { place, tag in [.text(entry.id.rawValue), .integer(place), .text(tag.0), .text(tag.1)] })
    }

    private func directoryEntries(_ condition: SQL, _ values: [SQLValue]) throws -> [DirectoryEntry] {
        let rows = try query("SELECT " + .list(directoryColumns) + " FROM directory_entry " + condition, values)
        guard !rows.isEmpty else { return [] }
        var tags: [String: [(kind: String, code: String)]] = [:]
        // In pieces: a statement takes only so many values.
        for start in stride(from: 0, to: rows.count, by: 500) {
            let ids = try rows[start..<min(start + 500, rows.count)].map { SQLValue.text(try $0.text("id")) }
            for row in try query(
                "SELECT entry, kind, code FROM directory_entry_tag WHERE entry IN (" + .placeholders(ids.count)
                    + ") ORDER BY entry, position",
                ids)
            {
                tags[try row.text("entry"), default: []].append((try row.text("kind"), try row.text("code")))
            }
        }
        return try rows.map { try DirectoryEntry($0, tags: tags[try $0.text("id")] ?? []) }
    }
}

private let directoryColumns: [SQL] = [
    "id", "language", "organisation", "contact", "email", "note", "consent", "paused", "created_at", "confirmed_at", "expires_at",
]

extension DirectoryEntry {
    fileprivate var values: [SQLValue] {
        [
            .text(id.rawValue), .word(language), .text(organisation), .text(contact), .text(email.text), .text(note), .text(consent),
            .flag(isPaused), .time(createdAt), .time(confirmedAt), .time(expiresAt),
        ]
    }

    fileprivate init(_ row: SQLRow, tags: [(kind: String, code: String)]) throws(StorageError) {
        guard let email = EmailAddress(try row.text("email")) else { throw .unexpected(column: "email", found: "no address") }
        let codes = { (kind: String) in tags.filter { $0.kind == kind }.map(\.code) }
        self.init(
            id: ID(try row.text("id")), language: try row.word("language"), organisation: try row.text("organisation"),
            contact: try row.text("contact"), email: email, interests: codes("interest").compactMap { Interest(rawValue: $0) },
            industries: codes("industry").map { Industry.Code($0) }, regions: codes("region").map { Region.ID($0) },
            note: try row.text("note"), consent: try row.text("consent"), isPaused: try row.flag("paused"),
            createdAt: try row.time("created_at"), confirmedAt: try row.optionalTime("confirmed_at"), expiresAt: try row.time("expires_at"))
    }
}
