import Foundation
import Synchronization
import Testing

@testable import StoragePostgres

/// The PostgreSQL server that `script/test` starts, named in the environment. Every test makes a database of its own on it.
enum TestServer {
    /// `postgresql://…/postgres`: of a role that may make databases.
    static let address = ProcessInfo.processInfo.environment["TREMPLIN_TEST_POSTGRES"]

    static var isThere: Bool { address != nil }

    /// Hands over the address of an empty database, and removes the database whatever happens.
    static func withEmptyDatabase(_ body: (String) async throws -> Void) async throws {
        let server = try #require(address)
        let name = "test_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        try await command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", on: server)
        do {
            try await body(renamed(server, to: name))
            try await command("DROP DATABASE \(name) WITH (FORCE)", on: server)
        } catch {
            try? await command("DROP DATABASE \(name) WITH (FORCE)", on: server)
            throw error
        }
    }

    static func withDatabase(_ options: PostgresOptions = .patient, _ body: (PostgresDatabase) async throws -> Void) async throws {
        try await withEmptyDatabase { address in
            let database = try await PostgresDatabase(address: address, options: options)
            names.withLock { $0[ObjectIdentifier(database)] = URLComponents(string: address)?.path.dropFirst().description }
            do {
                try await body(database)
                try await database.close()
            } catch {
                try? await database.close()
                throw error
            }
        }
    }

    /// Says something to the server as a whole.
    static func command(_ text: String, on address: String) async throws {
        let link = try await PostgresLink.open(address, PostgresOptions())
        try await link.run { _ = try $0.command(text) }
    }

    private static let names = Mutex<[ObjectIdentifier: String]>([:])

    /// As the server calls a database that `withDatabase` handed over.
    static func name(of database: PostgresDatabase) -> String { names.withLock { $0[ObjectIdentifier(database)] ?? "" } }

    static func renamed(_ address: String, to name: String) -> String {
        var parts = URLComponents(string: address) ?? URLComponents()
        parts.path = "/" + name
        return parts.string ?? address
    }
}

extension PostgresOptions {
    /// What is tried is what is kept and in which order, not how long a busy machine takes for it.
    static let patient = PostgresOptions(waitingTime: 300, lockTime: 300, statementTime: 300)
}
