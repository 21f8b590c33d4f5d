package import Domain

/// The log of administrative acts, chained: whoever changes or removes an entry breaks what comes after it.
package struct AuditLog: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// The newest first.
    /// - Parameters:
    ///   - institution: only what concerns this one.
    ///   - number: only entries before this one.
    package func entries(at institution: Institution.ID? = nil, before number: Int = .max, limit: Int = 100) async throws
        -> [ChainedAuditEntry]
    {
        try await database.read { connection in
            try connection.auditEntries(
                institution == nil
                    ? "WHERE number < ? ORDER BY number DESC LIMIT ?" : "WHERE number < ? AND institution = ? ORDER BY number DESC LIMIT ?",
                [.integer(number)] + (institution.map { [.text($0.rawValue)] } ?? []) + [.integer(limit)])
        }
    }

    /// The last entry's number and hash. Noted elsewhere, they show later that nothing before was rewritten.
    package func head() async throws -> (number: Int, hash: String) { try await database.read { try $0.auditHead() } }

    /// Walks the whole chain.
    package func verify() async throws -> AuditFinding {
        try await database.read { connection in
            let head = try connection.auditHead()
            var (number, hash, broken) = (0, "", nil as Int?)
            try connection.forEach("SELECT " + .list(auditColumns) + " FROM audit_entry ORDER BY number", []) { row in
                guard broken == nil else { return }
                let stored = try ChainedAuditEntry(row)
                guard stored.number == number + 1, stored.previousHash == hash, stored.isSound else {
                    broken = number + 1
                    return
                }
                (number, hash) = (stored.number, stored.hash)
            }
            if let broken { return .broken(at: broken) }
            guard head.number == number, head.hash == hash else { return .broken(at: min(number, head.number) + 1) }
            return .whole(entries: number, hash: hash)
        }
    }
}

extension SQLConnection {
    /// Adds entries to the chain, in the transaction of the act itself: neither is there without the other. Called after everything but
    /// `appendChanges`: from here to the commit the chain's end is locked, and locks are taken in one order everywhere.
    package func append(_ entries: AuditEntry..., at now: Timestamp) throws {
        // The update locks the row before it is read.
        try execute("UPDATE audit_head SET number = number WHERE id = 1")
        var (number, hash) = try auditHead()
        for entry in entries {
            number += 1
            let next = ChainedAuditEntry.hash(entry, number: number, at: now, after: hash)
            try execute(
                .insert(into: "audit_entry", auditColumns),
                [
                    .integer(number), .time(now), .text(entry.actor.text), .text(entry.act.rawValue), .text(entry.institution?.rawValue),
                    .text(entry.subject), .text(entry.oldValue), .text(entry.newValue), .text(hash), .text(next),
                ])
            hash = next
        }
        try execute("UPDATE audit_head SET number = ?, hash = ? WHERE id = 1", [.integer(number), .text(hash)])
    }

    func auditHead() throws -> (number: Int, hash: String) {
        guard let row = try first("SELECT number, hash FROM audit_head WHERE id = 1") else {
            throw StorageError.other("the audit log has no end")
        }
        return (try row.integer("number"), try row.text("hash"))
    }

    func auditEntries(_ condition: SQL, _ values: [SQLValue]) throws -> [ChainedAuditEntry] {
        try query("SELECT " + .list(auditColumns) + " FROM audit_entry " + condition, values).map { try ChainedAuditEntry($0) }
    }
}

private let auditColumns: [SQL] = [
    "number", "at", "actor", "act", "institution", "subject", "old_value", "new_value", "previous_hash", "hash",
]

extension ChainedAuditEntry {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            number: try row.integer("number"), at: try row.time("at"),
            entry: AuditEntry(
                AuditAct(rawValue: try row.text("act")), by: AuditActor(text: try row.text("actor")), on: try row.text("subject"),
                at: try row.optionalText("institution").map { Institution.ID($0) }, from: try row.optionalText("old_value"),
                to: try row.optionalText("new_value")),
            previousHash: try row.text("previous_hash"), hash: try row.text("hash"))
    }
}
