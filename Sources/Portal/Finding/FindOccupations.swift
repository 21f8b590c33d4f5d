package import Domain
package import Matching
import Synchronization

/// Reads people's own words for their work.
package final class FindOccupations: Sendable {
    private let matcher: Mutex<OccupationMatcher>
    private let catalogue: CurrentCatalogue

    package init(matcher: OccupationMatcher, catalogue: CurrentCatalogue) {
        self.matcher = Mutex(matcher)
        self.catalogue = catalogue
    }

    /// - Parameters:
    ///   - language: of the words; `nil` when nobody knows.
    ///   - industry: a NAICS code, or the person's own words.
    /// - Returns: at most `limit` occupations, best first; none only for a text without a word in it.
    package func callAsFunction(_ text: String, language: Language?, industry: String? = nil, limit: Int = 5) -> OccupationMatches {
        let industry = catalogue.current.labourMarket.industryWords(industry, language: language)
        return current.match(text, language: language, industry: industry, limit: limit)
    }

    /// Official job titles that begin with or hold what was typed so far.
    package func suggestions(_ prefix: String, language: Language, limit: Int) -> [JobTitle] {
        current.suggestions(prefix, language: language, limit: limit)
    }

    /// After other reference data was loaded.
    package func replace(_ matcher: OccupationMatcher) { self.matcher.withLock { $0 = matcher } }

    /// The one in use now, for whoever reads longer texts with it.
    var current: OccupationMatcher { matcher.withLock { $0 } }
}
