import TextAnalysis

/// Finds the known word a misspelt one was meant to be.
///
/// Words are compared by length and by which letters they hold before any distance is computed: one look takes some ten microseconds.
struct Spelling: Sendable {
    private let stems: WordTable
    /// Bit per letter a to z; digits and other scripts share the higher bits.
    private let masks: [UInt32]
    private let lengths: [UInt8]
    /// In how many labels the stem is.
    private let frequency: [Int32]

    /// Shorter words have too many neighbours: `cook`, `book`, `look`.
    private static let shortest = 4
    /// From this length two errors are forgiven.
    private static let long = 8

    init(_ corpus: TitleCorpus) {
        stems = corpus.lexicon.stems
        var masks: [UInt32] = []
        var lengths: [UInt8] = []
        for stem in 0..<Int32(stems.count) {
            stems.withBytes(stem) { bytes in
                masks.append(Self.mask(bytes))
                lengths.append(UInt8(min(bytes.count, 255)))
            }
        }
        self.masks = masks
        self.lengths = lengths
        frequency = (0..<stems.count).map { corpus.labelsOfStem[2 * $0] + corpus.labelsOfStem[2 * $0 + 1] }
    }

    private static func mask(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var mask: UInt32 = 0
        for byte in word { mask |= 1 << UInt32(byte &- 97 < 26 ? byte - 97 : 26 + byte % 6) }
        return mask
    }

    /// The known stems nearest to a word, the commonest first; several when they are equally near: `electrican` may be `electrician` or
    /// `electrical`, and only the titles tell. Empty for a known word and for one like no other.
    /// - Parameter stem: a light stem.
    func corrections(of stem: String, limit count: Int) -> [String] {
        var stem = stem
        return stem.withUTF8 { word -> [String] in
            guard word.count >= Self.shortest, stems.find(word) == nil else { return [] }
            let limit = word.count >= Self.long ? 2 : 1
            let mask = Self.mask(word)
            var least = limit
            var nearest: [Int32] = []
            for candidate in 0..<masks.count {
                // An error changes at most two letters of the set.
                guard abs(Int(lengths[candidate]) - word.count) <= least, lengths[candidate] >= Self.shortest,
                    (masks[candidate] ^ mask).nonzeroBitCount <= 2 * least
                else { continue }
                let number = Int32(candidate)
                guard let distance = stems.withBytes(number, { EditDistance.distance(word, $0, limit: least) }) else { continue }
                if distance < least { nearest.removeAll() }
                least = distance
                nearest.append(number)
            }
            nearest.sort { (-frequency[Int($0)], $0) < (-frequency[Int($1)], $1) }
            return nearest.prefix(count).map(stems.text)
        }
    }
}
