/// The cells of a delimited text, unquoted, end to end in one buffer.
struct DelimitedStorage: Sendable {
    var bytes: [UInt8] = []
    /// Where each cell starts in `bytes`; a cell ends where the next one starts.
    var cellStarts: [Int32] = []
    /// Index into `cellStarts` of each record's first cell.
    private var recordStarts: [Int32] = []
    private var lines: [Int32] = []
    private var rowNumbers: [Int32] = []

    var recordCount: Int { lines.count }
    func line(_ record: Int) -> Int { Int(lines[record]) }
    func rowNumber(_ record: Int) -> Int { Int(rowNumbers[record]) }

    mutating func addRecord(firstCell: Int, line: Int, row: Int) {
        recordStarts.append(Int32(firstCell))
        lines.append(Int32(truncatingIfNeeded: line))
        rowNumbers.append(Int32(truncatingIfNeeded: row))
    }

    /// Takes back the cells of a record that turned out to be blank, or not to end yet.
    mutating func remove(cellsFrom cell: Int, bytesFrom byte: Int) {
        cellStarts.removeLast(cellStarts.count - cell)
        bytes.removeLast(bytes.count - byte)
    }

    /// Empties the storage and keeps its memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cellStarts.removeAll(keepingCapacity: true)
        recordStarts.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        rowNumbers.removeAll(keepingCapacity: true)
    }

    func cellCount(_ record: Int) -> Int {
        let end = record + 1 < recordStarts.count ? Int(recordStarts[record + 1]) : cellStarts.count
        return end - Int(recordStarts[record])
    }

    func text(record: Int, cell: Int) -> String { String(decoding: bytes[trimmedRange(record, cell)], as: UTF8.self) }
    func isEmpty(record: Int, cell: Int) -> Bool { trimmedRange(record, cell).isEmpty }

    /// The cell without ASCII white space at its ends; empty for a cell that a short record lacks.
    private func trimmedRange(_ record: Int, _ cell: Int) -> Range<Int> {
        guard cell < cellCount(record) else { return 0..<0 }
        let index = Int(recordStarts[record]) + cell
        var lower = Int(cellStarts[index])
        var upper = index + 1 < cellStarts.count ? Int(cellStarts[index + 1]) : bytes.count
        while lower < upper, bytes[lower].isBlankASCII { lower += 1 }
        while lower < upper, bytes[upper - 1].isBlankASCII { upper -= 1 }
        return lower..<upper
    }
}

extension UInt8 {
    var isBlankASCII: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
