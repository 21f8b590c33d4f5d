/// Programs in the calendar: each option with its first and last day.
struct PlanCalendar: Sendable {
    struct Entry: Hashable, Sendable {
        let option: Int
        let start: Int
        let end: Int
    }

    var entries: [Entry] = []

    var finish: Int { entries.reduce(Int.min) { max($0, $1.end) } }
}

/// Puts chosen programs into the calendar: within the days allowed, within the hours of a week, no two funded ones at a time, and each
/// after the steps it builds on.
///
/// Programs are placed one after the other, each as early as those before it allow. Some order of placing gives the earliest finish: take the
/// best calendar there is and place in the order of its starts; each program then begins no later than in that calendar, because whatever
/// stands in its way there has begun before it and ends no later. So all orders are tried, less those that cannot be better.
struct PlanScheduler {
    let problem: PlanProblem

    /// The calendar with the earliest finish, or the first one found.
    /// - Parameters:
    ///   - below: calendars that finish on this day or later are of no use.
    ///   - steps: counted down with each placing; the search ends when it reaches zero.
    func calendar(of options: [Int], anyWillDo: Bool = false, below: Int = .max, steps: inout Int) -> PlanCalendar? {
        var search = Search(scheduler: self, options: options, anyWillDo: anyWillDo, below: below, steps: steps)
        search.run()
        steps = search.steps
        return search.best
    }

    /// The earliest start of an option beside what is placed; `nil` when it does not fit.
    func earliestStart(_ option: Int, beside entries: [PlanCalendar.Entry]) -> Int? {
        earliestStart(problem.options[option].job, of: problem.options[option].program, beside: entries)
    }

    func earliestStart(_ job: PlanJob, of program: Int, beside entries: [PlanCalendar.Entry]) -> Int? {
        let earlier = problem.earlier[program]
        var release = problem.limits.firstDay
        if !earlier.isEmpty {
            for other in entries where earlier.contains(problem.options[other.option].program) { release = max(release, other.end + 1) }
        }
        if let start = job.start { return start >= release && fits(job, at: start, entries) ? start : nil }
        if fits(job, at: release, entries) { return release }
        // As early as possible is right after something else.
        var best: Int?
        for other in entries where other.end + 1 > release && other.end + 1 < best ?? .max {
            if fits(job, at: other.end + 1, entries) { best = other.end + 1 }
        }
        return best
    }

    private func fits(_ job: PlanJob, at start: Int, _ entries: [PlanCalendar.Entry]) -> Bool {
        let end = start + job.length - 1
        guard start >= problem.limits.firstDay, problem.limits.lastDay.map({ end <= $0 }) ?? true else { return false }
        var loadAtStart = job.load
        for other in entries where other.start <= end && other.end >= start {
            let otherJob = problem.options[other.option].job
            if job.isFunded && otherJob.isFunded { return false }
            if other.start <= start { loadAtStart += otherJob.load }
        }
        guard loadAtStart <= problem.limits.load else { return false }
        // The hours of a week grow only where something begins.
        for beginning in entries where beginning.start > start && beginning.start <= end {
            let load = entries.reduce(job.load) { sum, other in
                other.start <= beginning.start && other.end >= beginning.start ? sum + problem.options[other.option].job.load : sum
            }
            guard load <= problem.limits.load else { return false }
        }
        return true
    }
}

extension PlanScheduler {
    /// Tries the orders of placing, depth first.
    private struct Search {
        let scheduler: PlanScheduler
        let options: [Int]
        let anyWillDo: Bool
        var below: Int
        var steps: Int
        var best: PlanCalendar?
        private var entries: [PlanCalendar.Entry] = []
        private var isPlaced: [Bool]
        private var isOver = false

        init(scheduler: PlanScheduler, options: [Int], anyWillDo: Bool, below: Int, steps: Int) {
            let all = scheduler.problem.options
            self.scheduler = scheduler
            // Fixed dates first, then the longest: what can begin any day fills the gaps. The first order tried is mostly the best.
            self.options = options.sorted { a, b in
                (all[a].job.start ?? .max, all[b].job.length, a) < (all[b].job.start ?? .max, all[a].job.length, b)
            }
            self.anyWillDo = anyWillDo
            self.below = below
            self.steps = steps
            isPlaced = Array(repeating: false, count: options.count)
        }

        mutating func run() { place() }

        private mutating func place() {
            if entries.count == options.count {
                best = PlanCalendar(entries: entries)
                below = entries.reduce(Int.min) { max($0, $1.end) }
                isOver = anyWillDo
                return
            }
            var next: [(index: Int, entry: PlanCalendar.Entry)] = []
            for index in options.indices where !isPlaced[index] && !waits(index) {
                // What does not fit now, or ends too late, only gets worse as more is placed.
                guard let start = scheduler.earliestStart(options[index], beside: entries) else { return }
                let end = start + scheduler.problem.options[options[index]].job.length - 1
                if end >= below { return }
                next.append((index, .init(option: options[index], start: start, end: end)))
            }
            for choice in next {
                steps -= 1
                guard steps > 0 else { return isOver = true }
                isPlaced[choice.index] = true
                entries.append(choice.entry)
                place()
                entries.removeLast()
                isPlaced[choice.index] = false
                if isOver { return }
            }
        }

        /// Whether an earlier step of its series that was chosen is not placed yet.
        private func waits(_ index: Int) -> Bool {
            let problem = scheduler.problem
            let earlier = problem.earlier[problem.options[options[index]].program]
            guard !earlier.isEmpty else { return false }
            return options.indices.contains { !isPlaced[$0] && earlier.contains(problem.options[options[$0]].program) }
        }
    }
}
