import Foundation
import GRDB
import GRDBSQLite
import Storage

/// A prepared statement of SQLite's. The row it is at can be read from it.
struct SQLiteStatement: SQLCells {
    private let pointer: GRDB.SQLiteStatement
    private let statement: GRDB.Statement

    init(_ statement: GRDB.Statement) {
        self.statement = statement
        pointer = statement.sqliteStatement
    }

    var columnNames: [String] { statement.columnNames }

    /// - Returns: whether there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    /// Runs it to its end, and makes it ready for the next values.
    func finish() throws {
        while try step() {}
        sqlite3_reset(pointer)
    }

    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    private func error(_ code: CInt) -> DatabaseError {
        let connection = sqlite3_db_handle(pointer)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: String(cString: sqlite3_errmsg(connection)))
    }
}

extension SQLiteStatement {
    /// - Precondition: a value for each placeholder.
    func bind(_ values: [SQLValue]) throws {
        let expected = Int(sqlite3_bind_parameter_count(pointer))
        guard values.count == expected else { throw StorageError.other("\(values.count) values for \(expected) placeholders") }
        for (index, value) in values.enumerated() {
            try value.check()
            let place = CInt(index + 1)
            switch value {
            case .null: sqlite3_bind_null(pointer, place)
            case .text(let text): try bind(text, place)
            case .integer(let integer): sqlite3_bind_int64(pointer, place, integer)
            case .real(let real): sqlite3_bind_double(pointer, place, real)
            // An address without bytes would bind null.
            case .blob(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(pointer, place, 0)
            case .blob(let bytes): try check(sqlite3_bind_blob64(pointer, place, bytes, UInt64(bytes.count), copied))
            }
        }
    }

    /// - Parameter place: from 1.
    func bind(_ text: String, _ place: CInt) throws {
        var text = text
        try check(
            try text.withUTF8 { bytes in
                // A text without bytes has no address, and would bind null.
                guard let start = bytes.baseAddress else { return sqlite3_bind_text(pointer, place, "", 0, copied) }
                if memchr(start, 0, bytes.count) != nil { throw StorageError.unstorable("a text with a null character") }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text64(pointer, place, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
                }
            })
    }

    /// - Parameter bytes: UTF-8 that stays where it is until the statement has run. SQLite makes no copy.
    func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ place: CInt) throws {
        guard let start = bytes.baseAddress else { throw StorageError.other("a text without an address") }
        try check(
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(pointer, place, $0, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
            })
    }

    func bind(_ integer: Int?, _ place: CInt) {
        if let integer { sqlite3_bind_int64(pointer, place, Int64(integer)) } else { sqlite3_bind_null(pointer, place) }
    }

    func bind(_ real: Double?, _ place: CInt) {
        if let real { sqlite3_bind_double(pointer, place, real) } else { sqlite3_bind_null(pointer, place) }
    }

    private func check(_ code: CInt) throws {
        if code != SQLITE_OK { throw error(code) }
    }
}

extension SQLiteStatement {
    func text(_ column: Int) -> String? {
        guard let bytes = bytes(column) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func integer(_ column: Int) -> Int? {
        sqlite3_column_type(pointer, CInt(column)) == SQLITE_INTEGER ? Int(sqlite3_column_int64(pointer, CInt(column))) : nil
    }

    func real(_ column: Int) -> Double? {
        switch sqlite3_column_type(pointer, CInt(column)) {
        case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(pointer, CInt(column))
        default: nil
        }
    }

    func holds(_ text: String, _ column: Int) -> Bool {
        guard let bytes = bytes(column) else { return false }
        guard text.utf8.count == bytes.count else { return false }
        return text.utf8.elementsEqual(bytes)
    }

    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(pointer, CInt(column)) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, CInt(column)))
        case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, CInt(column)))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB:
            .blob(
                [UInt8](
                    UnsafeRawBufferPointer(
                        start: sqlite3_column_blob(pointer, CInt(column)), count: Int(sqlite3_column_bytes(pointer, CInt(column))))))
        default: .null
        }
    }

    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard sqlite3_column_type(pointer, CInt(column)) == SQLITE_TEXT, let start = sqlite3_column_text(pointer, CInt(column)) else {
            return nil
        }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, CInt(column))))
    }
}

/// SQLite makes a copy of what is bound: the text may go away before the statement runs.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
