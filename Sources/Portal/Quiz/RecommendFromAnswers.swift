package import Domain
package import Matching

/// From what a person said in the quiz to programs, with the answer behind each reason.
package struct RecommendFromAnswers: Sendable {
    private let findOccupations: FindOccupations
    private let catalogue: CurrentCatalogue

    package init(findOccupations: FindOccupations, catalogue: CurrentCatalogue) {
        self.findOccupations = findOccupations
        self.catalogue = catalogue
    }

    /// - Parameter relaxed: limits the person wants to look beyond this time.
    package func callAsFunction(
        _ answers: QuizAnswers, language: Language, limit: Int = 10, relaxed: Set<Constraints.Kind> = []
    ) -> QuizRecommendations {
        let catalogue = catalogue.current
        let readings = readings(of: answers.job, language)
        let aims = catalogue.aims(
            answers.direction, from: readings, interests: answers.interests, strengths: answers.strengths)
        var situation = Situation(text: Self.words(answers), language: language, occupations: aims)
        situation.wantedSkills = answers.skillsWanted
        situation.heldSkills = Set(answers.skillsHeld)
        situation.hoursPerWeek = answers.hoursPerWeek.map(Double.init)
        situation.startWithinDays = answers.startWithinDays
        situation.constraints = Self.constraints(answers, relaxed: relaxed, catalogue.labourMarket)
        // One more than asked for tells whether there is more.
        let found = catalogue.recommend(for: situation, limit: limit + 1)
        return QuizRecommendations(
            job: readings.first?.code, aims: aims, recommendations: Array(found.recommendations.prefix(limit)),
            moreAvailable: found.recommendations.count > limit, constraints: situation.constraints, setAside: found.setAside)
    }

    /// What a job's words may mean, the likeliest first; none without words, and when they are a mere guess.
    private func readings(of job: String, _ language: Language) -> [Situation.WeightedOccupation] {
        guard !job.isBlank else { return [] }
        let matches = findOccupations(job, language: language)
        // 0.1: below it the words resemble no job title (docs/matching.md).
        guard let first = matches.first, first.confidence >= 0.1, first.matchedTitle != nil, first.occupation != nil else { return [] }
        // When the words are not sure, the next readings of them count as well, as on the recommendations' own page.
        return matches.matches.prefix(matches.isConfident ? 1 : .max).compactMap { match in
            match.occupation.map { .init(code: $0, confidence: match.confidence) }
        }
    }

    /// Words for the job lead back to the job: whoever wants to leave it is not searched for with them.
    private static func words(_ answers: QuizAnswers) -> String {
        switch answers.direction {
        case nil, .doBetter, .moveUp: answers.job
        case .changeField, .explore: ""
        }
    }

    private static func constraints(
        _ answers: QuizAnswers, relaxed: Set<Constraints.Kind>, _ labourMarket: LabourMarketInformation
    ) -> Constraints {
        var constraints = Constraints(
            education: answers.education, budget: answers.budget, deliveries: answers.deliveries, relaxed: relaxed)
        if let area = answers.postalArea.flatMap({ labourMarket.postalAreas[$0] }) {
            constraints.near = .init(centre: area.coordinate, kilometres: Double(answers.kilometres ?? defaultKilometres))
        }
        return constraints
    }

    /// A commute by car most people would make for a short course.
    package static let defaultKilometres = 50
}

/// Programs for somebody's answers, and how they were arrived at.
package struct QuizRecommendations: Sendable {
    /// What their job was read as; `nil` when they gave none, or none we know.
    package let job: OccupationCode?
    /// The occupations looked at, best first, each with the answer it comes from.
    package let aims: [Situation.WeightedOccupation]
    package let recommendations: [Recommendation]
    package let moreAvailable: Bool
    package let constraints: Constraints
    package let setAside: SetAside
}
