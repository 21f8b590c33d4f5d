package import Domain

/// Brings a database to this version's schema, one transaction a step, and remembers the steps in `schema_migration`.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// - Returns: the steps applied now; none when the schema is up to date.
    /// - Throws: `StorageError.newerSchema` when the database knows a step that this version does not. Nothing is changed then.
    @discardableResult
    package func migrate(_ database: any SQLDatabase, at now: Timestamp) async throws -> [Migration] {
        let last = try await lastNumber(database)
        let known = migrations.last?.number ?? 0
        guard last <= known else { throw StorageError.newerSchema(found: last, known: known) }
        guard last < known else { return [] }
        try await makeRecord(in: database)
        var applied: [Migration] = []
        for migration in migrations where migration.number > last {
            if try await apply(migration, to: database, at: now) { applied.append(migration) }
        }
        return applied
    }

    /// The last step applied to the database; 0 for an empty one. Writes nothing.
    package func lastNumber(_ database: any SQLDatabase) async throws -> Int {
        do {
            return try await database.read { connection in
                try connection.first("SELECT COALESCE(MAX(number), 0) AS number FROM schema_migration")?.integer("number") ?? 0
            }
        } catch StorageError.other {
            // No such table.
            return 0
        }
    }

    private func makeRecord(in database: any SQLDatabase) async throws {
        try await database.write(alone: true) { connection in
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number INTEGER NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    applied_at BIGINT NOT NULL
                )
                """)
        }
    }

    /// The record is written before the step: of two nodes that start together, the second waits here for the first to
    /// commit, and then finds the step taken.
    private func apply(_ migration: Migration, to database: any SQLDatabase, at now: Timestamp) async throws -> Bool {
        try await database.write(alone: true) { connection in
            let recorded = try connection.execute(
                "INSERT INTO schema_migration (number, name, applied_at) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING",
                [.integer(migration.number), .text(migration.name), .time(now)])
            guard recorded == 1 else { return false }
            for statement in migration.statements { try connection.execute(statement) }
            return true
        }
    }
}
