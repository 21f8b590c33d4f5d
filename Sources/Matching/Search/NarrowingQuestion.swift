/// The one question whose answer leaves the fewest programs to look at.
package struct NarrowingQuestion: Hashable, Sendable {
    package let facet: FacetName
    /// Two to four answers, in the facet's own order, each with how many programs it leaves.
    package let answers: [FacetValue]

    package init(facet: FacetName, answers: [FacetValue]) {
        self.facet = facet
        self.answers = answers
    }
}

extension NarrowingQuestion {
    /// What a person can answer off the top of their head.
    private static let askable: [FacetName] = [.delivery, .price, .start, .duration, .language, .priorEducation]
    private static let mostAnswers = 4
    /// As many as one list shows: fewer need no question.
    private static let enoughToAsk = 10

    /// - Returns: `nil` when the list is short already, or no question would shorten it.
    package init?(for query: ProgramQuery, results: SearchResults) {
        guard results.total > Self.enoughToAsk else { return nil }
        var best: (question: NarrowingQuestion, left: Double)?
        for facet in Self.askable where query.filters[facet] == nil {
            let values = (results.facets[facet] ?? []).filter { $0.count > 0 && $0.count < results.total }
            let frequent = values.sorted { $0.count > $1.count }.prefix(Self.mostAnswers)
            let answers = values.filter(frequent.contains)
            guard answers.count > 1 else { continue }
            let left = Self.expected(answers.map(\.count), of: results.total)
            if left < best?.left ?? .infinity { best = (NarrowingQuestion(facet: facet, answers: answers), left) }
        }
        guard let best, best.left < Double(results.total) * 0.9 else { return nil }
        self = best.question
    }

    /// How many programs one has left on average, when each program is as likely as any to be the one looked for.
    /// Programs under none of the answers are still all there.
    private static func expected(_ counts: [Int], of total: Int) -> Double {
        let answered = counts.reduce(0, +)
        let unanswered = max(0, total - answered)
        let squares = counts.reduce(0) { $0 + $1 * $1 }
        return Double(squares + unanswered * total) / Double(answered + unanswered)
    }
}
