import TextAnalysis

/// The words of one language as they are written, with the term each belongs to: for typing errors and unfinished words.
///
/// Walked in full: a signature of the letters rules out nearly all words before any is compared.
struct SpellingList: Sendable {
    private var words = WordTable()
    private var terms: [Int32] = []
    private var signatures: [UInt32] = []

    var count: Int { terms.count }

    mutating func insert(_ word: UnsafeBufferPointer<UInt8>, term: Int32) {
        guard words.find(word) == nil else { return }
        _ = words.intern(word)
        terms.append(term)
        signatures.append(Self.signature(word))
    }

    /// Every word with its term, in the order they came.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>, Int32) -> Void) {
        for (word, term) in terms.enumerated() { words.withBytes(Int32(word)) { body($0, term) } }
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
            for place in terms.indices where (signatures[place] ^ signature).nonzeroBitCount <= 2 * limit {
                words.withBytes(Int32(place)) { other in
                    guard let distance = EditDistance.distance(letters, other, limit: limit) else { return }
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
        forEach { word, term in
            guard word.count >= letters.count, word[0] == letters[0] else { return }
            if word.prefix(letters.count).elementsEqual(letters) { found.insert(term) }
        }
        return found.sorted()
    }
}
