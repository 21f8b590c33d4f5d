/// Writes delimited text that `DelimitedText` (and every spreadsheet) reads back to the same cells, white space at
/// their ends apart: RFC 4180, UTF-8, CRLF line ends.
package struct DelimitedTextWriter: Sendable {
    package let separator: DelimitedText.Separator
    /// What was written and not taken yet.
    package private(set) var bytes: [UInt8] = []

    /// - Parameter byteOrderMark: true for files that people will open in Excel, which otherwise misreads accents.
    package init(columns: [String], separator: DelimitedText.Separator = .comma, byteOrderMark: Bool = false) {
        self.separator = separator
        if byteOrderMark { bytes += TextDecoder.mark }
        append(columns)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator.rawValue) }
            append(cell)
        }
        bytes += [0x0D, 0x0A]
    }

    /// Hands over what was written, and forgets it: a long table need not be in memory whole.
    package mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        return taken
    }

    /// Byte by byte: to a `Character`, a quotation mark with a combining mark after it is no quotation mark.
    private mutating func append(_ cell: String) {
        let isSpecial = cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator.rawValue }
        guard isSpecial else { return bytes += cell.utf8 }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
