package import Domain

/// Copies everything one database holds into an empty one, whichever kinds the two are: moving up to a server, a backup, putting one back.
///
/// The source is read from one snapshot; the target is written in one transaction, which is undone when a table does not hold afterwards
/// what was read for it. So there is a whole copy or none.
package struct CopyDatabase: Sendable {
    package struct Report: Hashable, Sendable {
        package let tables: [(name: String, digest: TableDigest)]
        /// The number of the last change the copy holds.
        package let lastChange: Int

        package var rows: Int { tables.reduce(0) { $0 + $1.digest.rows } }

        package static func == (a: Report, b: Report) -> Bool {
            a.lastChange == b.lastChange && a.tables.map(\.name) == b.tables.map(\.name) && a.tables.map(\.digest) == b.tables.map(\.digest)
        }

        package func hash(into hasher: inout Hasher) { for table in tables { hasher.combine(table.digest) } }
    }

    package enum Problem: Error, Hashable, Sendable {
        /// The target holds something already, in that table.
        case notEmpty(table: String)
        /// What was written is not what was read.
        case differs(table: String, read: TableDigest, written: TableDigest)
        /// The source is of another step of the schema.
        case otherSchema(found: Int, known: Int)
    }

    private let source: any SQLDatabase
    private let target: any SQLDatabase
    private let locksSource: Bool

    /// Rows handed over at once.
    private static let part = 500

    /// - Parameter locksSource: keeps everybody else from writing to the source meanwhile, so that the copy is its last word.
    package init(from source: any SQLDatabase, to target: any SQLDatabase, locksSource: Bool = false) {
        self.locksSource = locksSource
        self.source = source
        self.target = target
    }

    /// - Parameter progress: told of each table when it is written, from whatever thread.
    package func callAsFunction(
        at now: Timestamp, progress: @Sendable @escaping (String, Int) -> Void = { _, _ in }
    ) async throws -> Report {
        let known = Migration.all.last?.number ?? 0
        let found = try await Migrator().lastNumber(source)
        guard found == known else { throw Problem.otherSchema(found: found, known: known) }
        try await Migrator().migrate(target, at: now)
        let channel = RowChannel()
        async let written = write(channel, progress)
        do {
            let send: @Sendable (any SQLConnection) throws -> Void = { connection in
                for table in StoredTables.names() + [Self.migrations] { try connection.send(table, to: channel, part: Self.part) }
                channel.finish()
                // The lock on the source outlasts the writing.
                if locksSource { channel.waitUntilEmpty() }
            }
            if locksSource { try await source.write(alone: true, send) } else { try await source.read(send) }
        } catch {
            channel.fail(error)
            _ = try? await written
            throw error
        }
        return try await written
    }

    /// What a database holds, table by table: to compare two.
    package static func digests(of database: any SQLDatabase) async throws -> [(name: String, digest: TableDigest)] {
        try await database.read { connection in
            try (StoredTables.names() + [migrations]).map { ($0, try connection.digest($0)) }
        }
    }

    /// Not of the schema's own steps, but of the database all the same: it tells when it was made.
    private static let migrations = "schema_migration"

    private func write(_ channel: RowChannel, _ progress: @Sendable @escaping (String, Int) -> Void) async throws -> Report {
        do {
            return try await target.write(alone: true) { connection in
                try channel.take()
                try connection.makeRoom()
                let read = try connection.receive(channel, progress)
                // Read back in the same transaction: the database itself says what it holds now.
                for (name, digest) in read {
                    let written = try connection.digest(name)
                    guard written == digest else { throw Problem.differs(table: name, read: digest, written: written) }
                }
                return Report(tables: read, lastChange: try connection.latestChange())
            }
        } catch {
            channel.fail(error)
            throw error
        }
    }
}

extension SQLConnection {
    fileprivate func send(_ table: String, to channel: RowChannel, part: Int) throws {
        var rows: [[SQLValue]] = []
        var isNamed = false
        try forEach("SELECT * FROM " + SQL(name: table), []) { row in
            if !isNamed { try channel.send(.table(table, columns: row.columns.names)) }
            isNamed = true
            rows.append(row.values)
            if rows.count == part {
                try channel.send(.rows(rows))
                rows.removeAll(keepingCapacity: true)
            }
        }
        if !rows.isEmpty { try channel.send(.rows(rows)) }
        if !isNamed { try channel.send(.table(table, columns: [])) }
    }

    /// Takes away what the migrations themselves put in, and refuses when there is anything else.
    fileprivate func makeRoom() throws {
        for table in StoredTables.names().reversed() where table != "change_counter" && table != "audit_head" {
            if try first("SELECT 1 AS one FROM " + SQL(name: table) + " LIMIT 1") != nil {
                throw CopyDatabase.Problem.notEmpty(table: table)
            }
        }
        try execute("DELETE FROM change_counter")
        try execute("DELETE FROM audit_head")
        try execute("DELETE FROM schema_migration")
    }

    fileprivate func receive(
        _ channel: RowChannel, _ progress: @Sendable (String, Int) -> Void
    ) throws -> [(name: String, digest: TableDigest)] {
        var tables: [(name: String, digest: TableDigest)] = []
        var insert: SQL = ""
        var order: [Int] = []
        while let piece = try channel.next() {
            switch piece {
            case .table(let name, let columns):
                if let last = tables.last { progress(last.name, last.digest.rows) }
                tables.append((name, TableDigest()))
                guard !columns.isEmpty else { continue }
                insert = .insert(into: SQL(name: name), columns.map { SQL(name: $0) })
                order = columns.orderOfNames
            case .rows(let rows):
                for row in rows { tables[tables.count - 1].digest.add(order.map { row[$0] }) }
                try execute(insert, each: rows)
            }
        }
        if let last = tables.last { progress(last.name, last.digest.rows) }
        return tables
    }

    fileprivate func digest(_ table: String) throws -> TableDigest {
        var digest = TableDigest()
        var order: [Int]?
        try forEach("SELECT * FROM " + SQL(name: table), []) { row in
            let places = order ?? row.columns.names.orderOfNames
            order = places
            digest.add(places.map { row.values[$0] })
        }
        return digest
    }
}

extension [String] {
    /// Two databases may have the same columns in another order.
    fileprivate var orderOfNames: [Int] { indices.sorted { self[$0] < self[$1] } }
}
