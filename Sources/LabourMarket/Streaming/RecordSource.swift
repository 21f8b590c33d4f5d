/// A table's records one after the other, from a text or from a sheet.
protocol RecordSource {
    /// Fills `record` with the next one that is not blank. False after the last.
    mutating func next(into record: inout RecordCells) throws(ReleaseReadingError) -> Bool
}

/// The cells of one record, end to end in a buffer that is used again for the next.
struct RecordCells {
    /// As a spreadsheet numbers it, the header being row 1.
    var row = 0
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func append(contentsOf more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }
    mutating func endCell() { ends.append(bytes.count) }

    /// The cell without white space at its ends; empty where the record ends before it.
    subscript(index: Int) -> ArraySlice<UInt8> {
        guard index < ends.count else { return [] }
        var lower = index == 0 ? 0 : ends[index - 1]
        var upper = ends[index]
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return bytes[lower..<upper]
    }
}
