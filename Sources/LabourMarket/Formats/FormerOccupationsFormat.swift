import Domain

/// The correspondence between the unit groups of NOC 2016 and those of NOC 2021, as Statistics Canada publishes it: one row for each pair.
enum FormerOccupationsFormat: ReleaseFormat {
    static let pairs = FileShape(name: "noc2016-noc2021.csv", columns: ["NOC 2016 V1.3 Code", "NOC 2021 V1.0 Code"])
    static let shapes = [pairs]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let file = files.one(pairs)
        let columns = try file.require(pairs.columns)
        var rows: [[String]] = []
        var keys = RowKeys()
        for row in file.rows {
            let former = try formerCode(row, columns[0])
            let code = try background.occupation(row, columns[1], padding: true).rawValue
            try keys.insert(former + code, row, columns[0])
            rows.append([former, code])
        }
        return ReleaseContent(tables: [
            ReleaseTable(
                name: "former-occupations", columns: ["noc-2016", "noc-2021"], keyColumns: 2,
                rows: rows.sorted { $0.lexicographicallyPrecedes($1) })
        ])
    }

    /// Four digits. Spreadsheets lose leading zeros: they are put back.
    private static func formerCode(_ row: DelimitedText.Row, _ column: DelimitedText.Column) throws(DelimitedTextError) -> String {
        let text = try row.text(column)
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw row.error(column, .rule("is not a code of a unit group of NOC 2016"))
        }
        return String(repeating: "0", count: 4 - text.utf8.count) + text
    }
}
