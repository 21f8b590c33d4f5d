/// What is wrong in a delimited text, and where. Names the file, the row as a spreadsheet numbers it (the header is 1),
/// the column and the offending value, as far as they are known.
package struct DelimitedTextError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case empty
        case missingColumns([String])
        case columnTwice
        case unclosedQuote
        case textAfterQuote
        /// More than 16 MB without an end: no table, or a quotation mark that is never closed.
        case recordTooLong
        case cellCount(found: Int, expected: Int)
        case missingValue
        case notAnInteger
        case notANumber
        case notOneOf([String])
        /// `what`: a short noun phrase, "an occupation of NOC 2021".
        case unknown(what: String)
        case outOfRange(ClosedRange<Double>)
        case duplicate(firstRow: Int)
        /// Any other rule, as a clause: "must be a range such as 31-33".
        case rule(String)
    }

    package let file: String
    package let row: Int?
    /// Line of the file, when it differs from the row because cells span lines.
    package let line: Int?
    package let column: String?
    package let value: String?
    package let reason: Reason

    package init(file: String, row: Int? = nil, line: Int? = nil, column: String? = nil, value: String? = nil, reason: Reason) {
        self.file = file
        self.row = row
        self.line = line == row ? nil : line
        self.column = column
        self.value = value
        self.reason = reason
    }
}

extension DelimitedTextError: CustomStringConvertible {
    /// One sentence for the command line: `cops.csv, row 14, column "Immigration": "12x" is not a whole number.`
    package var description: String {
        var place = file
        if let row { place += ", row \(row)" }
        if let line { place += " (line \(line))" }
        if let column { place += ", column \"\(column)\"" }
        return "\(place): \(sentence)."
    }

    private var sentence: String {
        let quoted = value.map { "\"\($0.count > 60 ? $0.prefix(60) + "…" : $0[...])\"" } ?? "the cell"
        return switch reason {
        case .empty: "there is nothing in it, not even column names"
        case .missingColumns(let names):
            "missing \(names.count == 1 ? "column" : "columns") \(names.map { "\"\($0)\"" }.joined(separator: ", "))"
        case .columnTwice: "the column is there twice"
        case .unclosedQuote: "a quotation mark is opened and never closed"
        case .textAfterQuote: "text follows a closing quotation mark; a quotation mark inside a cell is written twice"
        case .recordTooLong: "the row does not end within 16 MB; perhaps a quotation mark is never closed"
        case .cellCount(let found, let expected): "\(found) cells where there should be \(expected)"
        case .missingValue: "the cell is empty and must not be"
        case .notAnInteger: "\(quoted) is not a whole number"
        case .notANumber: "\(quoted) is not a number"
        case .notOneOf(let names): "\(quoted) is not one of \(names.map { "\"\($0)\"" }.joined(separator: ", "))"
        case .unknown(let what): "\(quoted) is not \(what)"
        case .outOfRange(let range):
            "\(quoted) is not between \(range.lowerBound.formattedPlainly) and \(range.upperBound.formattedPlainly)"
        case .duplicate(let firstRow): "\(quoted) is already in row \(firstRow)"
        case .rule(let clause): "\(quoted) \(clause)"
        }
    }
}

extension Double {
    fileprivate var formattedPlainly: String { self == rounded() ? String(Int(self)) : String(self) }
}
