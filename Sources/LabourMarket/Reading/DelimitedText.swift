/// A table read from delimited text: comma, semicolon or tab separated, quoted as RFC 4180 says, first record the column names.
///
/// Works on UTF-8 bytes: a file of 5 MB takes tens of milliseconds. Records that are entirely blank are skipped.
/// Cells are returned trimmed of white space at both ends.
package struct DelimitedText: Sendable {
    package enum Separator: UInt8, Sendable, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
    }

    /// What may differ from file to file. The defaults read what spreadsheets write.
    package struct Options: Sendable {
        /// `nil`: the separator that occurs most in the first line.
        package var separator: Separator?
        /// `nil`: by byte order mark, else UTF-8 when valid, else Windows-1252.
        package var encoding: TextEncoding?
        /// False for tab-separated files whose quotation marks are ordinary characters.
        package var quotes: Bool
        /// True to accept records that end before the last column: the missing cells are empty.
        package var shortRecords: Bool

        package init(separator: Separator? = nil, encoding: TextEncoding? = nil, quotes: Bool = true, shortRecords: Bool = false) {
            self.separator = separator
            self.encoding = encoding
            self.quotes = quotes
            self.shortRecords = shortRecords
        }
    }

    /// The name errors give the text: a file's last path component.
    package let name: String
    package let columns: [String]
    let storage: DelimitedStorage
    /// Index into the storage of the first record after the header; 0 in a piece of a larger text.
    private let firstRecord: Int

    /// - Throws: what is wrong with the text as a table: no header, a column named twice, a quotation mark never closed,
    ///   a record with more or fewer cells than columns.
    package init(_ bytes: [UInt8], name: String, options: Options = Options()) throws(DelimitedTextError) {
        self.name = name
        let utf8 = (options.encoding ?? TextEncoding.detect(bytes)).utf8(bytes)
        let separator = options.separator ?? Self.mostFrequentSeparator(utf8)
        var scanner = DelimitedScanner(
            separator: separator.rawValue, quotes: options.quotes, shortRecords: options.shortRecords, name: name)
        var storage = DelimitedStorage()
        storage.bytes.reserveCapacity(utf8.count)
        // The column names first: what is wrong with them is said before what is wrong below them.
        let names = try Self.scan(&scanner, utf8[...], isLast: true, most: 1, into: &storage)
        columns = try Self.columnNames(storage, name: name)
        _ = try Self.scan(&scanner, utf8[names...], isLast: true, into: &storage)
        self.storage = storage
        firstRecord = 1
    }

    /// Records of a larger text, without its column names.
    init(piece storage: DelimitedStorage, name: String, columns: [String]) {
        self.storage = storage
        self.name = name
        self.columns = columns
        firstRecord = 0
    }

    static func scan(
        _ scanner: inout DelimitedScanner, _ bytes: ArraySlice<UInt8>, isLast: Bool, most: Int = .max, into storage: inout DelimitedStorage
    ) throws(DelimitedTextError) -> Int {
        try bytes.withUnsafeBufferPointer { (bytes) throws(DelimitedTextError) in
            try scanner.scan(bytes, isLast: isLast, most: most, into: &storage)
        }
    }

    /// The cells of the first record.
    static func columnNames(_ storage: DelimitedStorage, name: String) throws(DelimitedTextError) -> [String] {
        guard storage.recordCount > 0 else { throw DelimitedTextError(file: name, reason: .empty) }
        let columns = (0..<storage.cellCount(0)).map { storage.text(record: 0, cell: $0) }
        var seen: Set<String> = []
        for column in columns where !column.isEmpty {
            guard seen.insert(column).inserted else {
                throw DelimitedTextError(file: name, row: 1, column: column, reason: .columnTwice)
            }
        }
        return columns
    }

    /// The same from text already in memory.
    package init(text: String, name: String, options: Options = Options()) throws(DelimitedTextError) {
        var options = options
        options.encoding = .utf8
        try self.init(Array(text.utf8), name: name, options: options)
    }

    package var count: Int { storage.recordCount - firstRecord }
    package var rows: some Sequence<Row> & Sendable { (0..<count).lazy.map { [self] in row($0) } }

    /// The record at `index`, 0 for the first after the header.
    package func row(_ index: Int) -> Row { Row(table: self, record: index + firstRecord) }

    package func contains(_ column: String) -> Bool { columns.contains(column) }

    /// Positions of columns that must be there. Names match exactly.
    /// - Throws: one error naming every column that is missing.
    package func require(_ names: String...) throws(DelimitedTextError) -> [Column] {
        try require(names)
    }

    package func require(_ names: [String]) throws(DelimitedTextError) -> [Column] {
        let missing = names.filter { !columns.contains($0) }
        guard missing.isEmpty else { throw DelimitedTextError(file: name, row: 1, reason: .missingColumns(missing)) }
        return names.map { name in Column(name: name, index: columns.firstIndex(of: name) ?? 0) }
    }

    /// `nil` when the table has no such column.
    package func column(_ name: String) -> Column? {
        columns.firstIndex(of: name).map { Column(name: name, index: $0) }
    }

    package struct Column: Sendable {
        package let name: String
        let index: Int
    }

    static func mostFrequentSeparator(_ bytes: [UInt8]) -> Separator {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let counts = Separator.allCases.map { separator in (separator, line.count { $0 == separator.rawValue }) }
        return counts.max { $0.1 < $1.1 }?.0 ?? .comma
    }
}
