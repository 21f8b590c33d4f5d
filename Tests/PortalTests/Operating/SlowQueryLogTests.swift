import Foundation
import Logging
import Portal
import Storage
import StorageContract
import StorageSQLite
import Testing

/// What the log says of the database's slow work.
struct SlowQueryLogTests {
    private let log = WrittenLog()

    /// Everything is slow for a threshold of a nanosecond.
    private func withDatabase(
        threshold: Duration = .nanoseconds(1), _ body: (SlowQueryLog) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let database = SlowQueryLog(try SQLiteDatabase(path: path), threshold: threshold, logger: log.logger())
        try await body(database)
        try await database.close()
    }

    @Test(arguments: ContractTest.all)
    func `a database that is watched keeps the contract`(_ test: ContractTest) async throws {
        try await withDatabase { try await test.run($0) }
    }

    @Test(arguments: ContractTest.all)
    func `so does one that is not`(_ test: ContractTest) async throws {
        try await withDatabase(threshold: .zero) { try await test.run($0) }
        #expect(log.lines.isEmpty)
    }

    @Test func `a slow statement is told with its text, its time and its rows, and without a value`() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE word (text TEXT)")
                try connection.execute("INSERT INTO word (text)\n    VALUES (?)", each: [[.text("sesame")], [.text("sesame")]])
            }
            let words = try await database.read { try $0.query("SELECT text FROM word WHERE text = ?", [.text("sesame")]) }
            #expect(words.count == 2)
        }
        let insert = try #require(log.lines.first { $0.metadata["sql"]?.hasPrefix("INSERT") == true })
        #expect(insert.message == "Slow statement")
        #expect(insert.level == .warning)
        #expect(insert.metadata["sql"] == "INSERT INTO word (text) VALUES (?)")
        #expect(insert.metadata["rows"] == "2")
        #expect(insert.metadata["milliseconds"].flatMap(Int.init) != nil)
        let select = try #require(log.lines.first { $0.metadata["sql"]?.hasPrefix("SELECT") == true })
        #expect(select.metadata["rows"] == "2")
        #expect(!log.lines.contains { line in line.metadata.values.contains { $0.contains("sesame") } })
    }

    @Test func `a slow statement names the request it was made for`() async throws {
        try await withDatabase { database in
            try await RequestScope.$id.withValue("request-1234") {
                _ = try await database.read { try $0.query("SELECT 1 AS one") }
            }
        }
        #expect(log.lines.map { $0.metadata["request"] } == ["request-1234"])
    }

    @Test func `a transaction without a slow statement says how long it waited and how much it did`() async throws {
        try await withDatabase { database in
            // A body that runs no statement at all.
            _ = try await database.read { _ in 1 }
        }
        let line = try #require(log.lines.first)
        #expect(line.message == "Slow transaction")
        #expect(line.metadata["kind"] == "read")
        #expect(line.metadata["statements"] == "0")
        #expect(line.metadata["waited"] != nil)
    }

    @Test func `a transaction that failed slowly is told without what the database said of the values`() async throws {
        try await withDatabase { database in
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("INSERT INTO nowhere (text) VALUES (?)", [.text("sesame")]) }
            }
        }
        let line = try #require(log.lines.last)
        #expect(line.message == "Slow transaction failed")
        #expect(line.metadata["error"] == "other")
    }

    @Test func `what is quick is not told, and all is counted`() async throws {
        try await withDatabase(threshold: .seconds(3_600)) { database in
            try await database.write { try $0.execute("CREATE TABLE word (text TEXT)") }
            for _ in 0..<3 { _ = try await database.read { try $0.query("SELECT text FROM word") } }
            let text = MetricText(await database.metrics()).text
            #expect(text.contains("tremplin_database_transactions_total{kind=\"read\"} 3\n"))
            #expect(text.contains("tremplin_database_transactions_total{kind=\"write\"} 1\n"))
            #expect(text.contains("tremplin_database_slow_statements_total{kind=\"read\"} 0\n"))
        }
        #expect(log.lines.isEmpty)
    }
}
