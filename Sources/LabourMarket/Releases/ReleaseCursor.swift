extension ReleaseTable {
    func cursor(of kind: ReleaseKind) -> ReleaseCursor { ReleaseCursor(self, kind: kind) }
}

/// Walks over a table's rows. Works on bytes and makes strings only of the cells asked for: start-up reads five megabytes this way.
struct ReleaseCursor {
    private let kind: ReleaseKind
    private let table: ReleaseTable
    private let bytes: [UInt8]
    private var position = 0
    private var row = 0
    /// Start of each cell of the current row, and one past the row's line feed.
    private var starts: [Int]

    init(_ table: ReleaseTable, kind: ReleaseKind) {
        self.kind = kind
        self.table = table
        bytes = Array(table.text.utf8)
        starts = Array(repeating: 0, count: table.columns.count + 1)
    }

    /// Moves to the next row. False after the last.
    mutating func next() throws(ReleaseError) -> Bool {
        guard position < bytes.count else { return false }
        row += 1
        var cell = 0
        starts[0] = position
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x09 || byte == 0x0A {
                cell += 1
                guard cell < starts.count else { break }
                starts[cell] = position
                if byte == 0x0A { break }
            }
        }
        guard cell == starts.count - 1, bytes[position - 1] == 0x0A else { throw error(nil, .cellCount) }
        return true
    }

    /// The bytes of a cell of the current row.
    func cell(_ column: Int) -> ArraySlice<UInt8> { bytes[starts[column]..<(starts[column + 1] - 1)] }
    func string(_ column: Int) -> String { String(decoding: cell(column), as: UTF8.self) }
    func isEmpty(_ column: Int) -> Bool { starts[column] == starts[column + 1] - 1 }

    func text(_ column: Int) throws(ReleaseError) -> String {
        guard !isEmpty(column) else { throw error(column, .value) }
        return string(column)
    }

    func integer(_ column: Int) throws(ReleaseError) -> Int {
        guard let value = Int(string(column)) else { throw error(column, .value) }
        return value
    }

    func decimal(_ column: Int) throws(ReleaseError) -> Double {
        guard let value = Double(string(column)) else { throw error(column, .value) }
        return value
    }

    /// The parts of a list cell; none for an empty cell.
    func list(_ column: Int, separator: UInt8) -> [String] {
        cell(column).split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
    }

    func error(_ column: Int?, _ reason: ReleaseError.Reason) -> ReleaseError {
        ReleaseError(
            kind: kind, table: table.name, row: row, column: column.map { table.columns[$0] }, value: column.map { string($0) },
            reason: reason)
    }
}
