/// The questions of the quiz, in order: one page each.
enum QuizStep: Int, CaseIterable {
    case job, direction, likes, skills, education, time, money

    var route: PageRoute {
        switch self {
        case .job: .quizJob
        case .direction: .quizDirection
        case .likes: .quizLikes
        case .skills: .quizSkills
        case .education: .quizEducation
        case .time: .quizTime
        case .money: .quizMoney
        }
    }

    /// Its name among the texts: `quiz.job`.
    var name: String { "\(self)" }
    var number: Int { rawValue + 1 }
    var next: QuizStep? { QuizStep(rawValue: rawValue + 1) }
    var previous: QuizStep? { QuizStep(rawValue: rawValue - 1) }
}
