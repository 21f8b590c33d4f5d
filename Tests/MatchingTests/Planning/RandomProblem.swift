@testable import Matching

/// Small puzzles drawn with a seed, with dates, series, funded programs and every limit; and the answer found by trying everything.
struct RandomProblem {
    private var random: RandomCatalogue

    init(seed: UInt64) { random = RandomCatalogue(seed: seed) }

    /// At most four programs of at most two ways each, within twelve days.
    mutating func problem() -> PlanProblem {
        let needs = 2 + random.number(4)
        let programs = 2 + random.number(3)
        var options: [PlanProblem.Option] = []
        for program in 0..<programs {
            let mask = UInt32(random.number(1 << needs))
            for _ in 0...random.number(2) {
                let job = PlanJob(
                    start: random.chance(50) ? random.number(8) : nil, length: 1 + random.number(5), load: 100 * (1 + random.number(6)),
                    isFunded: random.chance(50))
                options.append(.init(program: program, mask: mask, cost: random.pick([0, 100, 150, 300, 500]), job: job))
            }
        }
        var requires: [Int?] = Array(repeating: nil, count: programs)
        var earlier: [[Int]] = Array(repeating: [], count: programs)
        if random.chance(40) {
            requires[1] = 0
            earlier[1] = [0]
            if programs > 2, random.chance(50) {
                requires[2] = 1
                earlier[2] = [0, 1]
            }
        }
        return PlanProblem(
            points: (0..<needs).map { _ in 1 + random.number(20) }, options: options, earlier: earlier, requires: requires,
            limits: .init(
                budget: random.chance(50) ? random.pick([0, 150, 400, 700]) : nil, firstDay: random.number(3),
                lastDay: random.chance(70) ? 5 + random.number(7) : nil, load: 100 * (4 + random.number(6))))
    }
}

/// Every set of ways, on every day.
struct PlainPlan {
    let problem: PlanProblem
    private var chosen: [(option: Int, start: Int)] = []
    private(set) var best: [PlanObjective: PlanValue] = [:]

    /// Without a last day everything can be put one after the other in this time.
    private static let horizon = 30

    init(_ problem: PlanProblem) {
        self.problem = problem
        tryAll(program: 0)
    }

    private mutating func tryAll(program: Int) {
        guard program < problem.earlier.count else {
            guard !chosen.isEmpty, Self.isAllowed(chosen, problem) else { return }
            let value = Self.value(chosen, problem)
            for objective in PlanObjective.allCases where best[objective].map({ value.isBetter(than: $0, for: objective) }) ?? true {
                best[objective] = value
            }
            return
        }
        tryAll(program: program + 1)
        for index in problem.options.indices where problem.options[index].program == program {
            let last = problem.limits.lastDay ?? Self.horizon
            for start in problem.options[index].job.start.map({ $0...$0 }) ?? problem.limits.firstDay...max(last, problem.limits.firstDay) {
                chosen.append((index, start))
                // What breaks a limit already breaks it with more as well.
                if Self.fits(chosen, problem) { tryAll(program: program + 1) }
                chosen.removeLast()
            }
        }
    }

    static func value(_ chosen: [(option: Int, start: Int)], _ problem: PlanProblem) -> PlanValue {
        let options = chosen.map { problem.options[$0.option] }
        return PlanValue(
            points: problem.points(of: options.reduce(0) { $0 | $1.mask }), cost: options.reduce(0) { $0 + $1.cost }, count: options.count,
            finish: chosen.map { $0.start + problem.options[$0.option].job.length - 1 }.max() ?? Int.min)
    }

    /// Days, budget, hours, overlap: what only gets worse with more programs.
    private static func fits(_ chosen: [(option: Int, start: Int)], _ problem: PlanProblem) -> Bool {
        let limits = problem.limits
        if let budget = limits.budget, chosen.reduce(0, { $0 + problem.options[$1.option].cost }) > budget { return false }
        var load = [Int](repeating: 0, count: 60)
        var funded = [Int](repeating: 0, count: 60)
        for (option, start) in chosen {
            let job = problem.options[option].job
            let end = start + job.length - 1
            guard start >= limits.firstDay, limits.lastDay.map({ end <= $0 }) ?? true else { return false }
            for day in start...end {
                load[day] += job.load
                funded[day] += job.isFunded ? 1 : 0
                if load[day] > limits.load || funded[day] > 1 { return false }
            }
        }
        return true
    }

    /// Everything, with the series.
    static func isAllowed(_ chosen: [(option: Int, start: Int)], _ problem: PlanProblem) -> Bool {
        guard fits(chosen, problem) else { return false }
        let programs = chosen.map { problem.options[$0.option].program }
        guard Set(programs).count == programs.count else { return false }
        for (option, start) in chosen {
            let program = problem.options[option].program
            if let required = problem.requires[program], !programs.contains(required) { return false }
            for other in chosen where problem.earlier[program].contains(problem.options[other.option].program) {
                if other.start + problem.options[other.option].job.length > start { return false }
            }
        }
        return true
    }
}
