/// Writes delimited text that `DelimitedText` (and every spreadsheet) reads back to the same cells, white space at
/// their ends apart: RFC 4180, UTF-8, CRLF line ends.
package struct DelimitedTextWriter: Sendable {
    package let separator: DelimitedText.Separator
    package private(set) var text: String

    /// - Parameter byteOrderMark: true for files that people will open in Excel, which otherwise misreads accents.
    package init(columns: [String], separator: DelimitedText.Separator = .comma, byteOrderMark: Bool = false) {
        self.separator = separator
        text = byteOrderMark ? "\u{FEFF}" : ""
        append(columns)
    }

    package mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.unicodeScalars.append(Unicode.Scalar(separator.rawValue)) }
            text += quotedIfNeeded(cell)
        }
        text += "\r\n"
    }

    /// What was written since the last time, and forgets it: long tables are written out piece by piece.
    package mutating func take() -> String {
        defer { text = "" }
        return text
    }

    private func quotedIfNeeded(_ cell: String) -> String {
        let special = cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator.rawValue }
        guard special else { return cell }
        // Byte by byte: to a `Character`, a quotation mark with a combining mark after it is no quotation mark.
        var quoted: [UInt8] = [0x22]
        quoted.reserveCapacity(cell.utf8.count + 16)
        for byte in cell.utf8 {
            if byte == 0x22 { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(0x22)
        return String(decoding: quoted, as: UTF8.self)
    }
}
