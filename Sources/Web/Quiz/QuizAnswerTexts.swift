import Domain
import Portal

/// Answers as a person would say them.
struct QuizAnswerTexts {
    let view: View
    let labels: Labels

    private var t: Texts.Reader { view.t }

    static func strength(_ id: Skill.ID, _ t: Texts.Reader) -> String { t("quiz.strength.\(id.rawValue.dropFirst("oasis:".count))") }

    func hours(_ hours: Int) -> String {
        hours >= 40 ? t("quiz.time.manyHours") : t("quiz.time.hoursAWeek", count: hours)
    }

    func start(_ days: Int) -> String { t("quiz.time.within.\(days)") }

    func budget(_ budget: Money) -> String {
        budget == .free ? t("quiz.money.free") : t("quiz.money.atMost", ["price": view.format.money(budget)])
    }

    /// Everything said to one question; empty when nothing was.
    func said(_ step: QuizStep, _ answers: QuizAnswers) -> [String] {
        switch step {
        case .job: return answers.job.isEmpty ? [] : [answers.job]
        case .direction: return answers.direction.map { [t("quiz.direction.\($0.rawValue)")] } ?? []
        case .likes:
            return Interest.allCases.filter(answers.interests.contains).map { t("quiz.interest.\($0.rawValue)") }
                + QuizChoices.strengths.filter(answers.strengths.contains).map { Self.strength($0, t) }
        case .skills:
            return answers.skillsHeld.map { t("quiz.skills.iHave", ["skill": labels.skill($0)]) }
                + answers.skillsWanted.map { t("quiz.skills.iWant", ["skill": labels.skill($0)]) }
        case .education: return QuizChoices.education.filter(answers.education.contains).map { t("quiz.education.\($0.rawValue)") }
        case .time: return [answers.hoursPerWeek.map(hours), answers.startWithinDays.map(start)].compactMap(\.self)
        case .money:
            let place = answers.postalArea.map { area in
                let kilometres = answers.kilometres ?? RecommendFromAnswers.defaultKilometres
                return t("search.nearChip", ["kilometres": String(kilometres), "area": area])
            }
            return [answers.budget.map(budget)].compactMap(\.self)
                + Offering.Delivery.allCases.filter(answers.deliveries.contains).map { t("facet.delivery.\($0.rawValue)") }
                + [place].compactMap(\.self)
        }
    }
}
