import Domain

extension Catalogue {
    /// Steps each objective may take. 20,000: see docs/matching.md for what that costs in time.
    package static let planSteps = 20_000

    /// The cheapest, the fastest and the smallest set of programs that closes a gap within somebody's limits.
    ///
    /// What is covered counts first: each plan covers as much, by points, as can be covered within the limits.
    package func plans(for request: PlanRequest, steps: Int = Catalogue.planSteps) -> PlanAnswer {
        let gap = gap(from: request.from, holding: request.held, to: request.to)
        let candidates = PlanCandidates(request, needs: gap.needs, catalogue: self)
        let solutions = Self.solve(candidates.problem, steps: steps)
        let report = PlanReport(candidates, needs: gap.needs)
        var plans: [TrainingPlan] = []
        var seen: [Set<PlanSolution.Placement>: Int] = [:]
        for (objective, solution, isProved) in solutions where !solution.placements.isEmpty {
            if let place = seen[Set(solution.placements)] {
                plans[place] = plans[place].alsoBest(at: objective)
            } else {
                seen[Set(solution.placements)] = plans.count
                plans.append(report.plan(solution, objectives: [objective], isProvedBest: isProved && candidates.isComplete))
            }
        }
        let covered = plans.reduce(UInt32(0)) { $0 | gap.needs.mask(of: $1.covered) }
        let uncovered = gap.needs.indices.filter { covered >> UInt32($0) & 1 == 0 }
            .map { report.leftOut($0, of: plans.first.map { _ in solutions[0].solution }) }
        return PlanAnswer(
            request: request, gap: gap, plans: plans, uncovered: uncovered,
            programCount: candidates.programs.count { gap.needs.mask(of: $0) != 0 })
    }

    /// One plan for each objective. All cover as much as the one that covers most.
    static func solve(_ problem: PlanProblem, steps: Int) -> [(objective: PlanObjective, solution: PlanSolution, isProved: Bool)] {
        let figures = PlanFigures(problem)
        var found: [PlanSolution] = []
        var answers: [(objective: PlanObjective, solution: PlanSolution, isProved: Bool)] = []
        for objective in PlanObjective.allCases {
            var search = PlanSearch(problem, objective, steps: steps, figures: figures, start: found)
            search.run()
            guard let best = search.best else { continue }
            found.append(best)
            answers.append((objective, best, search.isProved))
        }
        // A search that was cut short may know less than another one found.
        for index in answers.indices {
            for other in found where other.value.isBetter(than: answers[index].solution.value, for: answers[index].objective) {
                answers[index].solution = other
            }
        }
        return answers
    }
}

extension [SkillNeed] {
    func mask(of needs: [SkillNeed]) -> UInt32 {
        let targets = Set(needs.map(\.target))
        return enumerated().reduce(0) { targets.contains($1.element.target) ? $0 | 1 << UInt32($1.offset) : $0 }
    }
}

extension TrainingPlan {
    func alsoBest(at objective: PlanObjective) -> TrainingPlan {
        TrainingPlan(
            objectives: objectives + [objective], steps: steps, price: price, hours: hours, covered: covered, leftOut: leftOut,
            isProvedBest: isProvedBest)
    }
}
