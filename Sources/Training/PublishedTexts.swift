import Domain
import LabourMarket
import Matching

/// What the publishers' files hold that is not built in.
struct PublishedTexts: Sendable {
    /// Sentences about the duties of unit groups.
    private(set) var duties: [String: [Translation]] = [:]
    /// Titles that belong to a unit group rather than to the one that mentions them.
    private(set) var exclusions: [String: [Translation]] = [:]
    /// Definitions and requirements.
    private(set) var sentences: [Translation] = []
    /// By O*NET code.
    private(set) var alternates: [String: [String]] = [:]
    /// O*NET codes by unit group.
    private(set) var bridges: [String: [String]] = [:]
    /// Names of software by the kind it is of.
    private(set) var technologies: [String: [String]] = [:]
    /// English and French definitions of industries by code.
    private(set) var industries: [String: Translation] = [:]

    init(_ folder: inout PublishedFolder, leavingOut leftOut: TrainingMaterial.LeftOut) throws {
        try readElements(&folder)
        try readAlternates(&folder, leavingOut: leftOut)
        try readCrosswalk(&folder)
        if let (file, columns) = try folder.table(
            "onet-29.3/Technology Skills.txt", quotes: false, columns: "Example", "Commodity Title")
        {
            for row in file.rows { technologies[row[columns[1]], default: []].append(row[columns[0]]) }
        }
        try readIndustries(&folder)
    }

    private mutating func readElements(_ folder: inout PublishedFolder) throws {
        let names = ["noc_code", "name_english", "name_french"]
        for file in ["main-duties", "exclusions", "employment-requirements"] {
            guard let (table, columns) = try folder.table("noc-2021/\(file).csv", columns: names[0], names[1], names[2]) else { continue }
            for row in table.rows {
                let text = Translation(english: row[columns[1]], french: row[columns[2]])
                // The line that introduces the list.
                guard !text.english.hasSuffix(":"), !text.english.isEmpty, !text.french.isEmpty else { continue }
                switch file {
                case "main-duties": duties[row[columns[0]], default: []].append(text)
                case "exclusions":
                    if let (code, title) = Self.exclusion(text) { exclusions[code, default: []].append(title) }
                default: sentences.append(text)
                }
            }
        }
        if let (table, columns) = try folder.table("noc-2021/classes.csv", columns: "description_english", "description_french") {
            for row in table.rows { sentences.append(Translation(english: row[columns[0]], french: row[columns[1]])) }
        }
    }

    /// `Cook (See 63200 Cooks)`: the title, and the code it has.
    private static func exclusion(_ text: Translation) -> (code: String, title: Translation)? {
        guard let english = text.english.firstRange(of: "(See "), let french = text.french.firstRange(of: "(Voir ") else { return nil }
        let code = String(text.english[english.upperBound...].prefix { $0.isNumber })
        guard OccupationCode(code) != nil else { return nil }
        return (code, Translation(english: String(text.english[..<english.lowerBound]), french: String(text.french[..<french.lowerBound])))
    }

    private mutating func readAlternates(_ folder: inout PublishedFolder, leavingOut leftOut: TrainingMaterial.LeftOut) throws {
        var reported: Set<EmbeddedText> = []
        var written: Set<String> = []
        if leftOut == .measured,
            let (table, columns) = try folder.table(
                "onet-29.3/Sample of Reported Titles.txt", quotes: false, columns: "Reported Job Title")
        {
            for row in table.rows {
                written.insert(row[columns[0]])
                reported.insert(EmbeddedText(title: row[columns[0]], language: .en))
            }
        }
        guard
            let (table, columns) = try folder.table(
                "onet-29.3/Alternate Titles.txt", quotes: false, columns: "O*NET-SOC Code", "Title", "Alternate Title")
        else { return }
        for row in table.rows {
            let code = row[columns[0]]
            if alternates[code] == nil { alternates[code] = [row[columns[1]]] }
            let title = row[columns[2]]
            guard !written.contains(title), !reported.contains(EmbeddedText(title: title, language: .en)) else { continue }
            alternates[code]?.append(title)
        }
    }

    private mutating func readCrosswalk(_ folder: inout PublishedFolder) throws {
        guard
            let (table, columns) = try folder.table(
                "crosswalks/onet-noc2021-weighted.csv", columns: "onet_soc_code", "noc_2021", "base_weight")
        else { return }
        for row in table.rows {
            guard try row.decimal(columns[2]) >= 0.5 else { continue }
            let code = row[columns[1]]
            // The crosswalk's authors merge the groups of senior managers into a code of their own.
            for code in code == "00018" ? ["00011", "00012", "00013", "00014", "00015"] : [code] {
                bridges[code, default: []].append(row[columns[0]])
            }
        }
    }

    private mutating func readIndustries(_ folder: inout PublishedFolder) throws {
        var english: [String: String] = [:]
        if let (table, columns) = try folder.table("naics-2022/structure-en.csv", columns: "Code", "Class definition") {
            for row in table.rows { english[row[columns[0]]] = row[columns[1]] }
        }
        if let (table, columns) = try folder.table("naics-2022/structure-fr.csv", columns: "code", "class_definition") {
            for row in table.rows {
                let code = row[columns[0]]
                if let text = english[code], !row[columns[1]].isEmpty {
                    industries[code] = Translation(english: text, french: row[columns[1]])
                }
            }
        }
    }
}
