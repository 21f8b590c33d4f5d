import LabourMarket

/// Reads the CSV form into records, a piece of the file at a time.
struct CSVRecords: RecordSource {
    private var table: DelimitedPieces
    private let columns: [(ProgramColumn, DelimitedText.Column)]

    /// - Throws: `ImportErrors`: what is wrong with the file as a table, or with its column names. Or what reading the file throws.
    init(_ file: ImportFile) throws {
        let table: DelimitedPieces
        do {
            table = try DelimitedPieces(name: "programs", encoding: try file.encoding(), source: try file.pieces())
        } catch let error as DelimitedTextError {
            throw ImportErrors([error.importError])
        }
        self.table = table
        columns = try TableColumns.check(table.columns, for: file).compactMap { column in table.column(column.name).map { (column, $0) } }
    }

    mutating func next() throws -> [ImportRecord]? {
        do { return try table.next().map { piece in piece.rows.map(record) } } catch let error as DelimitedTextError {
            throw ImportErrors([error.importError])
        }
    }

    private func record(_ row: DelimitedText.Row) -> ImportRecord {
        var record = ImportRecord(row: row.number, format: .csv)
        for (column, place) in columns {
            record.setCell(column, GuardedCell.unguarded(row[place]))
        }
        return record
    }
}

extension DelimitedTextError {
    fileprivate var importError: ImportError {
        // The table's own sentence, without the file's name and the place, which the import says in its own way.
        let text = description
        let clause = text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
        return ImportError(
            row: row, column: column, reason: .unreadable(clause.hasSuffix(".") ? String(clause.dropLast()) : clause, problem))
    }

    private var problem: TableProblem {
        switch reason {
        case .empty: .empty
        case .columnTwice: .columnTwice
        case .unclosedQuote: .unclosedQuote
        case .textAfterQuote: .textAfterQuote
        case .recordTooLong: .rowTooLong
        case .cellCount(let found, let expected): .cellCount(found: found, expected: expected)
        default: .other
        }
    }
}
