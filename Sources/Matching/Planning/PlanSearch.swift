/// Finds the best plan for one objective: branch and bound over what covers the need with the fewest ways to cover it.
///
/// Each set of options is met once: the branch that takes the third way rules the first two out, and the last branch leaves the need uncovered.
/// A branch ends when its bounds (`PlanBounds`) are no better than the best plan found. It stops after a number of steps, not after a time, so
/// that the same question has the same answer on every machine.
struct PlanSearch {
    let problem: PlanProblem
    let objective: PlanObjective
    private let figures: PlanFigures
    private let scheduler: PlanScheduler
    private(set) var best: PlanSolution?
    /// What is left of the steps allowed; none left means that the best found was not proved best.
    private(set) var steps: Int

    /// Looking at a branch costs as much as placing so many programs in the calendar.
    private static let branchSteps = 4

    /// - Parameter start: plans already known; the search begins from the best of them.
    init(_ problem: PlanProblem, _ objective: PlanObjective, steps: Int, figures: PlanFigures, start: [PlanSolution] = []) {
        self.problem = problem
        self.objective = objective
        self.steps = steps
        self.figures = figures
        scheduler = PlanScheduler(problem: problem)
        for plan in start where best.map({ plan.value.isBetter(than: $0.value, for: objective) }) ?? true { best = plan }
    }

    var isProved: Bool { steps > 0 }

    mutating func run() {
        greedy()
        explore(PlanState(problem, figures), PlanCalendar(), isNew: false)
    }

    private mutating func explore(_ state: PlanState, _ calendar: PlanCalendar, isNew: Bool) {
        steps -= Self.branchSteps
        guard steps > 0 else { return }
        let requirement = state.requirement(problem)
        if isNew, requirement == nil { consider(state, calendar) }
        if let best {
            let bounds = PlanBounds(problem, state, target: best.value.points, figures: figures)
            let limit = PlanValue(points: bounds.points, cost: bounds.cost, count: bounds.count, finish: bounds.finish)
            guard limit.isBetter(than: best.value, for: objective) else { return }
        }
        if let requirement {
            branch(over: figures.optionsByProgram[requirement], state, calendar)
        } else if let need = hardestNeed(state) {
            var rest = branch(over: figures.optionsByNeed[need], state, calendar)
            rest.givenUp |= 1 << UInt32(need)
            explore(rest, calendar, isNew: false)
        }
    }

    /// - Returns: the state with all of these options ruled out.
    @discardableResult
    private mutating func branch(over options: [Int], _ state: PlanState, _ calendar: PlanCalendar) -> PlanState {
        var rest = state
        for option in options.filter(state.isAllowed).sorted(by: { promise($0, state) > promise($1, state) }) {
            guard steps > 0 else { return rest }
            let next = rest.choosing(option, problem, figures)
            if problem.limits.budget.map({ next.cost <= $0 }) ?? true, let calendar = self.calendar(next, after: calendar) {
                explore(next, calendar, isNew: true)
            }
            rest.ban(option)
        }
        return rest
    }

    /// The open need with the fewest ways to cover it; of several the weightiest.
    private func hardestNeed(_ state: PlanState) -> Int? {
        var best: (need: Int, ways: Int)?
        for need in problem.points.indices where (state.covered | state.givenUp) >> UInt32(need) & 1 == 0 {
            let ways = figures.optionsByNeed[need].count(where: state.isAllowed)
            guard ways > 0 else { continue }
            if best.map({ (ways, -problem.points[need]) < ($0.ways, -problem.points[$0.need]) }) ?? true { best = (need, ways) }
        }
        return best?.need
    }

    /// New points for what the objective counts: which branch to look at first.
    private func promise(_ index: Int, _ state: PlanState) -> Double {
        let option = problem.options[index]
        let gain = Double(problem.points(of: option.mask & ~state.covered)) + 0.001
        switch objective {
        case .cheapest: return gain / Double(option.cost + 2_000)
        case .fastest: return gain / Double(max(7, figures.earliestEnds[index] - problem.limits.firstDay + 1))
        case .fewest: return gain - Double(option.cost) * 1e-9
        }
    }

    /// Any calendar of what is chosen: mostly the last one with one more in it.
    private mutating func calendar(_ state: PlanState, after calendar: PlanCalendar) -> PlanCalendar? {
        guard let added = state.chosen.last else { return calendar }
        if !isEarlierStep(added, among: state.chosen), let start = scheduler.earliestStart(added, beside: calendar.entries) {
            let end = start + problem.options[added].job.length - 1
            return PlanCalendar(entries: calendar.entries + [.init(option: added, start: start, end: end)])
        }
        return scheduler.calendar(of: state.chosen, anyWillDo: true, steps: &steps)
    }

    /// Something already placed would have to come after it.
    private func isEarlierStep(_ option: Int, among chosen: [Int]) -> Bool {
        let program = problem.options[option].program
        return chosen.contains { problem.earlier[problem.options[$0].program].contains(program) }
    }

    /// Keeps the set when it is better than the best.
    private mutating func consider(_ state: PlanState, _ calendar: PlanCalendar) {
        var value = PlanValue(
            points: problem.points(of: state.covered), cost: state.cost, count: state.chosen.count, finish: state.finish)
        if let best, !value.isBetter(than: best.value, for: objective) { return }
        var found = calendar
        if calendar.finish > state.finish {
            found = scheduler.calendar(of: state.chosen, below: calendar.finish, steps: &steps) ?? calendar
        }
        value.finish = found.finish
        if let best, !value.isBetter(than: best.value, for: objective) { return }
        best = PlanSolution(placements: found.entries.map { .init(option: $0.option, start: $0.start) }, value: value)
    }

    /// Takes what promises most, one after the other, with the steps it requires.
    private mutating func greedy() {
        var state = PlanState(problem, figures)
        var calendar = PlanCalendar()
        while steps > 0 {
            let open = problem.options.indices.filter { state.isAllowed($0) && problem.options[$0].mask & ~state.covered != 0 }
            var isExtended = false
            for option in open.sorted(by: { promise($0, state) > promise($1, state) }) {
                guard steps > 0 else { return }
                guard let (next, nextCalendar) = extended(state, calendar, by: option) else { continue }
                (state, calendar) = (next, nextCalendar)
                consider(state, calendar)
                isExtended = true
                break
            }
            guard isExtended else { return }
        }
    }

    private mutating func extended(_ state: PlanState, _ calendar: PlanCalendar, by option: Int) -> (PlanState, PlanCalendar)? {
        var next = state.choosing(option, problem, figures)
        while let required = next.requirement(problem) {
            let ways = figures.optionsByProgram[required].filter(next.isAllowed)
            guard let way = ways.min(by: { problem.options[$0].cost < problem.options[$1].cost }) else { return nil }
            next = next.choosing(way, problem, figures)
        }
        guard problem.limits.budget.map({ next.cost <= $0 }) ?? true else { return nil }
        // One more in the last calendar, or a new one.
        if next.chosen.count == state.chosen.count + 1 { return self.calendar(next, after: calendar).map { (next, $0) } }
        return scheduler.calendar(of: next.chosen, anyWillDo: true, steps: &steps).map { (next, $0) }
    }
}
