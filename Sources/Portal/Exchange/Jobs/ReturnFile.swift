package import Domain
import LabourMarket
import Matching
package import Storage

/// Gives a file back as it was uploaded and corrected so far, with a column that says of each row what is wrong with it.
package struct ReturnFile: Sendable {
    private let database: any SQLDatabase
    private let store: ImportJobStore
    private let catalogue: CurrentCatalogue
    private let clock: PortalClock

    package init(database: any SQLDatabase, catalogue: CurrentCatalogue, clock: PortalClock = .system) {
        self.database = database
        store = ImportJobStore(database)
        self.catalogue = catalogue
        self.clock = clock
    }

    /// - Parameters:
    ///   - sheet: the name of a workbook's sheet.
    ///   - sentence: what is said of one mistake, in the reader's language.
    package func callAsFunction(
        _ job: ImportJob, format: ProgramTableFormat, sheet: String, sentence: @escaping @Sendable (ImportError) -> String
    ) async throws -> [UInt8] {
        let file = try await store.importFile(of: job)
        let rules = ImportRules(information: catalogue.current.labourMarket, institution: job.institution, now: clock.now)
        return try await database.read { connection in
            var table = ReturnedTable(format, sheet: sheet, corrected: Set(file.corrections.values.flatMap(\.keys)))
            _ = try connection.run({ try file.records() }, rules) { read in
                for record in read { table.append(record, record.errors.map(sentence)) }
            } each: { _, _ in
            }
            return table.finish()
        }
    }
}

/// The table that is returned.
private struct ReturnedTable: ~Copyable {
    private let format: ProgramTableFormat
    private let sheet: String
    /// Columns that somebody filled in and that the file may not have.
    private let corrected: Set<ProgramColumn>
    private var columns: [ProgramColumn] = []
    private var table: DelimitedTextWriter?
    private var workbook: WorkbookWriter?

    init(_ format: ProgramTableFormat, sheet: String, corrected: Set<ProgramColumn>) {
        self.format = format
        self.sheet = sheet
        self.corrected = corrected
    }

    mutating func append(_ read: ReadRecord, _ sentences: [String]) {
        if table == nil, workbook == nil { begin(read.record) }
        let wrong = Set(read.errors.compactMap(\.column))
        // A column the file did not have: other rows keep what is stored, so that a blank cell does not clear it.
        let stored = read.stored.map { ProgramCells.cells($0) }
        let cells = columns.map { read.record[$0] ?? stored?[$0.rawValue] ?? "" }
        let said = sentences.joined(separator: "\n")
        guard table == nil else {
            table?.append(cells.map(GuardedCell.guarded) + [said])
            return
        }
        var values: [(value: WorkbookWriter.Value, style: WorkbookWriter.Style)] = zip(columns, cells).map { column, cell in
            let value = column.workbookValue(cell)
            if wrong.contains(column.name) { return (value, .markedText) }
            return (value, column == .lastConfirmed ? .date : .text)
        }
        values.append((said.isEmpty ? .blank : .text(said), said.isEmpty ? .text : .marked))
        workbook?.append(values)
    }

    private mutating func begin(_ first: ImportRecord) {
        columns = ProgramColumn.allCases.filter { first[$0] != nil || corrected.contains($0) }
        if format == .csv {
            table = DelimitedTextWriter(columns: columns.map(\.name) + [TableColumns.errors], byteOrderMark: true)
        } else {
            var writer = WorkbookWriter()
            writer.beginSheet(
                sheet, columns.map(\.workbookColumn) + [WorkbookWriter.Column(TableColumns.errors, width: 60, style: .wrapped)])
            workbook = consume writer
        }
    }

    consuming func finish() -> [UInt8] {
        if table == nil, workbook == nil { begin(ImportRecord(row: 1, format: .csv)) }
        if var writer = workbook.take() {
            writer.endSheet()
            return writer.finish()
        }
        return table?.take() ?? []
    }
}
