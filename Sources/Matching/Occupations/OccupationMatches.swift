package import Domain

/// One unit group a text may mean.
package struct OccupationMatch: Hashable, Sendable {
    /// As the classification writes it.
    package let code: String
    /// 0...1: how often a match with such scores was right on the development titles (docs/matching.md, "Confidence").
    package let confidence: Double
    /// The title of the group that is nearest to the text. `nil` when nothing in the text resembles a title of the group.
    package let matchedTitle: String?
    package let matchedLanguage: Language?

    package init(code: String, confidence: Double, matchedTitle: String? = nil, matchedLanguage: Language? = nil) {
        self.code = code
        self.confidence = confidence
        self.matchedTitle = matchedTitle
        self.matchedLanguage = matchedLanguage
    }

    /// The code as one of NOC 2021; `nil` for another classification.
    package var occupation: OccupationCode? { OccupationCode(code) }
}

/// What a text may mean, best first.
package struct OccupationMatches: Hashable, Sendable {
    package let matches: [OccupationMatch]
    /// The text is a title of the first group, letter for letter after normalisation.
    package let isExact: Bool
    /// False: ask "did you mean" before acting on the first match.
    package let isConfident: Bool
    /// The first two are close: the industry would tell them apart.
    package let suggestsIndustry: Bool

    package init(matches: [OccupationMatch], isExact: Bool, isConfident: Bool, suggestsIndustry: Bool) {
        self.matches = matches
        self.isExact = isExact
        self.isConfident = isConfident
        self.suggestsIndustry = suggestsIndustry
    }

    /// A blank text means nothing.
    package static let none = OccupationMatches(matches: [], isExact: false, isConfident: false, suggestsIndustry: false)

    package var first: OccupationMatch? { matches.first }
}
