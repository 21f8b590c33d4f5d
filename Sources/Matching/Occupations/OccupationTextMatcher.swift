package import Domain
import TextAnalysis

/// One unit group a program's text prepares for.
package struct OccupationTextMatch: Hashable, Sendable {
    package let code: String
    /// 0...1: how often a match with such a score was right on the development texts, in English (docs/matching.md, "Program texts").
    package let confidence: Double
    /// The sentence of the text that speaks most for the group; `nil` when only the title does.
    package let evidence: String?
}

/// Finds the unit groups that a longer text - a program's title and description, a job posting - is about.
package struct OccupationTextMatcher: Sendable {
    private let index: LexicalIndex
    private let embedding: TitleEmbedding?

    /// Whether there is a model.
    var isEmbedded: Bool { embedding != nil }

    /// Shares the index, and the embedding if there is one, of the matcher for titles.
    package init(_ matcher: OccupationMatcher) {
        index = matcher.index
        embedding = matcher.embedding
    }

    /// - Parameters:
    ///   - description: sentences; of a very long text the first 60.
    ///   - language: of the text, if known.
    /// - Returns: at most `limit` groups, the best first. Empty only when title and description are blank.
    package func match(title: String, description: String, language: Language? = nil, limit: Int = 5) -> [OccupationTextMatch] {
        guard limit > 0, !(title.isBlank && description.isBlank) else { return [] }
        let scores = TextScores(
            title: title, sentences: Sentences.split(description), language: language, index: index, embedding: embedding)
        let sums = scores.combined
        let best = BestOf.indices(count: sums.count, limit: max(limit, 2)) { a, b in sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        let confidence = TextConfidence(sums: sums, best: best)
        return best.prefix(limit).enumerated().map { place, group in
            OccupationTextMatch(
                code: index.corpus.codes[Int(group)], confidence: confidence.values[place],
                evidence: scores.evidence(for: Int(group)))
        }
    }

    /// Every score of every group, for fitting weights.
    package func scoreTable(title: String, description: String, language: Language?) -> ScoreTable {
        let scores = TextScores(
            title: title, sentences: Sentences.split(description), language: language, index: index, embedding: embedding)
        return ScoreTable(
            codes: index.corpus.codes, names: scores.features.map { String(describing: $0.name) },
            scores: scores.features.map(\.values))
    }
}
