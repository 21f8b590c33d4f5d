package import Matching

/// What was understood, and what is recommended for it.
package struct RecommendationAnswer: Sendable {
    /// Best first; the occupation the person chose comes first with a confidence of 1.
    package let matches: OccupationMatches
    /// Best first, each with its reasons.
    package let recommendations: [Recommendation]
    package let moreAvailable: Bool

    package init(matches: OccupationMatches, recommendations: [Recommendation], moreAvailable: Bool) {
        self.matches = matches
        self.recommendations = recommendations
        self.moreAvailable = moreAvailable
    }
}
