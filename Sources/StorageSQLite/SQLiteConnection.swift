import Foundation
import GRDB
import Storage

/// GRDB's connection, as the stores see it. Statements are prepared once a connection and kept.
struct SQLiteConnection: SQLConnection {
    let database: Database

    func forEach(_ sql: Storage.SQL, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try translatingErrors {
            let statement = try database.cachedStatement(sql: sql.text)
            let cursor = try Row.fetchCursor(statement, arguments: try arguments(values))
            let columns = SQLColumns(statement.columnNames)
            let count = columns.names.count
            while let row = try cursor.next() {
                let values = (0..<count).map { SQLValue(row[$0] as DatabaseValue) }
                try body(SQLRow(columns: columns, values: values))
            }
        }
    }

    func execute(_ sql: Storage.SQL, each lists: [[SQLValue]]) throws {
        guard !lists.isEmpty else { return }
        try translatingErrors {
            let statement = try database.cachedStatement(sql: sql.text)
            for values in lists { try statement.execute(arguments: try arguments(values)) }
        }
    }

    func execute(_ sql: Storage.SQL, _ values: [SQLValue]) throws -> Int {
        try translatingErrors {
            try database.cachedStatement(sql: sql.text).execute(arguments: try arguments(values))
            return database.changesCount
        }
    }

    private func arguments(_ values: [SQLValue]) throws -> StatementArguments {
        StatementArguments(try values.map { try $0.bound })
    }

    private func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw StorageError.translating(error) }
    }
}

extension SQLValue {
    fileprivate var bound: DatabaseValue {
        get throws(StorageError) {
            try check()
            return switch self {
            case .null: .null
            case .text(let text): text.databaseValue
            case .integer(let integer): integer.databaseValue
            case .real(let real): real.databaseValue
            case .blob(let bytes): Data(bytes).databaseValue
            }
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }
}
