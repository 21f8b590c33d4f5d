import TextAnalysis

/// The words of one language as they are written, with the term each belongs to: for typing errors and unfinished words.
///
/// Kept end to end in one array of bytes and walked in full: a signature of the letters rules out nearly all words before any is compared.
struct SpellingList: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = [0]
    private var terms: [Int32] = []
    private var signatures: [UInt32] = []

    mutating func append(_ word: UnsafeBufferPointer<UInt8>, term: Int32) {
        bytes.append(contentsOf: word)
        ends.append(Int32(bytes.count))
        terms.append(term)
        signatures.append(Self.signature(word))
    }

    /// Which letters occur: two words that differ by one edit differ in at most two of these bits.
    private static func signature(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// Words within the distance of `word`, with their terms.
    func near(_ word: String, limit: Int) -> [(word: String, term: Int32, distance: Int)] {
        let letters = Array(word.utf8)
        let signature = Self.signature(letters)
        var found: [(word: String, term: Int32, distance: Int)] = []
        letters.withUnsafeBufferPointer { letters in
            bytes.withUnsafeBufferPointer { bytes in
                for place in terms.indices where (signatures[place] ^ signature).nonzeroBitCount <= 2 * limit {
                    let other = UnsafeBufferPointer(rebasing: bytes[Int(ends[place])..<Int(ends[place + 1])])
                    guard let distance = EditDistance.distance(letters, other, limit: limit) else { continue }
                    found.append((String(decoding: other, as: UTF8.self), terms[place], distance))
                }
            }
        }
        return found
    }

    /// Terms of the words that begin so, each once, ascending.
    func terms(beginning prefix: String) -> [Int32] {
        let letters = Array(prefix.utf8)
        var found: Set<Int32> = []
        bytes.withUnsafeBufferPointer { bytes in
            for place in terms.indices {
                let start = Int(ends[place])
                guard Int(ends[place + 1]) - start >= letters.count, bytes[start] == letters[0] else { continue }
                if bytes[start..<start + letters.count].elementsEqual(letters) { found.insert(terms[place]) }
            }
        }
        return found.sorted()
    }
}
