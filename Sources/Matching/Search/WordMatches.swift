import Domain

/// Which programs answer the words, and how well.
///
/// If some program contains all the words, those that do are the answer. If none does, each program is weighed by the rarity of the
/// words it contains, and the answer is every program with at least `share` of the best weight. This looks at the whole catalogue and
/// never at filters: choosing a value can then only take programs away, and every facet count stays true.
struct WordMatches {
    /// By segment: programs that answer and still count.
    let programs: [Bitset]
    private let words: [SearchWord]
    private let rarities: [Float]

    var wordCount: Int { words.count }

    /// 0.6: of two words of like rarity that never occur together, programs with either one answer; one that has only the commonest word
    /// of many does not.
    static let share: Float = 0.6

    init(_ words: [SearchWord], catalogue: Catalogue) {
        self.words = words
        let total = catalogue.programCount
        rarities = words.map { $0.rarity(among: total) }
        let all = catalogue.segments.indices.map { index in
            words.dropFirst().reduce(words[0].programs[index]) { $0.intersection($1.programs[index]) }
        }
        programs = all.allSatisfy(\.isEmpty) ? Self.some(words, rarities, catalogue) : all
    }

    private static func some(_ words: [SearchWord], _ rarities: [Float], _ catalogue: Catalogue) -> [Bitset] {
        var weights = catalogue.segments.map { [Float](repeating: 0, count: $0.count) }
        for (word, rarity) in zip(words, rarities) {
            for index in weights.indices {
                weights[index].withUnsafeMutableBufferPointer { weights in word.programs[index].forEach { weights[$0] += rarity } }
            }
        }
        let best = weights.lazy.compactMap { $0.max() }.max() ?? 0
        return weights.map { weights in
            var set = Bitset(capacity: weights.count)
            guard best > 0 else { return set }
            for (ordinal, weight) in weights.enumerated() where weight >= share * best { set.insert(ordinal) }
            return set
        }
    }

    /// For each of some programs of a segment: the whole part is how many of the words it contains, the rest, below 1, how well they answer
    /// (impacts weighted by rarity).
    /// - Parameter ordinals: ascending.
    func scores(_ segmentIndex: Int, _ segment: Segment, of ordinals: [UInt16]) -> [Float] {
        var scores = [Float](repeating: 0, count: ordinals.count)
        var best: [Float] = []
        let sum = max(rarities.reduce(0, +), .leastNormalMagnitude)
        let text = segment.text
        for (word, rarity) in zip(words, rarities) {
            let alternatives = word.alternatives[segmentIndex]
            let isOne = alternatives.count == 1
            if !isOne { best = [Float](repeating: 0, count: ordinals.count) }
            for alternative in alternatives {
                let share = rarity / sum * alternative.factor
                scores.withUnsafeMutableBufferPointer { scores in
                    if isOne {
                        text.programs.forEach(alternative.term, of: ordinals) { index, place in
                            scores[index] += 1 + share * text.impacts[place].value
                        }
                    } else {
                        // Of several terms that answer to one word the best counts, not their sum.
                        best.withUnsafeMutableBufferPointer { best in
                            text.programs.forEach(alternative.term, of: ordinals) { index, place in
                                best[index] = max(best[index], 1 + share * text.impacts[place].value)
                            }
                        }
                    }
                }
            }
            if !isOne { for index in scores.indices { scores[index] += best[index] } }
        }
        return scores
    }

    /// The words were found, but none of them in the language of the question, or the program has no text of its own in it.
    func isOtherLanguage(_ place: ProgramPlace, _ segment: Segment, _ language: Language) -> Bool {
        guard segment.contents.titleLanguages[place.ordinal] & language.bit != 0 else { return true }
        return !words.contains { $0.isInOwnLanguage(place, segment) }
    }
}
