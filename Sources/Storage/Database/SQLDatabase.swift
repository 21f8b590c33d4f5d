/// A database, as the stores see it: transactions over portable SQL. SQLite on one machine, PostgreSQL on many.
///
/// Bodies are synchronous on purpose: nothing is awaited while a transaction is open. They run on the database's own threads. A body may run
/// more than once: what conflicts with other writers is undone and run again. Whatever it does must be in the database or in what it returns.
package protocol SQLDatabase: Sendable {
    /// Reads from one snapshot: what others commit meanwhile does not show.
    func read<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value

    /// One transaction: committed when the body returns, undone whole when it throws, or when a statement in it was refused. Of transactions side by
    /// side the result is as if they had come one after the other.
    /// - Parameter alone: with no other writer beside it from the start: a body that may run only once.
    @discardableResult
    func write<Value: Sendable>(
        alone: Bool, _ body: @Sendable @escaping (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// An element when somebody, on whatever node, may have written to the log of changes. It ends at once where nothing is announced, and when
    /// the database is closed. A hint only: whoever follows the log looks by itself as well.
    var announcements: AsyncStream<Void> { get }

    /// What is used of the connections there may be; `nil` where they are not counted.
    var usage: DatabaseUsage? { get }

    /// Finishes what runs and lets go of the file or the server.
    func close() async throws
}

extension SQLDatabase {
    @discardableResult
    package func write<Value: Sendable>(_ body: @Sendable @escaping (any SQLConnection) throws -> Value) async throws -> Value {
        try await write(alone: false, body)
    }
}

/// The connections of a node to its database server.
package struct DatabaseUsage: Hashable, Sendable {
    package let open: Int
    /// Of the open ones, those lent to nobody.
    package let idle: Int
    /// Transactions that wait for one.
    package let waiting: Int
    /// The most there may be.
    package let most: Int

    package init(open: Int, idle: Int, waiting: Int, most: Int) {
        self.open = open
        self.idle = idle
        self.waiting = waiting
        self.most = most
    }
}

/// A connection inside a transaction. It must not leave the body it was given to, and runs one statement at a time: none inside a scan.
///
/// A statement that was refused spoils its transaction, even when its error is caught: nothing of it is kept.
package protocol SQLConnection {
    /// Runs one statement that answers with rows, and hands them over one at a time: memory does not grow with the answer.
    func forEach(_ sql: SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// The same for answers of many rows: cells are taken by their place, straight from the database, and no row is made of them.
    func scan(_ sql: SQL, _ values: [SQLValue], _ body: (any SQLCells) throws -> Void) throws

    /// Runs one statement once for each row that `fill` ends, with no list of values in between. Drivers may send many rows at once.
    func execute(_ sql: SQL, rows fill: (any SQLRowWriter) throws -> Void) throws

    /// Runs one statement once for each list of values. Drivers may send them all before they wait for the first answer.
    func execute(_ sql: SQL, each lists: [[SQLValue]]) throws

    /// Runs one statement.
    /// - Returns: the number of rows inserted, updated or deleted.
    @discardableResult
    func execute(_ sql: SQL, _ values: [SQLValue]) throws -> Int

    /// Tells every node, once this transaction is committed, that the log of changes has grown.
    func announce() throws
}

/// The row of an answer that a scan is at. It must not be kept.
package protocol SQLCells {
    /// `nil` for null, and for a value of another type. Columns count from 0, in the order of the statement.
    func text(_ column: Int) -> String?
    func integer(_ column: Int) -> Int?
    func real(_ column: Int) -> Double?
    /// Whether the cell is this very text, byte for byte. Cheaper than making a text to compare with.
    func holds(_ text: String, _ column: Int) -> Bool
}

/// Takes the values of one row after the other, in the order of the statement's placeholders.
package protocol SQLRowWriter: AnyObject {
    func append(_ text: String?) throws
    func append(_ integer: Int?) throws
    func append(_ real: Double?) throws
    /// The row is whole.
    func endRow() throws
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
