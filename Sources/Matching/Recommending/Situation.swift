package import Domain

/// What is known of the person: the occupations their words or their answers point to, and what they want, have and can do.
package struct Situation: Sendable {
    /// The words as typed.
    package var text: String
    package var language: Language
    /// Ranked occupations with a confidence of 0 to 1.
    package var occupations: [WeightedOccupation]
    /// Skills they want to learn.
    package var wantedSkills: [Skill.ID] = []
    /// Skills they have already: a program that teaches only these would bring them nothing new.
    package var heldSkills: Set<Skill.ID> = []
    package var constraints = Constraints()
    /// Hours a week they can give. Programs that ask for more come later, but stay.
    package var hoursPerWeek: Double?
    /// Days from today within which they want to begin. Programs that begin later come later, but stay.
    package var startWithinDays: Int?

    package struct WeightedOccupation: Hashable, Sendable {
        package let code: OccupationCode
        package let confidence: Double
        /// Why it is aimed at; `nil` when the person's words led to it and nothing else was asked.
        package let aim: Aim?

        package init(code: OccupationCode, confidence: Double, aim: Aim? = nil) {
            self.code = code
            self.confidence = confidence
            self.aim = aim
        }
    }

    package init(text: String, language: Language, occupations: [WeightedOccupation]) {
        self.text = text
        self.language = language
        self.occupations = occupations
    }
}

/// The answer of the quiz that an occupation is aimed at for.
package enum Aim: Hashable, Sendable {
    case job
    case direction(Direction)
    case interest(Interest)
    case strength(Skill.ID)
}
