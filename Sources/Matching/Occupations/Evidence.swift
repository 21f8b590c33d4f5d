import Domain

/// Which sentence of a text speaks for a group.
struct Evidence {
    private let sentences: [String]
    /// Per sentence, what it gives every group.
    private let scores: [[Float]]

    init(_ sentences: [String], _ index: LexicalIndex, language: Language?) {
        self.sentences = sentences
        scores = sentences.map { sentence in
            let words = index.reader.text(sentence, language: language)
            var scores = [Float](repeating: 0, count: index.groupCount)
            index.addDuties(words, to: &scores)
            index.addTitleWords(words, to: &scores)
            return scores
        }
    }

    /// The first of the best sentences; `nil` when none shares a word with the group.
    func sentence(for group: Int32) -> String? {
        var best: (score: Float, place: Int)?
        for (place, groups) in scores.enumerated() where groups[Int(group)] > best?.score ?? 0 { best = (groups[Int(group)], place) }
        return best.map { sentences[$0.place] }
    }
}
