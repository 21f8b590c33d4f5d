/// Why a table is no classification. Names the row and the column; the words for a reader are the caller's.
package struct ClassificationError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The header lacks a column of that name.
        case missingColumn
        case missingValue
        /// `lang` is neither `en` nor `fr`.
        case unknownLanguage
        /// Not one row below the header.
        case empty
    }

    /// As a spreadsheet numbers it: the header is row 1.
    package let row: Int
    /// `code`, `lang` or `label`.
    package let column: String
    /// What the cell held; `nil` when it was empty or missing.
    package let value: String?
    package let reason: Reason

    package init(row: Int, column: String, value: String?, reason: Reason) {
        self.row = row
        self.column = column
        self.value = value
        self.reason = reason
    }
}
