package import Domain

/// Something an import did with a value that its owner should know. Notes never stand in the way.
package struct ImportNote: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// A code of NOC 2016 that became one group of NOC 2021.
        case translated(from: String, to: Occupation)
        /// A code of NOC 2016 that was divided among several: each is a suggested tag now.
        case suggested(from: String, each: [Occupation])
    }

    package struct Occupation: Hashable, Sendable {
        package let code: OccupationCode
        /// Empty when the data in use does not have it.
        package let title: LocalizedText
    }

    package let row: Int
    /// The column's name, or the path in the JSON form.
    package let column: String
    package let what: What

    package init(row: Int, column: String, what: What) {
        self.row = row
        self.column = column
        self.what = what
    }
}

extension ImportNote.What {
    package var former: String {
        switch self {
        case .translated(let code, _), .suggested(let code, _): code
        }
    }

    package var occupations: [ImportNote.Occupation] {
        switch self {
        case .translated(_, let occupation): [occupation]
        case .suggested(_, let occupations): occupations
        }
    }
}

extension ImportNote: CustomStringConvertible {
    /// One sentence for the command line: `Row 5, column "occupations": 6552 (NOC 2016) became 64409 Other customer … .`
    package var description: String {
        let names = what.occupations.map { "\($0.code) \($0.title.text(.en))".trimmed }
        let sentence =
            switch what {
            case .translated(let code, _): "\(code) (NOC 2016) became \(names[0])"
            case .suggested(let code, _):
                "\(code) (NOC 2016) was divided; each part is suggested for somebody to decide: \(names.joined(separator: "; "))"
            }
        return "Row \(row), column \"\(column)\": \(sentence)."
    }
}
