/// What a person said of themselves in the quiz. Every answer may be missing: a missing one is never held against them.
package struct QuizAnswers: Hashable, Sendable {
    /// The job they have or had, in their own words; empty without one.
    package var job = ""
    package var direction: Direction?
    package var interests: Set<Interest> = []
    /// Skills of OaSIS they say they are good at.
    package var strengths: Set<Skill.ID> = []
    /// In the order they were chosen.
    package var skillsHeld: [Skill.ID] = []
    package var skillsWanted: [Skill.ID] = []
    /// What they have finished; `none` alone when they said that they have finished nothing of it.
    package var education: Set<PriorEducation> = []
    package var hoursPerWeek: Int?
    /// Days from today within which they would like to start.
    package var startWithinDays: Int?
    package var budget: Money?
    package var deliveries: Set<Offering.Delivery> = []
    /// The first three characters of their postal code: more is neither asked for nor kept.
    package var postalArea: String?
    /// How far they would travel from there.
    package var kilometres: Int?

    package init() {}

    package var isEmpty: Bool { self == QuizAnswers() }
}

/// Where a person would like to go from the job they have.
package enum Direction: String, Codable, Sendable, CaseIterable {
    /// The same work, done better.
    case doBetter = "do-better"
    /// Related work with more responsibility.
    case moveUp = "move-up"
    /// Work of another broad category that uses what they can do.
    case changeField = "change-field"
    /// Whatever suits what they like and are good at.
    case explore
}

/// The six areas of interest that O*NET rates occupations by (Holland's types).
package enum Interest: String, Codable, Sendable, CaseIterable {
    case realistic, investigative, artistic, social, enterprising, conventional
}

/// What is kept of answers is read by later versions: a name they do not find is a question that was not answered.
extension QuizAnswers: Codable {
    private enum Key: String, CodingKey {
        case job, direction, interests, strengths, skillsHeld, skillsWanted, education, hoursPerWeek, startWithinDays, budget, deliveries,
            postalArea, kilometres
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        job = try values.decodeIfPresent(String.self, forKey: .job) ?? ""
        direction = try values.decodeIfPresent(Direction.self, forKey: .direction)
        interests = try values.decodeIfPresent(Set<Interest>.self, forKey: .interests) ?? []
        strengths = try values.decodeIfPresent(Set<Skill.ID>.self, forKey: .strengths) ?? []
        skillsHeld = try values.decodeIfPresent([Skill.ID].self, forKey: .skillsHeld) ?? []
        skillsWanted = try values.decodeIfPresent([Skill.ID].self, forKey: .skillsWanted) ?? []
        education = try values.decodeIfPresent(Set<PriorEducation>.self, forKey: .education) ?? []
        hoursPerWeek = try values.decodeIfPresent(Int.self, forKey: .hoursPerWeek)
        startWithinDays = try values.decodeIfPresent(Int.self, forKey: .startWithinDays)
        budget = try values.decodeIfPresent(Money.self, forKey: .budget)
        deliveries = try values.decodeIfPresent(Set<Offering.Delivery>.self, forKey: .deliveries) ?? []
        postalArea = try values.decodeIfPresent(String.self, forKey: .postalArea)
        kilometres = try values.decodeIfPresent(Int.self, forKey: .kilometres)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        if !job.isEmpty { try values.encode(job, forKey: .job) }
        try values.encodeIfPresent(direction, forKey: .direction)
        if !interests.isEmpty { try values.encode(interests, forKey: .interests) }
        if !strengths.isEmpty { try values.encode(strengths, forKey: .strengths) }
        if !skillsHeld.isEmpty { try values.encode(skillsHeld, forKey: .skillsHeld) }
        if !skillsWanted.isEmpty { try values.encode(skillsWanted, forKey: .skillsWanted) }
        if !education.isEmpty { try values.encode(education, forKey: .education) }
        try values.encodeIfPresent(hoursPerWeek, forKey: .hoursPerWeek)
        try values.encodeIfPresent(startWithinDays, forKey: .startWithinDays)
        try values.encodeIfPresent(budget, forKey: .budget)
        if !deliveries.isEmpty { try values.encode(deliveries, forKey: .deliveries) }
        try values.encodeIfPresent(postalArea, forKey: .postalArea)
        try values.encodeIfPresent(kilometres, forKey: .kilometres)
    }
}
