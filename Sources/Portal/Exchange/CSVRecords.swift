import LabourMarket

/// Reads the CSV form into records.
struct CSVRecords {
    private let table: DelimitedText
    private let columns: [(ProgramColumn, DelimitedText.Column)]

    /// - Throws: what is wrong with the file as a table, or with its column names.
    init(_ bytes: [UInt8]) throws(ImportErrors) {
        let table: DelimitedText
        do { table = try DelimitedText(bytes, name: "programs") } catch { throw ImportErrors([error.importError]) }
        let unknown = table.columns.filter { ProgramColumn(rawValue: $0) == nil }
        let missing = ProgramColumn.key.map(\.rawValue).filter { !table.contains($0) }
        var errors: [ImportError] = []
        if !unknown.isEmpty { errors.append(ImportError(row: 1, reason: .unknownColumns(unknown))) }
        if !missing.isEmpty { errors.append(ImportError(row: 1, reason: .missingColumns(missing))) }
        guard errors.isEmpty else { throw ImportErrors(errors) }
        self.table = table
        columns = ProgramColumn.allCases.compactMap { column in table.column(column.rawValue).map { (column, $0) } }
    }

    func forEach(_ body: (ImportRecord) -> Void) {
        for row in table.rows {
            var record = ImportRecord(row: row.number, format: .csv)
            for (column, place) in columns {
                let cell = GuardedCell.unguarded(row[place])
                guard column == .otherTags else {
                    record[column] = cell
                    continue
                }
                do {
                    var reader = JSONReader(Array(cell.utf8))
                    record.setOtherTags(cell.isEmpty ? .array([]) : try reader.whole())
                } catch {
                    record.report(.otherTags, .badTag(error.sentence))
                }
            }
            body(record)
        }
    }
}

/// Errors that make a file unreadable as a whole.
struct ImportErrors: Error {
    let errors: [ImportError]
    init(_ errors: [ImportError]) { self.errors = errors }
}

extension DelimitedTextError {
    fileprivate var importError: ImportError {
        // The table's own sentence, without the file's name and the place, which the import says in its own way.
        let text = description
        let clause = text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? text
        return ImportError(row: row, column: column, reason: .unreadable(clause.hasSuffix(".") ? String(clause.dropLast()) : clause))
    }
}
