/// A database, as the stores see it: transactions over portable SQL. SQLite on one machine, PostgreSQL on many.
///
/// Bodies are synchronous on purpose: nothing is awaited while a transaction is open. They run on the database's own threads.
package protocol SQLDatabase: Sendable {
    /// Reads from one snapshot: what others commit meanwhile does not show.
    func read<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value

    /// One transaction: committed when the body returns, undone whole when it throws.
    @discardableResult
    func write<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value

    /// Finishes what runs and lets go of the file or the server.
    func close() async throws
}

/// A connection inside a transaction. It must not leave the body it was given to.
package protocol SQLConnection {
    /// Runs one statement that answers with rows, and hands them over one at a time: memory does not grow with the answer.
    func forEach(_ sql: SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Runs one statement once for each list of values. Drivers may send them all before they wait for the first answer.
    func execute(_ sql: SQL, each lists: [[SQLValue]]) throws

    /// Runs one statement.
    /// - Returns: the number of rows inserted, updated or deleted.
    @discardableResult
    func execute(_ sql: SQL, _ values: [SQLValue]) throws -> Int
}

extension SQLConnection {
    package func query(_ sql: SQL, _ values: [SQLValue] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEach(sql, values) { rows.append($0) }
        return rows
    }

    /// The first row of the answer.
    package func first(_ sql: SQL, _ values: [SQLValue] = []) throws -> SQLRow? { try query(sql, values).first }

    @discardableResult
    package func execute(_ sql: SQL) throws -> Int { try execute(sql, []) }
}
