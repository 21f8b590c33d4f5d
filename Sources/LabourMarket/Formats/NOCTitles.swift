import Domain

/// The job titles of both languages.
struct NOCTitles {
    private let classes: NOCClasses
    private var titles: [OccupationCode: [Language: [String]]] = [:]
    private var languages: Set<Language> = []

    init(_ classes: NOCClasses) { self.classes = classes }

    /// One language's index. The language is that of the unit groups' titles, which every row repeats.
    /// - Parameter published: for English, the titles of the published index: others were added by a third party and are left out.
    mutating func read(_ file: DelimitedText, keepingOnly published: Set<String>?) throws(DelimitedTextError) {
        let columns = try file.require("noc2021", "title", "unit_group_title")
        let language = try language(of: file, columns)
        guard languages.insert(language).inserted else {
            throw DelimitedTextError(
                file: file.name, row: 2, column: columns[2].name, reason: .rule("is in the language of the other file of titles"))
        }
        var keys = RowKeys()
        for row in file.rows {
            let code = try classes.unitGroup(row, columns[0])
            let title = ReleaseTable.folded(try row.text(columns[1]))
            try keys.insert("\(code) \(title)", row, columns[1])
            if language == .en, let published, !published.contains(Self.key(code.rawValue, title)) { continue }
            titles[code, default: [:]][language, default: []].append(title)
        }
    }

    func requireBothLanguages(in file: DelimitedText) throws(DelimitedTextError) {
        guard languages.count < 2 else { return }
        throw DelimitedTextError(
            file: file.name, reason: .rule("is the only file of titles: English and French are both needed"))
    }

    /// The English titles of the index as published, with their codes. Case is not compared: the two files differ in it.
    static func published(in examples: DelimitedText) throws(DelimitedTextError) -> Set<String> {
        let columns = try examples.require("noc_code", "name_english")
        return Set(examples.rows.map { key($0[columns[0]], ReleaseTable.folded($0[columns[1]])) })
    }

    var table: ReleaseTable {
        var rows: [[String]] = []
        for (code, byLanguage) in titles.sorted(by: { $0.key < $1.key }) {
            for language in Language.allCases {
                for title in (byLanguage[language] ?? []).sorted() { rows.append([code.rawValue, language.rawValue, title]) }
            }
        }
        return ReleaseTable(name: "job-titles", columns: ["code", "lang", "title"], keyColumns: 3, rows: rows)
    }

    private static func key(_ code: String, _ title: String) -> String { "\(code) \(title.lowercased())" }

    private func language(of file: DelimitedText, _ columns: [DelimitedText.Column]) throws(DelimitedTextError) -> Language {
        for row in file.rows {
            let title = classes.titles[try classes.unitGroup(row, columns[0]).rawValue]
            let given = ReleaseTable.folded(row[columns[2]])
            if title?.en != title?.fr, let language = Language.allCases.first(where: { title?[$0] == given }) { return language }
        }
        throw DelimitedTextError(
            file: file.name, row: 2, column: columns[2].name,
            reason: .rule("is in neither language the title of the unit group in the file of classes"))
    }
}
