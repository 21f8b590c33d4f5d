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
        /// Teaches skills the person wants to learn. Value: how many.
        case teachesWantedSkills([Skill.ID])
        /// Costs no more than the person said. Value: the lowest price in dollars.
        case withinBudget(Money)
        /// Taught in a way the person asked for. Value: 1.
        case fitsDelivery(Offering.Delivery)
        /// Value: kilometres from where the person is.
        case near
        /// Fits the hours a week the person can give. Value: hours a week it asks for.
        case fitsHours
        /// Begins when the person wants to. Value: days from today, 0 for open all year.
        case startsInTime
        /// Asks for nothing the person has not finished. Value: 1.
        case meetsEducation(PriorEducation)
    }

    package let kind: Kind
    package let value: Double
    /// What it added to the score.
    package let weight: Double
    /// The answer of the quiz it comes from, where the kind does not say so itself.
    package let aim: Aim?

    package init(_ kind: Kind, value: Double, weight: Double, aim: Aim? = nil) {
        self.kind = kind
        self.value = value
        self.weight = weight
        self.aim = aim
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
        case .teachesWantedSkills: "teaches-wanted-skills"
        case .withinBudget: "within-budget"
        case .fitsDelivery: "fits-delivery"
        case .near: "near"
        case .fitsHours: "fits-hours"
        case .startsInTime: "starts-in-time"
        case .meetsEducation: "meets-education"
        }
    }
}

/// A list of recommendations, and what the person's own limits kept out of it.
package struct RecommendationList: Sendable {
    /// Best first.
    package let recommendations: [Recommendation]
    package let setAside: SetAside

    package init(recommendations: [Recommendation], setAside: SetAside = SetAside()) {
        self.recommendations = recommendations
        self.setAside = setAside
    }
}
