import Foundation
import GRDB
package import Storage

/// One SQLite file: any number of readers beside one writer (write-ahead log), every reader on a snapshot of its own.
package final class SQLiteDatabase: SQLDatabase {
    private let pool: DatabasePool

    /// Opens the file, or creates it; its folder must be there.
    /// - Parameters:
    ///   - path: of the database file. `<path>-wal` and `<path>-shm` stand beside it.
    ///   - busyTimeout: seconds to wait for another process that writes to the same file.
    package init(path: String, busyTimeout: Double = 5, readers: Int = 5) throws(StorageError) {
        var configuration = Configuration()
        configuration.label = "tremplin"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { database in
            // With the write-ahead log this loses no committed transaction when the process dies; when the machine loses
            // power it may lose the last ones, and never leaves the file damaged.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // 32 MB a connection, taken as needed, where 2 MB are the rule: writing 40,000 programs then spends 0.6 s in the kernel
            // rather than 1.8 s, because pages are not read again and again.
            try database.execute(sql: "PRAGMA cache_size = -32768")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw StorageError(error)
        }
    }

    package func read<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        do {
            return try await pool.read { database in try body(SQLiteConnection(database: database)) }
        } catch {
            throw StorageError.translating(error)
        }
    }

    /// Alone always: SQLite lets one writer in at a time.
    @discardableResult
    package func write<Value: Sendable>(
        alone: Bool, _ body: @Sendable @escaping (any SQLConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.write { database in
                let connection = SQLiteConnection(database: database)
                let value = try body(connection)
                guard !connection.refusals.isAny else {
                    throw StorageError.other("a statement was refused: nothing of its transaction is kept")
                }
                return value
            }
        } catch {
            throw StorageError.translating(error)
        }
    }

    /// None: another process that writes to the file tells nobody.
    package var announcements: AsyncStream<Void> { AsyncStream { $0.finish() } }

    package var usage: DatabaseUsage? { nil }

    /// What stands in the log beside the file goes into the file, unless somebody else still reads it.
    package func close() async throws {
        // Closed already: SQLite would end the process rather than say so.
        try? await pool.writeWithoutTransaction { if $0.sqliteConnection != nil { _ = try $0.checkpoint(.truncate) } }
        do { try pool.close() } catch { throw StorageError.translating(error) }
    }
}
