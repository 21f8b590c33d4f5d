import Domain
import TextAnalysis

/// How often each root of a word occurs in the definition and the main duties of a unit group: statistics that matching weighs.
/// The sentences themselves are the publisher's and are not kept.
struct DutyWords {
    private let classes: NOCClasses
    private var counts: [OccupationCode: [Language: [String: Int]]] = [:]
    private let analyzer = TextAnalyzer()

    init(_ classes: NOCClasses) { self.classes = classes }

    mutating func read(classes file: DelimitedText) throws(DelimitedTextError) {
        let columns = try file.require("code", "description_english", "description_french")
        for row in file.rows where row[columns[0]].utf8.count == 5 {
            let code = try classes.unitGroup(row, columns[0])
            count(row[columns[1]], code, .en)
            count(row[columns[2]], code, .fr)
        }
    }

    /// The line that introduces the duties is the same in every group, and is left out.
    mutating func read(duties file: DelimitedText) throws(DelimitedTextError) {
        let columns = try file.require("noc_code", "name_english", "name_french")
        for row in file.rows {
            let code = try classes.unitGroup(row, columns[0])
            if !row[columns[1]].hasSuffix(":") { count(row[columns[1]], code, .en) }
            if !row[columns[2]].hasSuffix(":") { count(row[columns[2]], code, .fr) }
        }
    }

    var table: ReleaseTable {
        var rows: [[String]] = []
        for (code, byLanguage) in counts.sorted(by: { $0.key < $1.key }) {
            for language in Language.allCases {
                let words = (byLanguage[language] ?? [:]).sorted { $0.key < $1.key }
                rows.append([
                    code.rawValue, language.rawValue,
                    words.map { $0.value == 1 ? $0.key : "\($0.key):\($0.value)" }.joined(separator: " "),
                ])
            }
        }
        return ReleaseTable(name: "duty-words", columns: ["code", "lang", "words"], keyColumns: 2, rows: rows)
    }

    private mutating func count(_ sentence: String, _ code: OccupationCode, _ language: Language) {
        for root in analyzer.roots(sentence, language: language == .en ? .en : .fr) {
            counts[code, default: [:]][language, default: [:]][root, default: 0] += 1
        }
    }
}
