/// The cells of a delimited text, unquoted, end to end in one buffer.
struct DelimitedStorage: Sendable {
    fileprivate(set) var bytes: [UInt8] = []
    /// Where each cell starts in `bytes`; a cell ends where the next one starts.
    fileprivate var cellStarts: [Int32] = []
    /// Index into `cellStarts` of each record's first cell.
    fileprivate var recordStarts: [Int32] = []
    fileprivate var lines: [Int32] = []
    fileprivate var rowNumbers: [Int32] = []

    var recordCount: Int { lines.count }
    func line(_ record: Int) -> Int { Int(lines[record]) }
    func rowNumber(_ record: Int) -> Int { Int(rowNumbers[record]) }

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
    fileprivate var isBlankASCII: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// Splits UTF-8 bytes into records and cells.
struct DelimitedScanner {
    let bytes: [UInt8]
    let separator: UInt8
    let quotes: Bool
    let name: String

    private var line: Int32 = 1
    private var row: Int32 = 0
    private var position = 0

    init(bytes: [UInt8], separator: UInt8, quotes: Bool, name: String) {
        self.bytes = bytes
        self.separator = separator
        self.quotes = quotes
        self.name = name
    }

    mutating func scan(shortRecords: Bool) throws(DelimitedTextError) -> DelimitedStorage {
        var storage = DelimitedStorage()
        storage.bytes.reserveCapacity(bytes.count)
        while position < bytes.count {
            row += 1
            let startLine = line
            let firstCell = storage.cellStarts.count
            let firstByte = storage.bytes.count
            try scanRecord(into: &storage)
            if storage.bytes[firstByte...].allSatisfy(\.isBlankASCII) {
                storage.cellStarts.removeLast(storage.cellStarts.count - firstCell)
                storage.bytes.removeLast(storage.bytes.count - firstByte)
                continue
            }
            storage.recordStarts.append(Int32(firstCell))
            storage.lines.append(startLine)
            storage.rowNumbers.append(row)
            let found = storage.cellStarts.count - firstCell
            let expected = storage.cellCount(0)
            guard found == expected || (shortRecords && found < expected) else {
                throw error(.cellCount(found: found, expected: expected), line: startLine)
            }
        }
        return storage
    }

    /// One record, up to and with its line end.
    private mutating func scanRecord(into storage: inout DelimitedStorage) throws(DelimitedTextError) {
        let startLine = line
        storage.cellStarts.append(Int32(storage.bytes.count))
        var cellIsEmpty = true
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case separator:
                storage.cellStarts.append(Int32(storage.bytes.count))
                cellIsEmpty = true
            case 0x0A, 0x0D:
                if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
                line += 1
                return
            case 0x22 where quotes && cellIsEmpty:
                try scanQuoted(into: &storage, startLine: startLine)
                cellIsEmpty = false
            default:
                storage.bytes.append(byte)
                cellIsEmpty = false
            }
        }
    }

    /// The rest of a quoted cell: the opening quotation mark has been read, the closing one is consumed.
    private mutating func scanQuoted(into storage: inout DelimitedStorage, startLine: Int32) throws(DelimitedTextError) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                guard position < bytes.count else { return }
                switch bytes[position] {
                case 0x22:
                    storage.bytes.append(byte)
                    position += 1
                case separator, 0x0A, 0x0D: return
                default: throw error(.textAfterQuote, line: startLine)
                }
            } else {
                if byte == 0x0A { line += 1 }
                storage.bytes.append(byte)
            }
        }
        throw error(.unclosedQuote, line: startLine)
    }

    private func error(_ reason: DelimitedTextError.Reason, line: Int32) -> DelimitedTextError {
        DelimitedTextError(file: name, row: Int(row), line: Int(line), reason: reason)
    }
}
