import Domain

/// ESCO skills: English from the published collections (digital, green, transversal), from the list of all skills, or from both; French
/// from the list of all skills. Joined by URI. A skill without both names is left out. Descriptions are not read.
enum ESCOFormat: ReleaseFormat {
    static let collections = FileShape(
        name: "digitalSkillsCollection_en.csv, greenSkillsCollection_en.csv, transversalSkillsCollection_en.csv",
        columns: ["conceptUri", "preferredLabel", "altLabels", "reuseLevel", "broaderConceptUri", "broaderConceptPT"], required: false,
        several: true)
    /// The official list in either language has these columns and more; the language is in the file's name.
    static let english = FileShape(
        name: "skills_en.csv", columns: ["conceptUri", "preferredLabel", "altLabels"], required: false, nameEnding: "_en")
    static let french = FileShape(name: "skills_fr.csv", columns: ["conceptUri", "preferredLabel", "altLabels"])
    static let shapes = [collections, english, french]
    static let oneOf = [collections, english]

    private static let uriPrefix = "http://data.europa.eu/esco/skill/"
    /// The branches of transversal skills that are about other people: the rest (working with numbers, working efficiently) are
    /// done alone.
    private static let interpersonalBranches: Set<String> = [
        "communicating", "supporting others", "collaborating in teams and networks", "leading others", "following ethical code of conduct",
        "maintaining a positive attitude",
    ]

    static func content(of files: SourceFiles, background: ReleaseBackground) throws(DelimitedTextError) -> ReleaseContent {
        let french = try labels(files.one(french))
        var skills: [String: Entry] = [:]
        for file in files.all(collections) { try readCollection(file, french, into: &skills) }
        if let file = files.optional(english) {
            for (id, label) in try labels(file) {
                guard let french = french[id], skills[id] == nil else { continue }
                skills[id] = Entry(
                    en: label.name, fr: french.name, aliasesEN: label.aliases, aliasesFR: french.aliases, kind: .technical, broader: [])
            }
        }
        let rows = skills.sorted { $0.key < $1.key }.map { id, skill in
            // The first broader skill that is here itself; most broader concepts are groups that exist in English only.
            [
                "esco:" + id, skill.en, skill.fr, skill.aliasesEN, skill.aliasesFR, skill.kind.rawValue,
                skill.broader.first { skills[$0] != nil && $0 != id }.map { "esco:" + $0 } ?? "",
            ]
        }
        let table = ReleaseTable(
            name: "skills", columns: ["id", "en", "fr", "aliases-en", "aliases-fr", "kind", "broader"], keyColumns: 1, rows: rows)
        return ReleaseContent(tables: [table])
    }

    private struct Entry {
        let en: String
        let fr: String
        let aliasesEN: String
        let aliasesFR: String
        let kind: Skill.Kind
        let broader: [String]
    }

    private static func readCollection(
        _ file: DelimitedText, _ french: [String: (name: String, aliases: String)], into skills: inout [String: Entry]
    ) throws(DelimitedTextError) {
        let columns = try file.require(collections.columns)
        var keys = RowKeys()
        for row in file.rows {
            let id = try identifier(row, columns[0])
            try keys.insert(id, row, columns[0])
            let name = ReleaseTable.folded(try row.text(columns[1]))
            // A skill may be in several collections; the first one read counts.
            guard let french = french[id], skills[id] == nil else { continue }
            let branches = row[columns[5]].split(separator: "|").map { ReleaseTable.folded(String($0)) }
            let isInterpersonal = row[columns[3]] == "transversal" && branches.contains(where: interpersonalBranches.contains)
            let broader = row[columns[4]].split(separator: "|").map { ReleaseTable.folded(String($0)) }
            skills[id] = Entry(
                en: name, fr: french.name, aliasesEN: aliases(row[columns[2]], except: name), aliasesFR: french.aliases,
                kind: isInterpersonal ? .interpersonal : .technical,
                broader: broader.filter { $0.hasPrefix(uriPrefix) }.map { String($0.dropFirst(uriPrefix.count)) })
        }
    }

    private static func labels(_ file: DelimitedText) throws(DelimitedTextError) -> [String: (name: String, aliases: String)] {
        let columns = try file.require(french.columns)
        var labels: [String: (name: String, aliases: String)] = [:]
        var keys = RowKeys()
        for row in file.rows {
            let id = try identifier(row, columns[0])
            try keys.insert(id, row, columns[0])
            // The official list says which entries are no longer used.
            if let status = row["status"], status != "released" { continue }
            let name = ReleaseTable.folded(try row.text(columns[1]))
            labels[id] = (name, aliases(row[columns[2]], except: name))
        }
        return labels
    }

    private static func identifier(_ row: DelimitedText.Row, _ column: DelimitedText.Column) throws(DelimitedTextError) -> String {
        let uri = try row.text(column)
        guard uri.hasPrefix(uriPrefix), uri.utf8.count > uriPrefix.utf8.count else {
            throw row.error(column, .rule("is not the address of an ESCO skill"))
        }
        return String(uri.dropFirst(uriPrefix.count))
    }

    /// Alternative labels, parted by `|`, each once, without the preferred one.
    private static func aliases(_ cell: String, except name: String) -> String {
        var seen: Set<String> = [name.lowercased()]
        return cell.split(whereSeparator: { $0 == "|" || $0.isNewline }).map { ReleaseTable.folded(String($0)) }
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.joined(separator: "|")
    }
}
