import Foundation
package import Storage

/// A database on a PostgreSQL server, for any number of nodes.
///
/// Writes are serializable: whatever runs beside them, the result is that of some order one after the other. A write that cannot be put in
/// an order is undone and runs again with no other writer beside it (docs/decisions/0041-serializable-writes-then-alone.md).
package final class PostgresDatabase: SQLDatabase {
    private let pool: PostgresPool
    private let options: PostgresOptions
    private let listener: PostgresListener

    /// Connects, and makes sure that the server and the database are such as the portal can use.
    /// - Parameter address: `postgresql://user:password@host/name?sslmode=verify-full`, or whatever else libpq understands.
    package init(address: String, options: PostgresOptions = PostgresOptions()) async throws {
        self.options = options
        pool = PostgresPool(address: address, options: options)
        listener = PostgresListener(address: address, options: options)
        do {
            try await pool.withLink { link in try await link.run { try PostgresRequirements.check($0) } }
        } catch {
            await pool.close()
            throw error
        }
    }

    package func read<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        switch try await run(.read, body) {
        case .done(let value): return value
        case .conflict: throw StorageError.busy
        case .neverBegan(let error), .failed(let error): throw error
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        alone: Bool, _ body: @Sendable @escaping (any SQLConnection) throws -> Value
    ) async throws -> Value {
        var kind: PostgresTransaction.Kind = alone ? .alone : .write
        // Alone nothing is left to conflict with; a plan made stale by a change of the schema may still want one run more.
        for _ in 0..<4 {
            switch try await run(kind, body) {
            case .done(let value): return value
            case .conflict: kind = .alone
            case .neverBegan(let error), .failed(let error): throw error
            }
        }
        throw StorageError.busy
    }

    package var announcements: AsyncStream<Void> { listener.announcements() }

    package var usage: DatabaseUsage? {
        let usage = pool.usage
        return DatabaseUsage(open: usage.open, idle: usage.idle, waiting: usage.waiting, most: options.connections)
    }

    package func close() async throws {
        await listener.stop()
        await pool.close()
    }

    /// A connection that lay idle may have been lost meanwhile, with all the others: of a transaction that never began nothing is lost.
    private func run<Value: Sendable>(
        _ kind: PostgresTransaction.Kind, _ body: @Sendable @escaping (any SQLConnection) throws -> Value
    ) async throws -> PostgresTransaction.Outcome<Value> {
        let transaction = PostgresTransaction(kind: kind, options: options)
        let first = try await pool.withLink { link in try await link.run { transaction.run($0, body) } }
        guard case .neverBegan = first else { return first }
        return try await pool.withLink(fresh: true) { link in try await link.run { transaction.run($0, body) } }
    }
}
