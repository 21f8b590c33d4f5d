import Domain

/// What can be chosen in the quiz.
enum QuizChoices {
    /// OaSIS skills anybody can judge of themselves, in the order they are asked for.
    static let strengths = [
        "repairing", "operation-and-control", "product-design", "numeracy", "digital-literacy", "writing", "oral-expression",
        "social-perceptiveness", "instructing", "negotiating", "coordinating", "problem-solving",
    ].map { Skill.ID("oasis:" + $0) }

    /// Work experience is not asked for: institutions judge it themselves.
    static let education: [PriorEducation] = [.someSecondary, .secondary, .postSecondary, .degree, .tradeCertificate, .none]

    /// 40 stands for any number of hours.
    static let hoursPerWeek = [3, 6, 12, 40]
    static let startWithinDays = [30, 90, 180]
    static let budgets = [0, 250, 500, 1_000].map { Money(dollars: $0) }
    static let kilometres = [10, 25, 50, 100]
    /// More than this nobody reads through.
    static let mostSkills = 20
}
