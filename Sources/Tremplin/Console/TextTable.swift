/// Columns of text lined up for reading in a terminal.
package struct TextTable {
    private let heads: [String]
    private var rows: [[String]] = []
    /// Columns of figures, lined up at their right end.
    private let rightAligned: Set<Int>

    package init(_ heads: [String], rightAligned: Set<Int> = []) {
        self.heads = heads
        self.rightAligned = rightAligned
    }

    package mutating func add(_ row: [String]) { rows.append(row) }

    /// With a line feed after each line; two spaces between columns.
    package var text: String {
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = row.enumerated().map { column, cell in
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                return rightAligned.contains(column) ? gap + cell : cell + gap
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
