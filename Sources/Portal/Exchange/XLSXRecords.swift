import Domain
import LabourMarket

/// Reads the first sheet of a workbook into records, some hundreds of rows at a time. The workbook is in memory packed; its rows are not.
struct XLSXRecords: RecordSource {
    private let table: WorkbookTable
    private let columns: [(ProgramColumn, Int)]

    /// - Throws: `ImportErrors`: what is wrong with the file as a workbook, or with its column names. Or what reading the file throws.
    init(_ file: ImportFile) throws {
        let bytes = try file.bytes()
        do { table = try WorkbookTable(bytes) } catch { throw Self.failure(error) }
        let names = table.columns
        columns = try TableColumns.check(names.filter { !$0.isEmpty }, for: file).compactMap { column in
            names.firstIndex(of: column.name).map { (column, $0) }
        }
    }

    mutating func next() throws -> [ImportRecord]? {
        do { return try table.next()?.map(record) } catch { throw Self.failure(error) }
    }

    private func record(_ row: WorkbookTable.Row) -> ImportRecord {
        var record = ImportRecord(row: row.number, format: .xlsx)
        for (column, place) in columns {
            guard row.cells.indices.contains(place) else {
                record.setCell(column, "")
                continue
            }
            let cell = row.cells[place]
            record.setCell(column, GuardedCell.unguarded(cell.text))
            switch cell.trouble {
            case .formula: record.report(column, .formula)
            case .error: record.report(column, .failedCell(cell.text))
            case .tooLong: record.report(column, .tooLong(limit: ProgramLimits.description))
            case nil: continue
            }
        }
        if row.exceeds { record.report(columns.last?.0 ?? .reference, .cellWithoutColumn) }
        return record
    }

    private static func failure(_ problem: WorkbookProblem) -> ImportErrors {
        ImportErrors([ImportError(reason: .unreadable(problem.sentence, .workbook(problem)))])
    }
}
