extension DelimitedText {
    /// One record. Errors made here name the file, the row as a spreadsheet numbers it, the column and the value.
    package struct Row: Sendable {
        let table: DelimitedText
        let record: Int

        /// As a spreadsheet numbers it: the header is row 1.
        package var number: Int { table.storage.rowNumber(record) }
        /// The line of the file the record starts on, from 1. Larger than `number` after cells that span lines.
        package var line: Int { table.storage.line(record) }

        /// The cell, trimmed. Empty when the cell is.
        package subscript(column: Column) -> String { table.storage.text(record: record, cell: column.index) }

        /// The cell by the column's name; `nil` when there is no such column or the cell is empty.
        package subscript(name: String) -> String? {
            guard let column = table.column(name) else { return nil }
            let text = self[column]
            return text.isEmpty ? nil : text
        }

        package func isEmpty(_ column: Column) -> Bool { table.storage.isEmpty(record: record, cell: column.index) }

        /// The cell, which must not be empty.
        package func text(_ column: Column) throws(DelimitedTextError) -> String {
            let text = self[column]
            guard !text.isEmpty else { throw error(column, .missingValue) }
            return text
        }

        /// A whole number. Thousands separators (comma, space, no-break spaces) are accepted where they part groups of three.
        package func integer(_ column: Column) throws(DelimitedTextError) -> Int {
            guard let value = WrittenNumber.integer(try text(column)) else { throw error(column, .notAnInteger) }
            return value
        }

        /// A number with a decimal point.
        package func decimal(_ column: Column) throws(DelimitedTextError) -> Double {
            guard let value = Double(try text(column)), value.isFinite else { throw error(column, .notANumber) }
            return value
        }

        /// One of a closed set of texts.
        package func choice<Value>(_ column: Column, of values: [String: Value]) throws(DelimitedTextError) -> Value {
            guard let value = values[try text(column)] else { throw error(column, .notOneOf(values.keys.sorted())) }
            return value
        }

        /// An error about this row and column that quotes the cell.
        package func error(_ column: Column, _ reason: DelimitedTextError.Reason) -> DelimitedTextError {
            let value = self[column]
            return DelimitedTextError(
                file: table.name, row: number, line: line, column: column.name, value: value.isEmpty ? nil : value, reason: reason)
        }
    }
}
