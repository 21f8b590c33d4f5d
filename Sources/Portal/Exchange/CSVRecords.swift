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
        let unknown = table.columns.filter { ProgramColumn(name: $0) == nil }
        let missing = ProgramColumn.key.map(\.name).filter { !table.columns.contains($0) }
        var errors: [ImportError] = []
        if !unknown.isEmpty { errors.append(ImportError(row: 1, reason: .unknownColumns(unknown))) }
        if !missing.isEmpty { errors.append(ImportError(row: 1, reason: .missingColumns(missing))) }
        guard errors.isEmpty else { throw ImportErrors(errors) }
        self.table = table
        columns = ProgramColumn.allCases.compactMap { column in table.column(column.name).map { (column, $0) } }
    }

    mutating func next() throws -> [ImportRecord]? {
        do { return try table.next().map { piece in piece.rows.map(record) } } catch let error as DelimitedTextError {
            throw ImportErrors([error.importError])
        }
    }

    private func record(_ row: DelimitedText.Row) -> ImportRecord {
        var record = ImportRecord(row: row.number, format: .csv)
        for (column, place) in columns {
            let cell = GuardedCell.unguarded(row[place])
            guard column == .otherTags else {
                record[column] = cell
                continue
            }
            guard !cell.isEmpty else {
                record.setOtherTags(.array([]))
                continue
            }
            do {
                var reader = JSONReader(Array(cell.utf8))
                record.setOtherTags(try reader.whole())
            } catch {
                record.report(.otherTags, .badTag(error.sentence))
            }
        }
        return record
    }
}

extension DelimitedTextError {
    fileprivate var importError: ImportError {
        // The table's own sentence, without the file's name and the place, which the import says in its own way.
        let text = description
        let clause = text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
        return ImportError(row: row, column: column, reason: .unreadable(clause.hasSuffix(".") ? String(clause.dropLast()) : clause))
    }
}
