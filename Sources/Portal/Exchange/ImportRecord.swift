import Domain

/// One program of a file, as texts: what both forms are turned into before anything is checked.
struct ImportRecord: Sendable {
    /// CSV and XLSX: the row of the spreadsheet. JSON: the place in the array, from 1.
    let row: Int
    let format: ProgramTableFormat
    /// Texts of the columns that the file has, by the column's place; blank when the cell is.
    private var cells = [String?](repeating: nil, count: ProgramColumn.allCases.count)
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
        get { cells[column.rawValue] }
        set { cells[column.rawValue] = newValue }
    }

    mutating func setOtherTags(_ value: JSONValue) { otherTags = value }

    /// A cell of a table, as it stands there.
    mutating func setCell(_ column: ProgramColumn, _ cell: String) {
        self[column] = cell
        guard column == .otherTags else { return }
        guard !cell.isEmpty else { return setOtherTags(.array([])) }
        do {
            var reader = JSONReader(Array(cell.utf8))
            setOtherTags(try reader.whole())
        } catch {
            report(.otherTags, .badTag(error.sentence))
        }
    }

    /// What somebody put in the place of a cell: what was wrong with that is over.
    mutating func correct(_ column: ProgramColumn, _ cell: String) {
        let name = name(column)
        errors.removeAll { $0.column == name }
        setCell(column, cell)
    }

    mutating func report(_ column: ProgramColumn, item: Int? = nil, _ reason: ImportError.Reason) {
        errors.append(error(column, item: item, reason))
    }

    func error(_ column: ProgramColumn, item: Int? = nil, _ reason: ImportError.Reason) -> ImportError {
        ImportError(row: row, column: name(column), item: item, reason: reason)
    }

    /// The column as the file's form calls it.
    func name(_ column: ProgramColumn) -> String { format == .json ? column.jsonPath : column.name }
}
