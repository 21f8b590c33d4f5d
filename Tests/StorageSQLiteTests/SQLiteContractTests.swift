import Foundation
import Storage
import StorageContract
import StorageSQLite
import Testing

@Suite struct SQLiteContractTests {
    @Test(arguments: ContractTest.all)
    func `SQLite keeps the contract`(_ test: ContractTest) async throws {
        try await withDatabase { try await test.run($0) }
    }

    @Test func `a database is there again after it was closed`() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "portal.sqlite").path
            let first = try SQLiteDatabase(path: path)
            try await first.write { try $0.execute("CREATE TABLE kept (id TEXT)") }
            try await first.close()
            let second = try SQLiteDatabase(path: path)
            #expect(try await second.read { try $0.query("SELECT id FROM kept").count } == 0)
            try await second.close()
        }
    }

    @Test func `a database closed twice is closed, and says so to whoever still asks`() async throws {
        try await withFolder { folder in
            let database = try SQLiteDatabase(path: folder.appending(path: "portal.sqlite").path)
            try await database.close()
            try await database.close()
            await #expect(throws: StorageError.self) { try await database.read { try $0.query("SELECT 1").count } }
        }
    }

    @Test func `the file is in write-ahead mode and checks foreign keys`() async throws {
        try await withDatabase { database in
            let row = try await database.write { connection in
                [
                    try connection.first("PRAGMA journal_mode")?.values.first, try connection.first("PRAGMA foreign_keys")?.values.first,
                    try connection.first("PRAGMA synchronous")?.values.first,
                ]
            }
            #expect(row == [.text("wal"), .integer(1), .integer(1)])
        }
    }

    @Test func `another process that keeps writing is a busy error after the time-out`() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "portal.sqlite").path
            let first = try SQLiteDatabase(path: path)
            let second = try SQLiteDatabase(path: path, busyTimeout: 0.05)
            try await first.write { try $0.execute("CREATE TABLE t (id TEXT)") }
            let (held, holding) = AsyncStream.makeStream(of: Void.self)
            let release = DispatchSemaphore(value: 0)
            async let long: Void = first.write { connection in
                try connection.execute("INSERT INTO t (id) VALUES ('a')")
                holding.finish()
                release.wait()
            }
            for await _ in held {}
            await #expect(throws: StorageError.busy) { try await second.write { try $0.execute("INSERT INTO t (id) VALUES ('b')") } }
            // Readers are not held up.
            #expect(try await second.read { try $0.query("SELECT id FROM t").count } == 0)
            release.signal()
            try await long
            try await first.close()
            try await second.close()
        }
    }

    @Test func `a file that is no database is lost, not overwritten`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "notes.txt")
            let text = String(repeating: "not a database ", count: 500)
            try text.write(to: file, atomically: true, encoding: .utf8)
            #expect {
                _ = try SQLiteDatabase(path: file.path)
            } throws: { error in
                if case StorageError.lost = error { true } else { false }
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
    }
}

private func withDatabase(_ body: (SQLiteDatabase) async throws -> Void) async throws {
    try await withFolder { folder in
        let database = try SQLiteDatabase(path: folder.appending(path: "portal.sqlite").path)
        try await body(database)
        try await database.close()
    }
}

/// A folder that lives as long as the body.
private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
}
