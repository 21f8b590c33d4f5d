/// Why a workbook cannot be read as a table.
package enum WorkbookProblem: String, Error, Hashable, Sendable, Codable, CaseIterable {
    case notAWorkbook
    /// The binary form of before 2007, or a workbook with a password.
    case oldOrLocked
    case macros
    /// What is packed in it is far more than an honest workbook holds.
    case unpacksTooLarge
    /// Its parts are cut off, missing, or not what they should be.
    case damaged
    /// The first sheet has no column names in row 1.
    case empty
    case columnTwice
    case tooManyTexts
}

extension WorkbookProblem {
    /// A clause for the command line.
    package var sentence: String {
        switch self {
        case .notAWorkbook: "the file is no workbook (XLSX)"
        case .oldOrLocked: "the file is a workbook of an old kind or with a password; save it as XLSX without one"
        case .macros: "the workbook has macros; save it as XLSX, which has none"
        case .unpacksTooLarge: "the workbook is packed so that it unpacks to far more than it should"
        case .damaged: "the workbook is damaged"
        case .empty: "the first sheet has no column names in its first row"
        case .columnTwice: "a column name stands twice in the first row"
        case .tooManyTexts: "the workbook holds more texts than a table of programs can have"
        }
    }
}
