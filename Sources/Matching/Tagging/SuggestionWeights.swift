import Domain
private import Foundation

/// How much each score counts for a suggestion: logistic regression of whether a tag is right (docs/matching.md, "Suggestions").
struct SuggestionWeights: Sendable {
    let coverage: Float
    let phrase: Float
    let nearest: Float
    let whole: Float
    let link: Float
    let intercept: Float

    /// Without a model the cosines are all 0, and words count for more.
    static func of(_ kind: TagTarget.Kind, isEmbedded: Bool) -> SuggestionWeights {
        switch (kind, isEmbedded) {
        case (.industry, true): SuggestionWeights(coverage: 1.8, phrase: 0, nearest: 4.2, whole: 3.7, link: 4.1, intercept: -8.3)
        case (.industry, false): SuggestionWeights(coverage: 4, phrase: 0, nearest: 0, whole: 0, link: 5.2, intercept: -6.6)
        case (.technology, true): SuggestionWeights(coverage: 2.1, phrase: 1.4, nearest: 5.2, whole: 3.3, link: 4.8, intercept: -10.9)
        case (.technology, false): SuggestionWeights(coverage: 6, phrase: 0.2, nearest: 0, whole: 0, link: 5.1, intercept: -8.9)
        case (_, true): SuggestionWeights(coverage: 3.1, phrase: 0.5, nearest: 4.3, whole: 6.7, link: 0, intercept: -10.2)
        case (_, false): SuggestionWeights(coverage: 6.5, phrase: 0.4, nearest: 0, whole: 0, link: 0, intercept: -7.6)
        }
    }

    func sum(_ scores: NameIndex.Scores, _ target: Int, link: Float) -> Float {
        coverage * scores.coverage[target] + phrase * scores.phrase[target] + nearest * scores.nearest[target]
            + whole * scores.whole[target] + self.link * link + intercept
    }

    static func confidence(_ sum: Float) -> Double { 1 / (1 + exp(-Double(sum))) }
}
