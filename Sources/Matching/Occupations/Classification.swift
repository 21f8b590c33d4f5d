package import Domain

/// What a matcher is built from: the labels of every group of some classification, in English, French or both, with what else is
/// known about a group. Any classification will do; NOC 2021 comes with all of it.
package struct Classification: Sendable {
    /// One label of one group.
    package struct Row: Hashable, Sendable {
        package let code: String
        package let language: Language
        package let label: String

        package init(code: String, language: Language, label: String) {
            self.code = code
            self.language = language
            self.label = label
        }
    }

    package var rows: [Row]
    /// Roots (`TextAnalyzer.roots`) of the words of a group's definition and duties, with their counts: statistics of texts, not texts.
    /// Empty when there are none.
    package var dutyWords: [String: [Language: [String: Int]]]
    /// People employed in the group. Empty when not known: no group is then likelier than another.
    package var employment: [String: Int]

    package init(rows: [Row], dutyWords: [String: [Language: [String: Int]]] = [:], employment: [String: Int] = [:]) {
        self.rows = rows
        self.dutyWords = dutyWords
        self.employment = employment
    }

    /// NOC 2021: every example job title and the name of every unit group.
    package init(_ information: LabourMarketInformation) {
        rows = []
        rows.reserveCapacity(information.jobTitles.count + 2 * information.occupations.count)
        for title in information.jobTitles {
            rows.append(Row(code: title.code.rawValue, language: title.language, label: title.title))
        }
        for (code, occupation) in information.occupations.sorted(by: { $0.key < $1.key }) {
            for language in Language.allCases {
                if let name = occupation.title[language] { rows.append(Row(code: code.rawValue, language: language, label: name)) }
            }
        }
        dutyWords = [:]
        for (code, words) in information.dutyWords { dutyWords[code.rawValue] = words }
        employment = [:]
        for (code, outlook) in information.outlooks {
            if let figures = outlook.figures { employment[code.rawValue] = figures.employment }
        }
    }

    /// A table with the columns `code`, `lang` (`en` or `fr`) and `label`, in any order, others ignored.
    /// - Parameter records: the rows below the header, each with its cells; the first is row 2 of the file.
    package init(header: [String], records: [[String]]) throws(ClassificationError) {
        var places: [Int] = []
        for name in ["code", "lang", "label"] {
            guard let place = header.firstIndex(of: name) else {
                throw ClassificationError(row: 1, column: name, value: nil, reason: .missingColumn)
            }
            places.append(place)
        }
        var rows: [Row] = []
        rows.reserveCapacity(records.count)
        for (index, record) in records.enumerated() {
            func cell(_ place: Int, _ name: String) throws(ClassificationError) -> String {
                guard place < record.count, !record[place].isBlank else {
                    throw ClassificationError(row: index + 2, column: name, value: nil, reason: .missingValue)
                }
                return record[place]
            }
            let written = try cell(places[1], "lang")
            guard let language = Language(rawValue: written) else {
                throw ClassificationError(row: index + 2, column: "lang", value: written, reason: .unknownLanguage)
            }
            rows.append(Row(code: try cell(places[0], "code"), language: language, label: try cell(places[2], "label")))
        }
        guard !rows.isEmpty else { throw ClassificationError(row: 2, column: "code", value: nil, reason: .empty) }
        self.init(rows: rows)
    }
}
