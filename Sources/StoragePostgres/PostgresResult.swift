import CPostgres
import Storage

/// An answer of the server's, freed when nobody holds it any more.
final class PostgresResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int { Int(PQntuples(pointer)) }
    var columnNames: [String] { (0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) } }

    /// `INSERT 0 3`, `COMMIT`, `ROLLBACK`.
    var command: String { String(cString: PQcmdStatus(pointer)) }

    /// How many rows the statement inserted, updated or deleted.
    var changedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    /// A cell of the first row of an answer in text form.
    func firstRowText(_ column: CInt) -> String { PQgetvalue(pointer, 0, column).map { String(cString: $0) } ?? "" }

    /// One letter names the field: `C` the SQLSTATE, `M` the sentence, `n` the constraint, `t` the table, `c` the column.
    func error(_ field: Character) -> String? {
        guard let code = field.asciiValue, let text = PQresultErrorField(pointer, CInt(code)) else { return nil }
        return String(cString: text)
    }
}

/// One row of an answer in binary form. Numbers stand in network order, texts as their bytes.
struct PostgresCells: SQLCells {
    let result: PostgresResult
    let row: CInt

    func text(_ column: Int) -> String? {
        guard Self.isText(type(column)), let bytes = bytes(column) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func integer(_ column: Int) -> Int? {
        guard Self.isInteger(type(column)), let bytes = bytes(column) else { return nil }
        return Int(Self.integer(bytes))
    }

    func real(_ column: Int) -> Double? {
        guard let bytes = bytes(column) else { return nil }
        switch type(column) {
        case PostgresType.double: return Self.double(bytes)
        case PostgresType.float: return Self.float(bytes)
        case let other where Self.isInteger(other): return Double(Self.integer(bytes))
        default: return nil
        }
    }

    func holds(_ text: String, _ column: Int) -> Bool {
        guard Self.isText(type(column)), let bytes = bytes(column), text.utf8.count == bytes.count else { return false }
        return text.utf8.elementsEqual(bytes)
    }

    func value(_ column: Int) throws -> SQLValue {
        guard let bytes = bytes(column) else { return .null }
        switch type(column) {
        case PostgresType.double: return .real(Self.double(bytes))
        case PostgresType.float: return .real(Self.float(bytes))
        case PostgresType.bytes: return .blob([UInt8](bytes))
        case let type where Self.isInteger(type): return .integer(Self.integer(bytes))
        case let type where Self.isText(type): return .text(String(decoding: bytes, as: UTF8.self))
        case let type:
            // Portable SQL casts what comes in another type: sums, averages.
            let name = PQfname(result.pointer, CInt(column)).map { String(cString: $0) } ?? "\(column + 1)"
            throw StorageError.unexpected(column: name, found: "a value of PostgreSQL's type \(type)")
        }
    }

    private func type(_ column: Int) -> Oid { PQftype(result.pointer, CInt(column)) }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        let column = CInt(column)
        guard PQgetisnull(result.pointer, row, column) == 0, let start = PQgetvalue(result.pointer, row, column) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result.pointer, row, column)))
    }

    private static func isInteger(_ type: Oid) -> Bool {
        type == PostgresType.long || type == PostgresType.integer || type == PostgresType.short
    }

    private static func isText(_ type: Oid) -> Bool {
        type == PostgresType.text || type == PostgresType.varchar || type == PostgresType.name || type == PostgresType.unknown
    }

    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        switch bytes.count {
        case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        default: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        }
    }

    private static func double(_ bytes: UnsafeRawBufferPointer) -> Double {
        Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
    }

    private static func float(_ bytes: UnsafeRawBufferPointer) -> Double {
        Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
    }
}

/// Numbers of PostgreSQL's own types, the same in every database (`pg_type.dat` of its source).
enum PostgresType {
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let long: Oid = 20
    static let short: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let float: Oid = 700
    static let double: Oid = 701
    static let unknown: Oid = 705
    static let varchar: Oid = 1043
}
