package import Storage

/// Everything the quiz needs.
package struct QuizServices: Sendable {
    package let keep: KeepQuiz
    package let guesses: GuessLimit
    package let findSkills: FindSkills
    package let recommend: RecommendFromAnswers

    /// - Parameter database: `nil` keeps answers in memory only.
    package init(database: (any SQLDatabase)?, findOccupations: FindOccupations, catalogue: CurrentCatalogue, clock: PortalClock) {
        keep = KeepQuiz(store: database.map(QuizStore.init), clock: clock)
        guesses = GuessLimit(database: database, clock: clock)
        findSkills = FindSkills(catalogue: catalogue)
        recommend = RecommendFromAnswers(findOccupations: findOccupations, catalogue: catalogue)
    }
}
