/// One row of an answer. Values are taken by column name, with the type they must have.
package struct SQLRow: Sendable {
    package let columns: SQLColumns
    package let values: [SQLValue]

    package init(columns: SQLColumns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package subscript(column: String) -> SQLValue? { columns.index[column].map { values[$0] } }

    package func text(_ column: String) throws(StorageError) -> String {
        guard let text = try optionalText(column) else { throw .unexpected(column: column, found: "null") }
        return text
    }

    package func optionalText(_ column: String) throws(StorageError) -> String? {
        switch self[column] {
        case .text(let text)?: return text
        case .null?: return nil
        case let other: throw .unexpected(column: column, found: other.map { "\($0)" } ?? "no such column")
        }
    }

    package func integer(_ column: String) throws(StorageError) -> Int {
        guard let integer = try optionalInteger(column) else { throw .unexpected(column: column, found: "null") }
        return integer
    }

    package func optionalInteger(_ column: String) throws(StorageError) -> Int? {
        switch self[column] {
        case .integer(let integer)?: return Int(integer)
        case .null?: return nil
        case let other: throw .unexpected(column: column, found: other.map { "\($0)" } ?? "no such column")
        }
    }

    package func optionalReal(_ column: String) throws(StorageError) -> Double? {
        switch self[column] {
        case .real(let real)?: return real
        case .integer(let integer)?: return Double(integer)
        case .null?: return nil
        case let other: throw .unexpected(column: column, found: other.map { "\($0)" } ?? "no such column")
        }
    }

    package func blob(_ column: String) throws(StorageError) -> [UInt8] {
        guard case .blob(let bytes)? = self[column] else { throw .unexpected(column: column, found: "not a blob") }
        return bytes
    }

    package func flag(_ column: String) throws(StorageError) -> Bool { try integer(column) != 0 }
}

/// The names of an answer's columns, shared by its rows.
package struct SQLColumns: Sendable {
    package let names: [String]
    let index: [String: Int]

    package init(_ names: [String]) {
        self.names = names
        index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
