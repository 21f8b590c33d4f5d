package import Storage

/// Everything the quiz needs.
package struct QuizServices: Sendable {
    package let keep: KeepQuiz
    package let guesses: GuessLimit
    package let findSkills: FindSkills
    package let recommend: RecommendFromAnswers

    package init(store: QuizStore?, findOccupations: FindOccupations, catalogue: CurrentCatalogue, clock: PortalClock) {
        keep = KeepQuiz(store: store, clock: clock)
        guesses = GuessLimit(clock: clock)
        findSkills = FindSkills(catalogue: catalogue)
        recommend = RecommendFromAnswers(findOccupations: findOccupations, catalogue: catalogue)
    }
}
