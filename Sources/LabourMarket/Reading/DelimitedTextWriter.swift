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

    private func quotedIfNeeded(_ cell: String) -> String {
        let special = cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator.rawValue }
        guard special else { return cell }
        // Scalar by scalar: to a `Character`, a quotation mark with a combining mark after it is no quotation mark.
        var quoted = "\"".unicodeScalars
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
