/// A table of a release: tab-separated UTF-8 text, one row a line, each line ended by a line feed.
///
/// Cells hold no tab and no line end: white space inside a cell is folded to single spaces when the table is made.
package struct ReleaseTable: Hashable, Sendable {
    package let name: String
    package let columns: [String]
    /// How many of the first columns together tell rows apart.
    package let keyColumns: Int
    package let text: String

    /// - Precondition: as many cells a row as columns.
    package init(name: String, columns: [String], keyColumns: Int, rows: [[String]]) {
        self.name = name
        self.columns = columns
        self.keyColumns = keyColumns
        var text = ""
        for row in rows {
            precondition(row.count == columns.count, "table \(name): \(row.count) cells in a row of \(columns.count) columns")
            for (index, cell) in row.enumerated() {
                if index > 0 { text += "\t" }
                text += Self.folded(cell)
            }
            text += "\n"
        }
        self.text = text
    }

    init(name: String, columns: [String], keyColumns: Int, text: String) {
        self.name = name
        self.columns = columns
        self.keyColumns = keyColumns
        self.text = text
    }

    package var rowCount: Int { text.utf8.count { $0 == 0x0A } }

    /// Every kind of white space (publishers leave no-break spaces and line ends in their titles) becomes one space, none at the ends.
    package static func folded(_ cell: String) -> String {
        let needsFolding =
            cell.utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 } || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
            || cell.contains("  ")
        guard needsFolding else { return cell }
        return cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
