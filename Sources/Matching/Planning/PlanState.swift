/// Where a search stands: what is chosen, what is ruled out.
struct PlanState {
    private(set) var chosen: [Int] = []
    private(set) var covered: UInt32 = 0
    /// Needs that stay uncovered.
    var givenUp: UInt32 = 0
    private(set) var cost = 0
    private(set) var hours = 0.0
    private(set) var fundedDays = 0.0
    /// The earliest day on which what is chosen can have ended, each program taken alone.
    private(set) var finish = Int.min
    /// By option: how many decisions rule it out.
    private var bans: [Int]
    private var isProgramChosen: [Bool]

    init(_ problem: PlanProblem, _ figures: PlanFigures) {
        // What does not fit even alone is never looked at.
        bans = figures.earliestEnds.map { $0 == PlanFigures.never ? 1 : 0 }
        isProgramChosen = Array(repeating: false, count: problem.earlier.count)
    }

    func isAllowed(_ option: Int) -> Bool { bans[option] == 0 }
    func isChosen(program: Int) -> Bool { isProgramChosen[program] }

    mutating func ban(_ option: Int) { bans[option] += 1 }

    /// - Returns: the state as it was, with the option in it.
    func choosing(_ index: Int, _ problem: PlanProblem, _ figures: PlanFigures) -> PlanState {
        var next = self
        let option = problem.options[index]
        next.chosen.append(index)
        next.covered |= option.mask
        next.cost += option.cost
        next.hours += figures.hours[index]
        next.fundedDays += figures.fundedDays[index]
        next.finish = max(finish, figures.earliestEnds[index])
        next.isProgramChosen[option.program] = true
        for other in figures.optionsByProgram[option.program] { next.bans[other] += 1 }
        return next
    }

    /// The program that a chosen one requires and that is not chosen yet.
    func requirement(_ problem: PlanProblem) -> Int? {
        for option in chosen {
            if let program = problem.requires[problem.options[option].program], !isProgramChosen[program] { return program }
        }
        return nil
    }
}

/// What of a problem is asked for again and again.
struct PlanFigures {
    /// The last day of each option when it is taken alone; `never` when it cannot be.
    let earliestEnds: [Int]
    /// Hundredths of hours from first to last day.
    let hours: [Double]
    /// Days no other funded program may take place.
    let fundedDays: [Double]
    let optionsByProgram: [[Int]]
    let optionsByNeed: [[Int]]

    /// Far beyond any calendar.
    static let never = Int.max / 4

    init(_ problem: PlanProblem) {
        let scheduler = PlanScheduler(problem: problem)
        earliestEnds = problem.options.indices.map { index in
            scheduler.earliestStart(index, beside: []).map { $0 + problem.options[index].job.length - 1 } ?? Self.never
        }
        hours = problem.options.map { Double($0.job.load) * Double($0.job.length) / 7 }
        fundedDays = problem.options.map { $0.job.isFunded ? Double($0.job.length) : 0 }
        var byProgram = [[Int]](repeating: [], count: problem.earlier.count)
        var byNeed = [[Int]](repeating: [], count: problem.points.count)
        for (index, option) in problem.options.enumerated() {
            byProgram[option.program].append(index)
            for need in problem.points.indices where option.mask >> UInt32(need) & 1 == 1 { byNeed[need].append(index) }
        }
        optionsByProgram = byProgram
        optionsByNeed = byNeed
    }
}
