/// The cosine of character 3- and 4-grams inside padded words: finds what is misspelt, inflected or compounded.
struct GramIndex: Sendable {
    private let grams: GramTable
    private let index: CosineIndex

    init(rows: Lists, stems: WordTable) {
        var grams = GramTable()
        var gramsOfStem = Lists()
        for stem in 0..<Int32(stems.count) {
            stems.withBytes(stem) { word in GramTable.forEach(in: word) { gramsOfStem.push(grams.intern($0)) } }
            gramsOfStem.close()
        }
        self.grams = grams
        index = CosineIndex(rows: rows, features: gramsOfStem, featureCount: grams.count)
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
