/// The cosine of character 3- and 4-grams inside padded words: finds what is misspelt, inflected or compounded.
struct GramIndex: Sendable {
    private let grams: GramTable
    private let index: CosineIndex

    /// - Parameters:
    ///   - rows: the numbers of each row's words.
    ///   - words: what they number: stems, or words as written.
    init(rows: Lists, words: WordTable) {
        var grams = GramTable()
        var gramsOfWord = Lists()
        for word in 0..<Int32(words.count) {
            words.withBytes(word) { bytes in GramTable.forEach(in: bytes) { gramsOfWord.push(grams.intern($0)) } }
            gramsOfWord.close()
        }
        self.grams = grams
        index = CosineIndex(rows: rows, features: gramsOfWord, featureCount: grams.count)
    }

    /// The cosine of the words with each row. Grams no row has count for nothing.
    func cosines(_ words: [String]) -> [Float] {
        var counts: [Int32: Int] = [:]
        for var word in words {
            word.withUTF8 { GramTable.forEach(in: $0) { key in if let gram = grams.find(key) { counts[gram, default: 0] += 1 } } }
        }
        return index.cosines(counts)
    }
}
