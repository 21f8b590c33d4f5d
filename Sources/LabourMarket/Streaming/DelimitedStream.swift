/// Records of a delimited text, read piece by piece. The separator is the one that occurs most in the first line.
///
/// Quoted as RFC 4180 says where the separator is a comma or a semicolon. In tab-separated texts a quotation mark is an ordinary character:
/// publishers write job titles there as employers typed them.
struct DelimitedStream: RecordSource {
    private var source: UTF8Source
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var separator: UInt8?
    private var row = 0
    private var columns = 0

    init(_ bytes: any ByteSource, name: String) {
        source = UTF8Source(bytes)
        self.name = name
    }

    mutating func next(into record: inout RecordCells) throws(ReleaseReadingError) -> Bool {
        while try nextLine(into: &record) {
            row += 1
            record.row = row
            guard !record.isBlank else { continue }
            if columns == 0 { columns = record.count }
            guard record.count == columns else {
                throw .content(DelimitedTextError(file: name, row: row, reason: .cellCount(found: record.count, expected: columns)))
            }
            return true
        }
        return false
    }

    /// One record, blank or not, up to and with its line end.
    private mutating func nextLine(into record: inout RecordCells) throws(ReleaseReadingError) -> Bool {
        guard let end = try lineEnd(from: position) else { return false }
        let separator = separator ?? DelimitedText.mostFrequentSeparator(Array(buffer[position..<end])).rawValue
        self.separator = separator
        record.removeAll()
        if separator != 0x09, buffer[position..<end].contains(0x22) {
            try splitQuoted(by: separator, into: &record)
        } else {
            split(to: end, by: separator, into: &record)
        }
        return true
    }

    private mutating func split(to end: Int, by separator: UInt8, into record: inout RecordCells) {
        var start = position
        while let cut = buffer[start..<end].firstIndex(of: separator) {
            record.append(contentsOf: Self.unquoted(buffer[start..<cut]))
            record.endCell()
            start = cut + 1
        }
        let last = buffer[start..<end]
        record.append(contentsOf: Self.unquoted(last.last == 0x0D ? last.dropLast() : last))
        record.endCell()
        position = min(end + 1, buffer.count)
    }

    /// Programs that write tab-separated text put quotation marks around cells with a comma in them.
    private static func unquoted(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        cell.count >= 2 && cell.first == 0x22 && cell.last == 0x22 ? cell.dropFirst().dropLast() : cell
    }

    /// A record with quotation marks: its cells may hold separators and line ends.
    private mutating func splitQuoted(by separator: UInt8, into record: inout RecordCells) throws(ReleaseReadingError) {
        var isQuoted = false
        var cellIsEmpty = true
        while true {
            if position == buffer.count, !(try refill()) {
                guard !isQuoted else { throw .content(DelimitedTextError(file: name, row: row + 1, reason: .unclosedQuote)) }
                break
            }
            let byte = buffer[position]
            position += 1
            if isQuoted {
                if byte == 0x22 {
                    if position == buffer.count { _ = try refill() }
                    if position < buffer.count, buffer[position] == 0x22 {
                        position += 1
                        record.append(byte)
                    } else {
                        isQuoted = false
                    }
                } else {
                    record.append(byte)
                }
            } else if byte == 0x0A {
                break
            } else if byte == separator {
                record.endCell()
                cellIsEmpty = true
                continue
            } else if byte == 0x22, cellIsEmpty {
                isQuoted = true
            } else {
                record.append(byte)
            }
            cellIsEmpty = false
        }
        record.endCell()
    }

    /// The index of the line's end in the buffer; `nil` when no line is left.
    private mutating func lineEnd(from start: Int) throws(ReleaseReadingError) -> Int? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) { return end }
            let seen = buffer.count - position
            guard try refill() else { return position < buffer.count ? buffer.count : nil }
            searched = position + seen
        }
    }

    /// Drops what has been read and appends the next piece. False when there is none.
    private mutating func refill() throws(ReleaseReadingError) -> Bool {
        guard !isAtEnd, let piece = try source.next() else {
            isAtEnd = true
            return false
        }
        if position == buffer.count {
            buffer = piece
        } else {
            buffer.removeSubrange(..<position)
            buffer.append(contentsOf: piece)
        }
        position = 0
        return true
    }
}
