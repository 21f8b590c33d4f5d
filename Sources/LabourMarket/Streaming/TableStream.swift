import Domain
import Foundation

/// A publisher's table read record by record, with its columns by name. Column order does not matter.
struct TableStream {
    let name: String
    private var source: any RecordSource
    private var record = RecordCells()
    private let header: [String]
    private let indices: [String: Int]

    struct Column {
        let name: String
        fileprivate let index: Int
    }

    /// Reads the header.
    init(_ source: any RecordSource, name: String) throws(ReleaseReadingError) {
        self.name = name
        self.source = source
        guard try self.source.next(into: &record) else { throw .content(DelimitedTextError(file: name, reason: .empty)) }
        header = (0..<record.count).map { [record] in String(decoding: record[$0], as: UTF8.self) }
        var indices: [String: Int] = [:]
        for (index, column) in header.enumerated() where !column.isEmpty {
            guard indices.updateValue(index, forKey: PublishedColumn.key(column)) == nil else {
                throw .content(DelimitedTextError(file: name, row: 1, column: column, reason: .columnTwice))
            }
        }
        self.indices = indices
    }

    /// A text, the first sheet of a workbook, or the table in an archive.
    init(file: URL) throws(ReleaseReadingError) {
        let name = file.lastPathComponent
        if let archive = try ZipArchive(file) {
            try self.init(try archive.records(), name: name)
        } else {
            try self.init(DelimitedStream(try FileBytes(file), name: name), name: name)
        }
    }

    /// Positions of columns that must be there.
    /// - Throws: one error naming every column that is missing.
    func require(_ columns: [PublishedColumn]) throws(ReleaseReadingError) -> [Column] {
        let missing = columns.filter { optional($0) == nil }.map { $0.names[0] }
        guard missing.isEmpty else { throw .content(DelimitedTextError(file: name, row: 1, reason: .missingColumns(missing))) }
        return columns.compactMap(optional)
    }

    func optional(_ column: PublishedColumn) -> Column? {
        column.names.lazy.compactMap { indices[PublishedColumn.key($0)] }.first.map { Column(name: header[$0], index: $0) }
    }

    mutating func next() throws(ReleaseReadingError) -> Bool { try source.next(into: &record) }

    /// As a spreadsheet numbers it.
    var row: Int { record.row }
    func bytes(_ column: Column) -> ArraySlice<UInt8> { record[column.index] }
    func string(_ column: Column) -> String { String(decoding: record[column.index], as: UTF8.self) }
    func isEmpty(_ column: Column) -> Bool { record[column.index].isEmpty }

    func text(_ column: Column) throws(ReleaseReadingError) -> String {
        guard !isEmpty(column) else { throw error(column, .missingValue) }
        return string(column)
    }

    /// A day written `2026-01-31`, `2026/01/31`, or as a spreadsheet counts days.
    func date(_ column: Column) throws(ReleaseReadingError) -> CalendarDate {
        let text = try text(column)
        if let date = CalendarDate(text.prefix(10).replacing("/", with: "-")) { return date }
        // Days since 1899-12-30: 1970-01-01 is day 25,569.
        if let days = Double(text), (20_000...80_000).contains(days) { return CalendarDate(dayNumber: Int(days) - 25_569) }
        throw error(column, .rule("is not a day, such as 2026-01-31"))
    }

    /// An error about this row and column that quotes the cell.
    func error(_ column: Column, _ reason: DelimitedTextError.Reason) -> ReleaseReadingError {
        .content(
            DelimitedTextError(
                file: name, row: row, column: column.name, value: isEmpty(column) ? nil : string(column), reason: reason))
    }
}
