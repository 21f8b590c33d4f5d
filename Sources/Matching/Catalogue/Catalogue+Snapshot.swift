package import Domain

extension Catalogue {
    /// Bytes that `init(reading:labourMarket:)` makes the same catalogue of, in seconds instead of minutes.
    ///
    /// Labour-market information is not among them: the index was made with it, so whoever keeps the bytes keeps with them which releases
    /// were in use, and up to which change the programs are.
    /// - Parameter sink: given up to a mebibyte at a time.
    package func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withoutActuallyEscaping(sink) { sink in
            let writer = SnapshotWriter(sink)
            try writer.raw(Self.magic)
            try writer.packed { $0.text(Self.layout) }
            try writer.packed {
                $0.number(today.dayNumber)
                $0.list(institutions.values.sorted { $0.id < $1.id }) { PackedInstitution.write($1, to: &$0) }
                $0.list(Array(dictionary.facets.indices)) {
                    $0.byte(UInt8(dictionary.facets[$1].position))
                    $0.text(dictionary.values[$1])
                }
                $0.count(segments.count)
            }
            try writer.packed { vocabulary.write(to: &$0) }
            for segment in segments { try segment.write(to: writer) }
        }
    }

    /// - Parameters:
    ///   - source: fills the beginning of what it is given and returns how many bytes that were; 0 at the end.
    ///   - labourMarket: the same the catalogue was made with.
    /// - Throws: `SnapshotError`, or what the source throws.
    package init(reading source: (UnsafeMutableRawBufferPointer) throws -> Int, labourMarket: LabourMarketInformation) throws {
        self = try withoutActuallyEscaping(source) { try Self.read(SnapshotReader($0), labourMarket) }
    }

    /// `TREMPCAT` and the version of the layout. To be raised whenever the index changes: other weights, other stems, another order.
    private static let magic = Array("TREMPCAT".utf8) + [0, 0, 0, 2]

    /// What the numbers in the bytes stand for.
    private static let layout = Cases.names + ";" + FacetName.allCases.map(\.rawValue).joined(separator: ",")

    private static func read(_ reader: SnapshotReader, _ labourMarket: LabourMarketInformation) throws -> Catalogue {
        let magic = try reader.raw(Self.magic.count)
        guard magic.prefix(8) == Self.magic.prefix(8) else { throw SnapshotError.notASnapshot }
        guard magic == Self.magic, try reader.packed({ $0.text() }) == layout else { throw SnapshotError.otherVersion }
        var today = CalendarDate(dayNumber: 0)
        var institutions: [Institution] = []
        var values: [(facet: Int, value: String)] = []
        var segmentCount = 0
        try reader.packed {
            today = CalendarDate(dayNumber: $0.number())
            institutions = $0.list { PackedInstitution.read(&$0) }
            values = $0.list { (Int($0.byte()), $0.text()) }
            segmentCount = Int(truncatingIfNeeded: $0.bits())
        }
        var catalogue = Catalogue(institutions: institutions, labourMarket: labourMarket, today: today)
        for (number, entry) in values.enumerated() {
            guard entry.facet < FacetName.allCases.count,
                Int(catalogue.dictionary.insert(FacetName.allCases[entry.facet], entry.value)) == number
            else { throw SnapshotError.corrupted }
        }
        catalogue.vocabulary = try reader.packed { Vocabulary.read(&$0) }
        var parts: [(parts: SegmentParts, live: Bitset)] = []
        for _ in 0..<segmentCount { parts.append(try SegmentParts.read(reader, catalogue.dictionary)) }
        let dictionary = catalogue.dictionary
        catalogue.append(
            concurrently(parts.count) {
                Segment(SegmentContents(parts[$0].parts), live: parts[$0].live, today: today, dictionary: dictionary)
            })
        return catalogue
    }
}

extension Vocabulary {
    fileprivate func write(to writer: inout PackedWriter) {
        var stems: [(Int, String, Int32)] = []
        forEachStem { stems.append(($0, String(decoding: $1, as: UTF8.self), $2)) }
        Self.write(stems, to: &writer)
        var words: [(Int, String, Int32)] = []
        for (language, list) in spellings.enumerated() {
            list.forEach { words.append((language, String(decoding: $0, as: UTF8.self), $1)) }
        }
        Self.write(words, to: &writer)
    }

    private static func write(_ entries: [(Int, String, Int32)], to writer: inout PackedWriter) {
        writer.list(entries) {
            $0.byte(UInt8($1.0))
            $0.text($1.1)
            $0.count(Int($1.2))
        }
    }

    fileprivate static func read(_ reader: inout PackedReader) -> Vocabulary {
        var vocabulary = Vocabulary()
        readEntries(&reader) { vocabulary.restore(stem: $1, $0, term: $2) }
        readEntries(&reader) { vocabulary.restore(word: $1, $0, term: $2) }
        return vocabulary
    }

    private static func readEntries(_ reader: inout PackedReader, _ body: (Int, UnsafeBufferPointer<UInt8>, Int32) -> Void) {
        let count = reader.count()
        for _ in 0..<count {
            let language = Int(reader.byte())
            var text = reader.text()
            let term = reader.bits()
            guard !reader.isBroken, language < Cases.languages.count, term < UInt64(Int32.max) else { return reader.fail() }
            text.withUTF8 { body(language, $0, Int32(term)) }
        }
    }
}
