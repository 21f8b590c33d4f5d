package import Domain
import Matching

/// From the job somebody has to the few programs that move them forward.
package struct RecommendPrograms: Sendable {
    private let findOccupations: FindOccupations
    private let catalogue: CurrentCatalogue

    package init(findOccupations: FindOccupations, catalogue: CurrentCatalogue) {
        self.findOccupations = findOccupations
        self.catalogue = catalogue
    }

    /// - Parameters:
    ///   - text: the job in the person's own words.
    ///   - occupation: what the person chose when asked "did you mean": it counts before what the words say.
    ///   - limit: how many programs at most. Ten is what a person can compare; more come on request.
    package func callAsFunction(
        _ text: String, language: Language, industry: String? = nil, occupation: OccupationCode? = nil, limit: Int = 10
    ) -> RecommendationAnswer {
        let matches = understood(text, language: language, industry: industry, chosen: occupation)
        let situation = Situation(
            text: text, language: language,
            occupations: matches.matches.compactMap { match in
                match.occupation.map { .init(code: $0, confidence: match.confidence) }
            })
        // One more than asked for tells whether there is more.
        let found = catalogue.current.recommendations(for: situation, limit: limit + 1)
        return RecommendationAnswer(
            matches: matches, recommendations: Array(found.prefix(limit)), moreAvailable: found.count > limit)
    }

    private func understood(_ text: String, language: Language, industry: String?, chosen: OccupationCode?) -> OccupationMatches {
        let matches = findOccupations(text, language: language, industry: industry)
        guard let chosen, catalogue.current.labourMarket.occupation(chosen) != nil else { return matches }
        let same = matches.matches.first { $0.occupation == chosen }
        // The title that matched is only shown when the words led there themselves.
        let first = OccupationMatch(
            code: chosen.rawValue, confidence: 1, matchedTitle: same?.matchedTitle, matchedLanguage: same?.matchedLanguage)
        return OccupationMatches(
            matches: [first] + matches.matches.filter { $0.occupation != chosen }, isExact: matches.isExact && same == matches.first,
            isConfident: true, suggestsIndustry: false)
    }
}
