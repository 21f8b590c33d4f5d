import Domain

/// OaSIS skills: one row an occupational profile (`NOC.suffix`), one column a skill, levels 0 to 5. A unit group's level is the mean
/// of its profiles', to two decimals.
enum OaSISFormat: ReleaseFormat {
    static let profiles = FileShape(name: "skills_oasis.csv", columns: ["Code OaSIS"] + OaSISSkill.all.map(\.publishedName))
    static let shapes = [profiles]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let file = files.one(profiles)
        let columns = try file.require(profiles.columns)
        var sums: [OccupationCode: (levels: [Int], profiles: Int)] = [:]
        var keys = RowKeys()
        for row in file.rows {
            try keys.insert(try row.text(columns[0]), row, columns[0])
            let code = try unitGroup(row, columns[0], background)
            var sum = sums[code] ?? (Array(repeating: 0, count: columns.count - 1), 0)
            for index in sum.levels.indices {
                let level = try row.integer(columns[index + 1])
                guard (0...5).contains(level) else { throw row.error(columns[index + 1], .outOfRange(0...5)) }
                sum.levels[index] += level
            }
            sum.profiles += 1
            sums[code] = sum
        }
        let rows = sums.sorted { $0.key < $1.key }.map { code, sum in
            [code.rawValue] + sum.levels.map { mean($0, of: sum.profiles) }
        }
        let levels = ReleaseTable(name: "levels", columns: ["code"] + OaSISSkill.all.map(\.id), keyColumns: 1, rows: rows)
        return ReleaseContent(tables: [skillTable, levels])
    }

    private static var skillTable: ReleaseTable {
        ReleaseTable(
            name: "skills", columns: ["id", "en", "fr", "aliases-en", "aliases-fr", "kind", "broader"], keyColumns: 1,
            rows: OaSISSkill.all.map {
                [$0.id, $0.en, $0.fr, $0.aliasesEN.joined(separator: "|"), $0.aliasesFR.joined(separator: "|"), $0.kind.rawValue, ""]
            })
    }

    /// `12345.01` is a profile of unit group 12345.
    private static func unitGroup(
        _ row: DelimitedText.Row, _ column: DelimitedText.Column, _ background: ReleaseBackground
    ) throws(DelimitedTextError) -> OccupationCode {
        let parts = row[column].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw row.error(column, .rule("is not a profile's code such as 12345.01"))
        }
        guard let code = OccupationCode(parts[0]), background.occupations.contains(code) else {
            throw row.error(column, .unknown(what: "a profile of a unit group of NOC 2021"))
        }
        return code
    }

    private static func mean(_ sum: Int, of count: Int) -> String {
        let hundredths = (sum * 100 + count / 2) / count
        return hundredths % 100 == 0
            ? String(hundredths / 100)
            : "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
