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

    /// Shares the index of the matcher for titles.
    package init(_ matcher: OccupationMatcher) { index = matcher.index }

    /// - Parameters:
    ///   - description: sentences; of a very long text the first 60.
    ///   - language: of the text, if known.
    /// - Returns: at most `limit` groups, the best first. Empty only when title and description are blank.
    package func match(title: String, description: String, language: Language? = nil, limit: Int = 5) -> [OccupationTextMatch] {
        guard limit > 0, !(title.isBlank && description.isBlank) else { return [] }
        let sentences = Sentences.split(description)
        let scores = self.scores(title: title, sentences: sentences, language: language)
        let sums = scores.sums
        let best = BestOf.indices(count: sums.count, limit: max(limit, 2)) { a, b in sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        let confidence = TextConfidence(sums: sums, best: best)
        let evidence = Evidence(sentences, index, language: scores.language)
        return best.prefix(limit).enumerated().map { place, group in
            OccupationTextMatch(
                code: index.corpus.codes[Int(group)], confidence: confidence.values[place], evidence: evidence.sentence(for: group))
        }
    }

    /// Every score of every group, standardised so that their weights mean the same for a short text and a long one.
    func features(title: String, sentences: [String], language: Language?) -> (features: [[Float]], language: Language?) {
        let (query, titles) = index.scores(title.isBlank ? sentences.first ?? "" : title, language: language)
        let body = index.reader.text(sentences.joined(separator: "\n"), language: language ?? query.language)
        var duties = [Float](repeating: 0, count: index.groupCount)
        var words = duties
        index.addDuties(body, to: &duties)
        index.addTitleWords(body, to: &words)
        return (
            [titles.likeness, titles.vote, titles.titleWords, titles.titleRoots, titles.dutyWords, duties, words].map(Self.standardised),
            body.language
        )
    }

    private func scores(title: String, sentences: [String], language: Language?) -> (sums: [Float], language: Language?) {
        let (features, language) = features(title: title, sentences: sentences, language: language)
        var sums = [Float](repeating: 0, count: index.groupCount)
        for (feature, weight) in zip(features, TextWeights.all) {
            for group in sums.indices { sums[group] += weight * feature[group] }
        }
        return (sums, language)
    }

    /// Mean 0, standard deviation 1 over the groups.
    private static func standardised(_ values: [Float]) -> [Float] {
        let mean = values.reduce(0, +) / Float(max(values.count, 1))
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(values.count, 1))).squareRoot()
        guard spread > 0 else { return values.map { _ in 0 } }
        return values.map { ($0 - mean) / spread }
    }
}
