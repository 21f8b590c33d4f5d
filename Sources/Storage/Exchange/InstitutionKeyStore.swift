package import Domain

/// Keys of institutions. They are found by the hash of what opens.
package struct InstitutionKeyStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Those that open, first; then those that no longer do.
    package func keys(of institution: Institution.ID) async throws -> [InstitutionKey] {
        try await database.read { connection in
            try connection.query(
                "SELECT " + .list(keyColumns)
                    + " FROM api_key WHERE institution = ? ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id",
                [.text(institution.rawValue)]
            ).map { try InstitutionKey($0) }
        }
    }

    /// The key under a hash, unless it was revoked.
    package func key(under hash: String) async throws -> InstitutionKey? {
        try await database.read { connection in
            try connection.first(
                "SELECT " + .list(keyColumns) + " FROM api_key WHERE token_hash = ? AND revoked_at IS NULL", [.text(hash)]
            ).map { try InstitutionKey($0) }
        }
    }

    package func touch(_ key: InstitutionKey.ID, at now: Timestamp) async throws {
        try await database.write { try $0.execute("UPDATE api_key SET used_at = ? WHERE id = ?", [.time(now), .text(key.rawValue)]) }
    }
}

extension SQLConnection {
    package func add(_ key: InstitutionKey, under hash: String) throws {
        try execute(
            .insert(into: "api_key", keyColumns + ["token_hash"]),
            [
                .text(key.id.rawValue), .text(key.institution.rawValue), .text(key.name), .word(key.scope), .time(key.createdAt),
                .text(key.createdBy.rawValue), .time(key.usedAt), .time(key.revokedAt), .text(hash),
            ])
    }

    /// - Returns: false when the institution has no such key, or it was revoked before.
    package func revoke(_ key: InstitutionKey.ID, of institution: Institution.ID, at now: Timestamp) throws -> Bool {
        try execute(
            "UPDATE api_key SET revoked_at = ? WHERE id = ? AND institution = ? AND revoked_at IS NULL",
            [.time(now), .text(key.rawValue), .text(institution.rawValue)]) == 1
    }

    package func openKeyCount(of institution: Institution.ID) throws -> Int {
        try first("SELECT COUNT(*) AS count FROM api_key WHERE institution = ? AND revoked_at IS NULL", [.text(institution.rawValue)])?
            .integer("count") ?? 0
    }
}

private let keyColumns: [SQL] = ["id", "institution", "name", "scope", "created_at", "created_by", "used_at", "revoked_at"]

extension InstitutionKey {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            id: ID(try row.text("id")), institution: Institution.ID(try row.text("institution")), name: try row.text("name"),
            scope: try row.word("scope"), createdAt: try row.time("created_at"), createdBy: Account.ID(try row.text("created_by")),
            usedAt: try row.optionalTime("used_at"), revokedAt: try row.optionalTime("revoked_at"))
    }
}
