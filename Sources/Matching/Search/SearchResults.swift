package import Domain

/// The answer to a `ProgramQuery`.
package struct SearchResults: Sendable {
    /// How many programs answer the query, over all pages.
    package let total: Int
    package let hits: [Hit]
    /// For each facet, its values with how many programs one would have with that value chosen too:
    /// filters of the other facets apply, choices within the same facet do not ("disjunctive" counts).
    /// Closed facets keep their declared order, open ones come most frequent first. Values with no program are left out unless chosen.
    /// Of an open facet at most `ProgramQuery.facetLimit`, and the chosen ones.
    package let facets: [FacetName: [FacetValue]]
    /// How many values of each facet have programs, listed or not.
    package let valueCounts: [FacetName: Int]
    /// Set when nothing matched the words as typed and these were searched instead.
    package let correctedText: String?

    package struct Hit: Sendable {
        package let program: Program
        package let score: Double
        /// The words matched only the other language's text.
        package let matchedOtherLanguage: Bool

        package init(program: Program, score: Double, matchedOtherLanguage: Bool) {
            self.program = program
            self.score = score
            self.matchedOtherLanguage = matchedOtherLanguage
        }
    }

    package init(
        total: Int, hits: [Hit], facets: [FacetName: [FacetValue]], valueCounts: [FacetName: Int] = [:], correctedText: String?
    ) {
        self.total = total
        self.hits = hits
        self.facets = facets
        self.valueCounts = valueCounts
        self.correctedText = correctedText
    }
}

package struct FacetValue: Hashable, Sendable {
    package let value: String
    package let count: Int
    package let isChosen: Bool

    package init(value: String, count: Int, isChosen: Bool) {
        self.value = value
        self.count = count
        self.isChosen = isChosen
    }
}
