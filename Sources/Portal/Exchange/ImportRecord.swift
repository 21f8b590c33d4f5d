import Domain

/// One program of a file, as texts: what both forms are turned into before anything is checked.
struct ImportRecord {
    /// CSV: the row of the spreadsheet. JSON: the place in the array, from 1.
    let row: Int
    let format: ProgramTableFormat
    /// Texts of the columns that the file has; blank when the cell is.
    private var cells: [ProgramColumn: String] = [:]
    /// The column of other tags, which is JSON in both forms.
    private(set) var otherTags: JSONValue?
    /// What was wrong with the form of single values.
    private(set) var errors: [ImportError] = []

    init(row: Int, format: ProgramTableFormat) {
        self.row = row
        self.format = format
    }

    /// `nil` when the file does not have the column: what is stored stays.
    subscript(column: ProgramColumn) -> String? {
        get { cells[column] }
        set { cells[column] = newValue }
    }

    mutating func setOtherTags(_ value: JSONValue) { otherTags = value }

    mutating func report(_ column: ProgramColumn, item: Int? = nil, _ reason: ImportError.Reason) {
        errors.append(error(column, item: item, reason))
    }

    func error(_ column: ProgramColumn, item: Int? = nil, _ reason: ImportError.Reason) -> ImportError {
        ImportError(row: row, column: format == .csv ? column.rawValue : column.jsonPath, item: item, reason: reason)
    }
}
