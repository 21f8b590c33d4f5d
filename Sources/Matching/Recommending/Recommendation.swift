package import Domain

/// A program for a person's situation, with what speaks for it.
package struct Recommendation: Sendable {
    package let program: Program
    /// 0 to 1; comparable within one list.
    package let score: Double
    /// Strongest first; never empty.
    package let reasons: [Reason]

    package init(program: Program, score: Double, reasons: [Reason]) {
        self.program = program
        self.score = score
        self.reasons = reasons
    }
}

/// Why a program is recommended, with the number behind it. Pages turn it into a sentence in the reader's language.
package struct Reason: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Approved tag for this occupation. Value: the match's confidence, 0 to 1.
        case preparesForOccupation(OccupationCode)
        /// Approved tag for another occupation with the same first three or four digits. Value: share of skills in common, 0 to 1.
        case preparesForRelatedOccupation(OccupationCode)
        /// Teaches skills this job asks for. Value: how many.
        case teachesSkills([Skill.ID])
        /// Teaches tools used in this job. Value: how many.
        case teachesTechnologies([Technology.ID])
        /// Serves an industry that employs many people in this job. Value: 1.
        case servesIndustry(Industry.Code)
        /// Outlook of the occupation it prepares for. Value: `Outlook.Value.score`.
        case outlook(OccupationCode, Outlook.Value)
        /// Costs nothing. Value: 0 dollars.
        case free
        /// Funding the rules allow. Value: 1.
        case funded(Funding)
        /// Shorter than most. Value: hours.
        case short
        /// Can begin soon. Value: days from today, 0 for open all year.
        case startsSoon
        /// Endorsed by employers. Value: how many.
        case endorsed
        /// The person's words are in the title or outcomes. Value: share of the words, 0 to 1.
        case matchesWords
    }

    package let kind: Kind
    package let value: Double
    /// What it added to the score.
    package let weight: Double

    package init(_ kind: Kind, value: Double, weight: Double) {
        self.kind = kind
        self.value = value
        self.weight = weight
    }
}

extension Reason.Kind {
    /// The name used by the API, the command line and translations: `prepares-for-occupation`.
    package var name: String {
        switch self {
        case .preparesForOccupation: "prepares-for-occupation"
        case .preparesForRelatedOccupation: "prepares-for-related-occupation"
        case .teachesSkills: "teaches-skills"
        case .teachesTechnologies: "teaches-technologies"
        case .servesIndustry: "serves-industry"
        case .outlook: "outlook"
        case .free: "free"
        case .funded: "funded"
        case .short: "short"
        case .startsSoon: "starts-soon"
        case .endorsed: "endorsed"
        case .matchesWords: "matches-words"
        }
    }
}

/// What is known of the person: today the occupations their words point to; a quiz will add to it.
package struct Situation: Sendable {
    /// The words as typed.
    package var text: String
    package var language: Language
    /// Ranked occupations with a confidence of 0 to 1.
    package var occupations: [WeightedOccupation]

    package struct WeightedOccupation: Hashable, Sendable {
        package let code: OccupationCode
        package let confidence: Double

        package init(code: OccupationCode, confidence: Double) {
            self.code = code
            self.confidence = confidence
        }
    }

    package init(text: String, language: Language, occupations: [WeightedOccupation]) {
        self.text = text
        self.language = language
        self.occupations = occupations
    }
}
