package import Domain
package import Matching

/// What is alike in meaning though not in words, in whichever language: by the matcher's model where there is one.
package struct FindAlike: Sendable {
    private let findOccupations: FindOccupations
    private let recommendPrograms: RecommendPrograms
    private let findPrograms: FindPrograms
    private let catalogue: CurrentCatalogue

    init(
        findOccupations: FindOccupations, recommendPrograms: RecommendPrograms, findPrograms: FindPrograms, catalogue: CurrentCatalogue
    ) {
        self.findOccupations = findOccupations
        self.recommendPrograms = recommendPrograms
        self.findPrograms = findPrograms
        self.catalogue = catalogue
    }

    /// Programs that have most in common with one, best first.
    package func programs(like program: Program, limit: Int) -> [Program] {
        catalogue.current.related(to: program, limit: limit, by: findOccupations.current)
    }

    /// For words that no program has: programs for the job they are understood as. Empty when filters alone are to blame, and when the words are
    /// not understood well enough: a guess is no answer.
    /// - Parameter query: one that found nothing.
    package func programs(for query: ProgramQuery, language: Language, limit: Int) -> [Program] {
        guard !query.text.isEmpty, findPrograms(ProgramQuery(text: query.text)).total == 0 else { return [] }
        let answer = recommendPrograms(query.text, language: language, limit: limit)
        return answer.matches.isConfident ? answer.recommendations.map(\.program) : []
    }
}
