import Domain

/// NAICS Canada 2022 as Statistics Canada publishes its structure, one file a language. Sectors, subsectors and industry groups
/// are kept (two to four digits); the two levels below are finer than the portal needs.
enum NAICSFormat: ReleaseFormat {
    static let english = FileShape(name: "structure-en.csv", columns: ["Level", "Code", "Parent", "Class title"])
    static let french = FileShape(name: "structure-fr.csv", columns: ["level", "code", "parent", "class_title"])
    static let shapes = [english, french]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let english = try classes(files.one(english), Self.english.columns)
        let frenchFile = files.one(french)
        let french = try classes(frenchFile, Self.french.columns)
        let titles = Dictionary(uniqueKeysWithValues: french.map { ($0.code, $0.title) })
        var rows: [[String]] = []
        for one in english {
            guard let title = titles[one.code] else {
                throw DelimitedTextError(file: frenchFile.name, column: "code", value: one.code, reason: .rule("is missing"))
            }
            rows.append([one.code, one.title, title, one.parent])
        }
        guard french.count == english.count else {
            let known = Set(english.map(\.code))
            let extra = french.first { !known.contains($0.code) }
            throw DelimitedTextError(
                file: frenchFile.name, column: "code", value: extra?.code, reason: .rule("is not in the English structure"))
        }
        let table = ReleaseTable(name: "industries", columns: ["code", "en", "fr", "parent"], keyColumns: 1, rows: rows)
        return ReleaseContent(tables: [table])
    }

    private struct Class {
        let code: String
        let title: String
        let parent: String
    }

    private static func classes(_ file: DelimitedText, _ names: [String]) throws(DelimitedTextError) -> [Class] {
        let columns = try file.require(names)
        var classes: [Class] = []
        var keys = RowKeys()
        var codes: Set<String> = []
        for row in file.rows {
            // One of the files writes levels as decimals, "1.0".
            guard let level = Double(row[columns[0]]), (1...5).contains(level), level == level.rounded() else {
                throw row.error(columns[0], .outOfRange(1...5))
            }
            let code = try row.text(columns[1])
            try keys.insert(code, row, columns[1])
            guard isCode(code, level: Int(level)) else { throw row.error(columns[1], .rule("is not a NAICS code of level \(Int(level))")) }
            guard level <= 3 else { continue }
            let parent = row[columns[2]]
            guard level == 1 ? parent.isEmpty : codes.contains(parent) else {
                throw row.error(columns[2], .unknown(what: "the code of a class above"))
            }
            codes.insert(code)
            classes.append(Class(code: code, title: ReleaseTable.folded(try row.text(columns[3])), parent: parent))
        }
        return classes
    }

    /// A sector is two digits, or a range of two such as 31-33; each level below adds a digit.
    private static func isCode(_ code: String, level: Int) -> Bool {
        let parts = code.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { $0.count == level + 1 && $0.allSatisfy { (48...57).contains($0) } }
        return areDigits && (parts.count == 1 || (level == 1 && parts.count == 2 && parts[0].lexicographicallyPrecedes(parts[1])))
    }
}
