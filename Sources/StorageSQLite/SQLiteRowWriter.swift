import Storage

/// Binds values one by one, and runs the statement when the row is whole.
final class SQLiteRowWriter: SQLRowWriter {
    private let statement: SQLiteStatement
    private var place: CInt = 0

    init(_ statement: SQLiteStatement) { self.statement = statement }

    func append(_ text: String?) throws {
        place += 1
        guard let text else { return statement.bind(nil as Int?, place) }
        try statement.bind(text, place)
    }

    func append(_ integer: Int?) throws {
        place += 1
        statement.bind(integer, place)
    }

    func append(_ real: Double?) throws {
        place += 1
        if let real, !real.isFinite { throw StorageError.unstorable("a number that is not finite") }
        statement.bind(real, place)
    }

    func endRow() throws {
        place = 0
        try statement.finish()
    }
}
