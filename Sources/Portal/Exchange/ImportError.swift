package import Domain

/// One thing that is wrong in a table of programs: the row, the column, and what.
package struct ImportError: Error, Hashable, Sendable, Codable {
    package enum Reason: Error, Hashable, Sendable, Codable {
        /// The text is no table at all; a sentence without its full stop, for the command line, and the same for pages.
        case unreadable(String, TableProblem)
        case formula
        /// A cell in which a formula failed: `#REF!`.
        case failedCell(String)
        /// Something stands right of the last column name.
        case cellWithoutColumn
        case missingColumns([String])
        case unknownColumns([String])
        case missing
        case wrongType(expected: Shape)
        case notOneOf(String, [String])
        case notANumber(String)
        case notADate(String)
        case notYesOrNo(String)
        case notAWebAddress(String)
        case notACIPCode(String)
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case controlCharacter
        /// A code that the labour-market data in use does not have. `of`: the kind of code.
        case unknownCode(String, of: TagTarget.Kind)
        case unknownInstitution(String)
        /// The row names an institution, and whoever imports may import for another one.
        case otherInstitution(String, own: String)
        case offeringParts(Int)
        case notASchedule(String)
        case endsBeforeStart(String)
        case notAPrice(String)
        case notAPlace(String)
        case badTag(String)
        case halfASequence
        case studentAidLength
        case duplicate(firstRow: Int)
        case identifierTaken(String)
        case identifierDiffers(stored: String)
        case badIdentifier(String)
        /// Somebody wrote the program after the plan was made that this import follows.
        case changedSince
    }

    /// CSV: as a spreadsheet numbers it, the header being 1. JSON: the place in the array, from 1. `nil` for the file as a whole.
    package let row: Int?
    /// The column's name, or the path in the JSON form.
    package let column: String?
    /// The line within the cell, from 1, or the place in the list of the JSON form.
    package let item: Int?
    package let reason: Reason

    package init(row: Int? = nil, column: String? = nil, item: Int? = nil, reason: Reason) {
        self.row = row
        self.column = column
        self.item = item
        self.reason = reason
    }
}

extension ImportError: CustomStringConvertible {
    /// One sentence for the command line: `Row 14, column "weeks": "x" is not a number above zero.`
    package var description: String {
        var place: [String] = []
        if let row { place.append("row \(row)") }
        if let column { place.append("column \"\(column)\"") }
        if let item { place.append("line \(item)") }
        let start = place.joined(separator: ", ")
        return start.isEmpty ? "\(capitalised(reason.sentence))." : "\(capitalised(start)): \(reason.sentence)."
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension ImportError.Reason {
    fileprivate var sentence: String {
        switch self {
        case .unreadable(let clause, _): clause
        case .formula: "there is a formula; type its result as a value"
        case .failedCell(let text): "the spreadsheet shows \(quoted(text)) here"
        case .cellWithoutColumn: "there is a value right of the last column name"
        case .missingColumns(let names): "these columns are needed and are not there: \(list(names))"
        case .unknownColumns(let names): "these columns are not known: \(list(names))"
        case .missing: "there must be a value here"
        case .wrongType(let expected): "this must be \(expected.rawValue)"
        case .notOneOf(let value, let choices): "\(quoted(value)) is not one of \(list(choices))"
        case .notANumber(let value): "\(quoted(value)) is not a number above zero"
        case .notADate(let value): "\(quoted(value)) is not a day written like 2027-01-31"
        case .notYesOrNo(let value): "\(quoted(value)) is neither yes nor no"
        case .notAWebAddress(let value): "\(quoted(value)) is not an address that starts with https:// or http://"
        case .notACIPCode(let value): "\(quoted(value)) is not a CIP code such as 51.3902"
        case .tooLong(let limit): "the text is longer than \(limit) characters"
        case .tooMany(let limit): "there are more than \(limit) values"
        case .controlCharacter: "the text has a control character in it"
        case .unknownCode(let code, let kind): "\(quoted(code)) is not \(kind.phrase) of the labour-market data in use"
        case .unknownInstitution(let id): "there is no institution \(quoted(id))"
        case .otherInstitution(let id, let own): "the row is of \(quoted(id)), and only programs of \(quoted(own)) can be imported here"
        case .offeringParts(let count):
            "an offering has 4 or 5 parts with semicolons between (dates; delivery; place; language; price), here are \(count)"
        case .notASchedule(let value): "\(quoted(value)) is neither \"open\" nor dates like 2027-01-12..2027-03-02"
        case .endsBeforeStart(let value): "\(quoted(value)) ends before it starts"
        case .notAPrice(let value): "\(quoted(value)) is neither \"free\" nor a price in dollars up to 100000"
        case .notAPlace(let value): "\(quoted(value)) is not a town with or without a postal code"
        case .badTag(let clause): clause
        case .halfASequence: "a sequence needs both its reference and a position from 1"
        case .studentAidLength: "\"osap\" needs the hours (5 to 300) and the weeks (under 12)"
        case .duplicate(let firstRow): "the institution's reference is in row \(firstRow) already"
        case .identifierTaken(let id): "another program has the id \(quoted(id))"
        case .identifierDiffers(let stored): "the program is stored with the id \(quoted(stored))"
        case .changedSince: "the program was changed since it was compared with the file; compare again"
        case .badIdentifier(let id): "\(quoted(id)) is not an id: up to 64 letters, digits, dots, dashes, colons or underscores"
        }
    }

    private func quoted(_ value: String) -> String { value.count > 60 ? "\"\(value.prefix(60))…\"" : "\"\(value)\"" }

    private func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}

extension JSONProblem {
    /// A clause for `ImportError.Reason.unreadable`.
    var sentence: String {
        let what =
            switch reason {
            case .unexpected: "a character that JSON does not have there"
            case .unterminated: "the file ends too early"
            case .badText: "a text that is not written as JSON writes texts"
            case .badNumber: "a number that is not written as JSON writes numbers"
            case .keyTwice(let key): "the key \"\(key)\" is there twice"
            case .tooDeep: "values nested too deeply"
            case .notAnArray: "the file must be an array of programs"
            }
        return "line \(line): \(what)"
    }
}
