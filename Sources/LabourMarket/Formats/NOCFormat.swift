import Domain
import TextAnalysis

/// NOC 2021 as Statistics Canada publishes it: classes of all levels, the index of job titles in each language, and the
/// elements of the unit groups, of which only word counts are kept.
enum NOCFormat: ReleaseFormat {
    static let classes = FileShape(
        name: "classes.csv", columns: ["code", "name_english", "description_english", "name_french", "description_french"])
    static let titles = FileShape(
        name: "job-titles-en.csv and job-titles-fr.csv", columns: ["noc2021", "title", "unit_group_title"], several: true)
    static let examples = FileShape(
        name: "all-examples.csv", columns: elementColumns, marker: ("type_english", "All examples"), required: false)
    static let duties = FileShape(
        name: "main-duties.csv", columns: elementColumns, marker: ("type_english", "Main duties"), required: false)
    static let shapes = [classes, titles, examples, duties]

    private static let elementColumns = ["noc_code", "type_english", "name_english", "type_french", "name_french"]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let classification = try NOCClasses(files.one(classes))
        var titles = NOCTitles(classification)
        let published = try files.optional(examples).map { examples throws(DelimitedTextError) in try NOCTitles.published(in: examples) }
        for file in files.all(Self.titles) { try titles.read(file, keepingOnly: published) }
        try titles.requireBothLanguages(in: files.one(Self.titles))
        var tables = [classification.groupTable, classification.unitTable, titles.table]
        if let duties = files.optional(duties) {
            var words = DutyWords(classification)
            try words.read(classes: files.one(classes))
            try words.read(duties: duties)
            tables.append(words.table)
        }
        return ReleaseContent(tables: tables)
    }
}

/// The classes of all five levels.
struct NOCClasses {
    private(set) var titles: [String: LocalizedText] = [:]

    init(_ file: DelimitedText) throws(DelimitedTextError) {
        let columns = try file.require("code", "name_english", "name_french")
        var keys = RowKeys()
        for row in file.rows {
            let code = try row.text(columns[0])
            let isCode = code.utf8.count < 5 ? code.utf8.allSatisfy { (48...57).contains($0) } : OccupationCode(code) != nil
            guard isCode else { throw row.error(columns[0], .rule("is not a code of NOC 2021 (one to five digits)")) }
            try keys.insert(code, row, columns[0])
            guard code.utf8.count == 1 || titles[String(code.dropLast())] != nil else {
                throw row.error(columns[0], .rule("comes before the class above it, \(code.dropLast())"))
            }
            titles[code] = LocalizedText(
                en: ReleaseTable.folded(try row.text(columns[1])), fr: ReleaseTable.folded(try row.text(columns[2])))
        }
    }

    func contains(_ code: OccupationCode) -> Bool { titles[code.rawValue] != nil }

    /// The unit group a cell names.
    func unitGroup(_ row: DelimitedText.Row, _ column: DelimitedText.Column) throws(DelimitedTextError) -> OccupationCode {
        guard let code = OccupationCode(try row.text(column)), contains(code) else {
            throw row.error(column, .unknown(what: "the code of a unit group of NOC 2021"))
        }
        return code
    }

    var groupTable: ReleaseTable { table("groups") { $0.utf8.count < 5 } }
    var unitTable: ReleaseTable { table("unit-groups") { $0.utf8.count == 5 } }

    private func table(_ name: String, where isIncluded: (String) -> Bool) -> ReleaseTable {
        let rows = titles.filter { isIncluded($0.key) }.sorted { $0.key < $1.key }.map { [$0.key, $0.value.en ?? "", $0.value.fr ?? ""] }
        return ReleaseTable(name: name, columns: ["code", "en", "fr"], keyColumns: 1, rows: rows)
    }
}
