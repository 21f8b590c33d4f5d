/// A delimited text read piece by piece: what `DelimitedText` reads, in memory that does not grow with the file.
///
/// Each piece is a `DelimitedText` of its own, with the file's columns, row numbers and lines.
package struct DelimitedPieces: Sendable {
    /// Hands over the next bytes, as many as it likes; none at the end.
    package typealias Source = @Sendable () throws -> [UInt8]

    package let name: String
    package let columns: [String]
    private var scanner: DelimitedScanner
    private var decoder: TextDecoder
    private let source: Source
    /// Bytes decoded and not yet scanned.
    private var pending: [UInt8]
    private var isAtEnd: Bool
    private var failure: DelimitedTextError?

    /// Reads the column names.
    /// - Parameters:
    ///   - encoding: of the whole text, which `EncodingDetection` tells.
    /// - Throws: `DelimitedTextError`, or what the source throws.
    package init(name: String, encoding: TextEncoding, options: DelimitedText.Options = .init(), source: @escaping Source) throws {
        self.name = name
        self.source = source
        decoder = TextDecoder(encoding)
        pending = []
        isAtEnd = false
        // The separator is that of the first line, and the column names may span several.
        while !isAtEnd, !pending.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
            try Self.read(source, &decoder, &pending, &isAtEnd)
            guard pending.count <= DelimitedScanner.largestRecord else {
                throw DelimitedTextError(file: name, row: 1, reason: .recordTooLong)
            }
        }
        let separator = options.separator ?? DelimitedText.mostFrequentSeparator(pending)
        scanner = DelimitedScanner(
            separator: separator.rawValue, quotes: options.quotes, shortRecords: options.shortRecords, name: name)
        var storage = DelimitedStorage()
        while true {
            let used = try DelimitedText.scan(&scanner, pending[...], isLast: isAtEnd, most: 1, into: &storage)
            pending.removeFirst(used)
            if storage.recordCount > 0 || isAtEnd { break }
            try Self.read(source, &decoder, &pending, &isAtEnd)
        }
        columns = try DelimitedText.columnNames(storage, name: name)
    }

    /// `nil` when the table has no such column.
    package func column(_ name: String) -> DelimitedText.Column? {
        columns.firstIndex(of: name).map { DelimitedText.Column(name: name, index: $0) }
    }

    /// The next records, at least one; `nil` at the end.
    /// - Throws: `DelimitedTextError` once all records before the mistake have been handed over, or what the source throws.
    package mutating func next() throws -> DelimitedText? {
        if let failure { throw failure }
        var storage = DelimitedStorage()
        while true {
            // Doubled by what is left over: a record longer than a piece is not scanned from its beginning again and again.
            let wanted = pending.count * 2
            repeat { try Self.read(source, &decoder, &pending, &isAtEnd) } while !isAtEnd && pending.count < wanted
            storage.bytes.reserveCapacity(pending.count)
            do throws(DelimitedTextError) {
                let used = try DelimitedText.scan(&scanner, pending[...], isLast: isAtEnd, into: &storage)
                pending.removeFirst(used)
            } catch {
                failure = error
                guard storage.recordCount > 0 else { throw error }
            }
            if storage.recordCount > 0 { return DelimitedText(piece: storage, name: name, columns: columns) }
            if isAtEnd { return nil }
        }
    }

    private static func read(
        _ source: Source, _ decoder: inout TextDecoder, _ pending: inout [UInt8], _ isAtEnd: inout Bool
    ) throws {
        guard !isAtEnd else { return }
        let bytes = try source()
        isAtEnd = bytes.isEmpty
        decoder.decode(bytes, isLast: isAtEnd, into: &pending)
    }
}
