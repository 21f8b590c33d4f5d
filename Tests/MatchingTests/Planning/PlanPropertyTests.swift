import Domain
import Testing

@testable import Matching

/// The planner against trying everything.
struct PlanPropertyTests {
    @Test(arguments: 1...12)
    func `each plan is the best there is, by every objective`(seed: UInt64) {
        var random = RandomProblem(seed: seed)
        for _ in 0..<25 {
            let problem = random.problem()
            let plain = PlainPlan(problem)
            let answers = Catalogue.solve(problem, steps: 1_000_000)
            for objective in PlanObjective.allCases {
                let answer = answers.first { $0.objective == objective }
                // A plan that covers nothing is no plan.
                guard let best = plain.best[objective], best.points > 0 else {
                    #expect(answer.map { $0.solution.value.points == 0 } ?? true)
                    continue
                }
                #expect(answer?.solution.value == best, "\(objective) \(problem)")
                #expect(answer?.isProved == true)
            }
        }
    }

    @Test(arguments: 1...8)
    func `whatever the steps, a plan keeps every limit and is worth what it says`(seed: UInt64) {
        var random = RandomProblem(seed: 900 + seed)
        for _ in 0..<40 {
            let problem = random.problem()
            for (_, solution, _) in Catalogue.solve(problem, steps: 5 + Int(seed) * 7) {
                let chosen = solution.placements.map { (option: $0.option, start: $0.start) }
                #expect(PlainPlan.isAllowed(chosen, problem))
                #expect(PlainPlan.value(chosen, problem) == solution.value)
            }
        }
    }

    @Test(arguments: 1...8)
    func `what is left out beforehand is missed by no plan`(seed: UInt64) {
        var random = RandomProblem(seed: 400 + seed)
        for _ in 0..<40 {
            let problem = random.problem()
            let needs = problem.points.enumerated().map { SkillNeed(.skill(Skill.ID("s\($0)")), points: $1, grounds: .listed) }
            let offerings = problem.options.map { PlanOffering(option: $0) }
            let inSeries = problem.earlier.indices.map { program in
                !problem.earlier[program].isEmpty || problem.requires.contains(program)
            }
            let kept = PlanReduction(offerings, needs: needs, isInSeries: inSeries).kept
            let reduced = PlanProblem(
                points: problem.points, options: kept.map { problem.options[$0] }, earlier: problem.earlier, requires: problem.requires,
                limits: problem.limits)
            let all = Catalogue.solve(problem, steps: 1_000_000).map(\.solution.value)
            #expect(Catalogue.solve(reduced, steps: 1_000_000).map(\.solution.value) == all)
        }
    }

    @Test func `the same question has the same answer`() {
        var random = RandomProblem(seed: 77)
        for _ in 0..<20 {
            let problem = random.problem()
            let first = Catalogue.solve(problem, steps: 300)
            let second = Catalogue.solve(problem, steps: 300)
            #expect(first.map(\.solution) == second.map(\.solution))
        }
    }
}

extension PlanOffering {
    init(option: PlanProblem.Option) {
        self.init(
            program: option.program,
            offering: Offering(schedule: .openAllYear, delivery: .online, language: .en, price: Money(cents: option.cost)),
            mask: option.mask, job: option.job, isLengthAssumed: false)
    }
}
