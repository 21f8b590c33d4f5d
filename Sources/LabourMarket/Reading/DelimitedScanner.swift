/// Splits UTF-8 bytes into records and cells. Takes a text in one piece or in many: a record that does not end in a piece is
/// left for the next one, so that the same bytes give the same records however they are cut.
struct DelimitedScanner: Sendable {
    /// 16 MB. A quotation mark that is never closed would otherwise make the rest of a large file one record.
    static let largestRecord = 16 << 20

    private let separator: UInt8
    private let quotes: Bool
    private let shortRecords: Bool
    private let name: String

    private var line = 1
    private var row = 0
    /// Cells of the first record: what every other one must have.
    private var expectedCells: Int?

    init(separator: UInt8, quotes: Bool, shortRecords: Bool, name: String) {
        self.separator = separator
        self.quotes = quotes
        self.shortRecords = shortRecords
        self.name = name
    }

    /// Adds the records that end in these bytes, and skips those that are blank.
    /// - Parameters:
    ///   - isLast: nothing comes after these bytes, so that the last record ends with them.
    ///   - most: how many records to add at the most.
    /// - Throws: what is wrong with a record. Those before it are in the storage.
    /// - Returns: how many bytes were read. The rest has to be given again, with what follows it.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, most: Int = .max, into storage: inout DelimitedStorage
    ) throws(DelimitedTextError) -> Int {
        var position = 0
        var added = 0
        while position < bytes.count, added < most {
            let startLine = line
            let start = position
            let firstCell = storage.cellStarts.count
            let firstByte = storage.bytes.count
            row += 1
            do throws(DelimitedTextError) {
                let ends = try scanRecord(bytes, &position, isLast: isLast, startLine: startLine, into: &storage)
                guard position - start <= Self.largestRecord else { throw error(.recordTooLong, line: startLine) }
                guard ends else {
                    row -= 1
                    line = startLine
                    storage.remove(cellsFrom: firstCell, bytesFrom: firstByte)
                    return start
                }
                if storage.bytes[firstByte...].allSatisfy(\.isBlankASCII) {
                    storage.remove(cellsFrom: firstCell, bytesFrom: firstByte)
                    continue
                }
                try checkCells(storage.cellStarts.count - firstCell, line: startLine)
            } catch {
                storage.remove(cellsFrom: firstCell, bytesFrom: firstByte)
                throw error
            }
            storage.addRecord(firstCell: firstCell, line: startLine, row: row)
            added += 1
        }
        return position
    }

    private mutating func checkCells(_ found: Int, line: Int) throws(DelimitedTextError) {
        let expected = expectedCells ?? found
        expectedCells = expected
        guard found == expected || (shortRecords && found < expected) else {
            throw error(.cellCount(found: found, expected: expected), line: line)
        }
    }

    /// One record, up to and with its line end.
    /// - Returns: false when more bytes are needed to know where it ends.
    private mutating func scanRecord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, isLast: Bool, startLine: Int, into storage: inout DelimitedStorage
    ) throws(DelimitedTextError) -> Bool {
        let end = bytes.count
        storage.cellStarts.append(Int32(storage.bytes.count))
        while true {
            guard position < end else { return isLast }
            if quotes, bytes[position] == 0x22 {
                position += 1
                guard try scanQuoted(bytes, &position, isLast: isLast, startLine: startLine, into: &storage) else { return false }
            } else {
                let start = position
                while position < end, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
                storage.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
            }
            guard position < end else { return isLast }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                storage.cellStarts.append(Int32(storage.bytes.count))
                continue
            }
            if byte == 0x0D {
                // Whether a line feed belongs to it is not known yet.
                if position == end, !isLast { return false }
                if position < end, bytes[position] == 0x0A { position += 1 }
            }
            line += 1
            return true
        }
    }

    /// The rest of a quoted cell: the opening quotation mark has been read, the closing one is consumed. Stops before a separator, a
    /// line end or the end of the text.
    private mutating func scanQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, isLast: Bool, startLine: Int, into storage: inout DelimitedStorage
    ) throws(DelimitedTextError) -> Bool {
        let end = bytes.count
        while true {
            let start = position
            while position < end, bytes[position] != 0x22 {
                if bytes[position] == 0x0A { line += 1 }
                position += 1
            }
            storage.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
            guard position < end else {
                if isLast { throw error(.unclosedQuote, line: startLine) }
                return false
            }
            position += 1
            guard position < end else { return isLast }
            switch bytes[position] {
            case 0x22:
                storage.bytes.append(0x22)
                position += 1
            case separator, 0x0A, 0x0D: return true
            default: throw error(.textAfterQuote, line: startLine)
            }
        }
    }

    private func error(_ reason: DelimitedTextError.Reason, line: Int) -> DelimitedTextError {
        DelimitedTextError(file: name, row: row, line: line, reason: reason)
    }
}
