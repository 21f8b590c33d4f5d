import Domain
import Foundation
import Storage
import Testing

@testable import StoragePostgres

@Suite(.enabled(if: TestServer.isThere, "TREMPLIN_TEST_POSTGRES names no server; script/test starts one"))
struct PostgresDatabaseTests {
    @Test func `a commit of one node is announced to another`() async throws {
        try await TestServer.withEmptyDatabase { address in
            let here = try await PostgresDatabase(address: address)
            let there = try await PostgresDatabase(address: address)
            try await Migrator().migrate(here, at: .init(milliseconds: 1))
            var hearing = there.announcements.makeAsyncIterator()
            // The first is said as soon as it listens.
            await hearing.next()
            try await here.write { _ = try $0.appendChanges([.program("a")], at: .init(milliseconds: 2)) }
            await hearing.next()
            #expect(try await ChangeLog(there).latestNumber() == 1)
            try await here.close()
            try await there.close()
            #expect(await hearing.next() == nil)
        }
    }

    @Test func `what is undone is announced to nobody`() async throws {
        try await TestServer.withDatabase { database in
            try await Migrator().migrate(database, at: .init(milliseconds: 1))
            var hearing = database.announcements.makeAsyncIterator()
            await hearing.next()
            struct Undone: Error {}
            _ = try? await database.write { connection in
                _ = try connection.appendChanges([.program("a")], at: .init(milliseconds: 2))
                throw Undone()
            }
            try await database.write { _ = try $0.appendChanges([.program("b")], at: .init(milliseconds: 2)) }
            await hearing.next()
            // One announcement for two transactions: the first number was given out again.
            #expect(try await ChangeLog(database).changes(since: 0).map(\.subject) == [.program("b")])
        }
    }

    @Test func `who waits longer than the line allows is told that the database is busy`() async throws {
        try await TestServer.withDatabase(PostgresOptions(connections: 2, waiting: 1, waitingTime: 0.1)) { database in
            let release = DispatchSemaphore(value: 0)
            let (held, holding) = AsyncStream.makeStream(of: Void.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await database.read { connection in
                            _ = try connection.first("SELECT 1 AS one")
                            holding.yield()
                            release.wait()
                        }
                    }
                }
                var both = held.makeAsyncIterator()
                await both.next()
                await both.next()
                #expect(database.usage?.idle == 0)
                await #expect(throws: StorageError.busy) { try await database.read { try $0.query("SELECT 1 AS one").count } }
                for _ in 0..<2 { release.signal() }
                try await group.waitForAll()
            }
            // Nobody is left in line, and the connections are used again.
            #expect(try await database.answers())
            #expect(database.usage?.waiting == 0)
            #expect(database.usage?.open == 2)
        }
    }

    @Test func `many more transactions than connections all get their turn`() async throws {
        try await TestServer.withDatabase(PostgresOptions(connections: 3, waitingTime: 120)) { database in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<150 {
                    group.addTask {
                        try await database.read { try $0.first("SELECT CAST(? AS BIGINT) AS n", [.integer(number)])?.integer("n") ?? 0 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 149 * 75)
            #expect(database.usage?.open ?? 0 <= 3)
        }
    }

    @Test func `connections that were cut are replaced without anybody noticing`() async throws {
        try await TestServer.withDatabase { database in
            _ = try await database.read { try $0.query("SELECT 1 AS one").count }
            try await TestServer.command(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tremplin' AND datname = '\(TestServer.name(of: database))'",
                on: try #require(TestServer.address))
            #expect(try await database.answers())
            #expect(try await database.answers())
        }
    }

    @Test func `a transaction whose connection is cut is lost, and the next one is not`() async throws {
        try await TestServer.withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id TEXT)") }
            await #expect {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t (id) VALUES ('a')")
                    _ = try connection.query("SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS INTEGER) AS ended")
                    try connection.execute("INSERT INTO t (id) VALUES ('b')")
                }
            } throws: { error in
                if case StorageError.lost = error { true } else { false }
            }
            #expect(try await database.read { try $0.query("SELECT id FROM t").count } == 0)
        }
    }

    @Test func `a statement that takes too long is stopped`() async throws {
        try await TestServer.withDatabase(PostgresOptions(statementTime: 1)) { database async throws in
            await #expect(throws: StorageError.busy) {
                try await database.read { _ = try $0.query("SELECT CAST(pg_sleep(30) AS TEXT) AS t") }
            }
            #expect(try await database.answers())
        }
    }

    @Test func `a lock that others hold too long is a busy database`() async throws {
        try await TestServer.withEmptyDatabase { address in
            let patient = try await PostgresDatabase(address: address)
            let hasty = try await PostgresDatabase(address: address, options: PostgresOptions(lockTime: 1))
            let release = DispatchSemaphore(value: 0)
            let (held, holding) = AsyncStream.makeStream(of: Void.self)
            async let long: Void = patient.write(alone: true) { connection in
                try connection.execute("SELECT 1 AS one")
                holding.finish()
                release.wait()
            }
            for await _ in held {}
            await #expect(throws: StorageError.busy) { try await hasty.write { _ = try $0.first("SELECT 1 AS one") } }
            // Readers are not held up.
            #expect(try await hasty.answers())
            release.signal()
            try await long
            try await patient.close()
            try await hasty.close()
        }
    }

    @Test func `a schema changed under prepared statements is no error`() async throws {
        try await TestServer.withEmptyDatabase { address in
            let one = try await PostgresDatabase(address: address, options: PostgresOptions(connections: 1))
            let other = try await PostgresDatabase(address: address)
            try await one.write { try $0.execute("CREATE TABLE t (id TEXT)") }
            #expect(try await one.write { try $0.query("SELECT * FROM t").count } == 0)
            try await other.write { connection in
                try connection.execute("ALTER TABLE t ADD COLUMN more BIGINT")
                try connection.execute("INSERT INTO t (id, more) VALUES ('a', 7)")
            }
            #expect(try await one.write { try $0.first("SELECT * FROM t")?.integer("more") } == 7)
            try await one.close()
            try await other.close()
        }
    }

    @Test func `a statement inside a scan is refused with a sentence`() async throws {
        try await TestServer.withDatabase { database async throws in
            let nested: @Sendable (any SQLConnection) throws -> Void = { connection in
                try connection.scan("SELECT 1 AS one", []) { _ in try connection.execute("SELECT 2 AS two") }
            }
            await #expect {
                try await database.read(nested)
            } throws: { error in
                if case StorageError.other(let reason) = error { reason.contains("scan") } else { false }
            }
            #expect(try await database.answers())
        }
    }

    @Test func `a batch whose filling gives up leaves the connection usable`() async throws {
        try await TestServer.withDatabase(PostgresOptions(connections: 2)) { database in
            struct Enough: Error {}
            try await database.write { try $0.execute("CREATE TABLE t (id BIGINT)") }
            await #expect(throws: Enough.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t (id) VALUES (?)") { row in
                        for number in 0..<700 {
                            try row.append(number)
                            try row.endRow()
                        }
                        throw Enough()
                    }
                }
            }
            #expect(try await database.read { try $0.query("SELECT id FROM t").count } == 0)
            #expect(database.usage?.open == 1)
        }
    }

    @Test func `a server that is not there is lost at once, with the reason`() async throws {
        await #expect {
            _ = try await PostgresDatabase(address: "postgresql://tremplin@127.0.0.1:1/portal", options: PostgresOptions(connectingTime: 2))
        } throws: { error in
            if case StorageError.lost(let reason) = error { reason.contains("127.0.0.1") } else { false }
        }
    }

    @Test func `a database that sorts by the rules of a language is refused with the remedy`() async throws {
        let server = try #require(TestServer.address)
        let name = "test_language_\(UUID().uuidString.lowercased().prefix(8))"
        try await TestServer.command(
            "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-CA' LC_COLLATE 'C' LC_CTYPE 'C'",
            on: server)
        await #expect {
            _ = try await PostgresDatabase(address: TestServer.renamed(server, to: name))
        } throws: { error in
            if case StorageError.other(let reason) = error { reason.contains("CREATE DATABASE") } else { false }
        }
        try await TestServer.command("DROP DATABASE \(name) WITH (FORCE)", on: server)
    }

    @Test func `an address that asks for TLS gets no connection without`() async throws {
        try await TestServer.withEmptyDatabase { address in
            await #expect {
                _ = try await PostgresDatabase(address: address + "?sslmode=require")
            } throws: { error in
                if case StorageError.lost(let reason) = error { reason.contains("SSL") } else { false }
            }
        }
    }
}

extension PostgresDatabase {
    fileprivate func answers() async throws -> Bool { try await read { try $0.query("SELECT 1 AS one").count == 1 } }
}
