package import Domain

/// Releases of labour-market data: kept side by side, one of each kind in use.
package struct ReleaseStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Every release loaded, without content, by kind and then newest first.
    package func descriptions() async throws -> [StoredRelease.Description] {
        try await database.read { connection in
            try connection.query(
                "SELECT " + .list(descriptionColumns) + " FROM labour_market_release ORDER BY kind, as_of DESC, loaded_at DESC"
            ).map(StoredRelease.Description.init)
        }
    }

    /// The releases in use.
    package func current() async throws -> [StoredRelease] {
        try await releases("WHERE is_current = 1 ORDER BY kind", [])
    }

    package func current(kind: String) async throws -> StoredRelease? {
        try await releases("WHERE is_current = 1 AND kind = ?", [.text(kind)]).first
    }

    package func release(kind: String, version: String) async throws -> StoredRelease? {
        try await releases("WHERE kind = ? AND version = ?", [.text(kind), .text(version)]).first
    }

    /// Keeps a release, in the place of one with the same kind and version; puts it into use when it says that it is current.
    package func add(_ release: StoredRelease) async throws {
        try await database.write { connection in
            let description = release.description
            if description.isCurrent { try connection.retire(kind: description.kind) }
            try connection.execute(
                .upsert(into: "labour_market_release", key: ["kind", "version"], descriptionColumns + ["content"]),
                [
                    .text(description.kind), .text(description.version), .date(description.asOf), .time(description.loadedAt),
                    .integer(description.rows), .flag(description.isCurrent), .text(release.content),
                ])
            if description.isCurrent { try connection.appendChanges([.labourMarket(kind: description.kind)], at: description.loadedAt) }
        }
    }

    /// Puts a release into use in the place of the one of its kind that was.
    /// - Returns: false, and nothing is changed, when there is no such release.
    @discardableResult
    package func use(kind: String, version: String, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            let key: [SQLValue] = [.text(kind), .text(version)]
            guard try connection.first("SELECT kind FROM labour_market_release WHERE kind = ? AND version = ?", key) != nil else {
                return false
            }
            try connection.retire(kind: kind)
            try connection.execute("UPDATE labour_market_release SET is_current = 1 WHERE kind = ? AND version = ?", key)
            try connection.appendChanges([.labourMarket(kind: kind)], at: now)
            return true
        }
    }

    private func releases(_ condition: SQL, _ values: [SQLValue]) async throws -> [StoredRelease] {
        try await database.read { connection in
            try connection.query(
                "SELECT " + .list(descriptionColumns + ["content"]) + " FROM labour_market_release " + condition, values
            ).map { StoredRelease(description: try StoredRelease.Description($0), content: try $0.text("content")) }
        }
    }
}

private let descriptionColumns: [SQL] = ["kind", "version", "as_of", "loaded_at", "row_count", "is_current"]

extension SQLConnection {
    fileprivate func retire(kind: String) throws {
        try execute("UPDATE labour_market_release SET is_current = 0 WHERE kind = ? AND is_current = 1", [.text(kind)])
    }
}

extension StoredRelease.Description {
    fileprivate init(_ row: SQLRow) throws(StorageError) {
        self.init(
            kind: try row.text("kind"), version: try row.text("version"), asOf: try row.date("as_of"),
            loadedAt: try row.time("loaded_at"), rows: try row.integer("row_count"), isCurrent: try row.flag("is_current"))
    }
}
