import GRDB
import GRDBSQLite
import Storage

/// GRDB's connection, as the stores see it. Statements are prepared once a connection and kept.
///
/// Values are bound and cells are read through SQLite's own functions: GRDB's lists of arguments and rows of values cost more than
/// SQLite's work on them (docs/decisions/0032-import-as-a-stream.md).
struct SQLiteConnection: SQLConnection {
    let database: Database
    let refusals = Refusals()

    /// Whether a statement of the transaction was refused. SQLite would go on after one; not every database does.
    final class Refusals { var isAny = false }

    func forEach(_ sql: Storage.SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try withStatement(sql) { statement in
            try statement.bind(values)
            let columns = SQLColumns(statement.columnNames)
            let places = 0..<columns.names.count
            while try statement.step() { try body(SQLRow(columns: columns, values: places.map(statement.value))) }
        }
    }

    func scan(_ sql: Storage.SQL, _ values: [SQLValue], _ body: (any SQLCells) throws -> Void) throws {
        try withStatement(sql) { statement in
            try statement.bind(values)
            while try statement.step() { try body(statement) }
        }
    }

    func execute(_ sql: Storage.SQL, rows fill: (any SQLRowWriter) throws -> Void) throws {
        try withStatement(sql) { try fill(SQLiteRowWriter($0)) }
    }

    func execute(_ sql: Storage.SQL, each lists: [[SQLValue]]) throws {
        guard !lists.isEmpty else { return }
        try withStatement(sql) { statement in
            for values in lists {
                try statement.bind(values)
                try statement.finish()
            }
        }
    }

    func execute(_ sql: Storage.SQL, _ values: [SQLValue]) throws -> Int {
        try withStatement(sql) { statement in
            try statement.bind(values)
            try statement.finish()
        }
        return database.changesCount
    }

    func announce() {}

    /// A statement at its beginning, left at its beginning whatever happens: one that is not keeps its transaction open.
    private func withStatement<Value>(_ sql: Storage.SQL, _ body: (SQLiteStatement) throws -> Value) throws -> Value {
        do {
            let statement = SQLiteStatement(try database.cachedStatement(sql: sql.text))
            defer { statement.reset() }
            return try body(statement)
        } catch {
            if error is DatabaseError { refusals.isAny = true }
            throw StorageError.translating(error)
        }
    }
}
