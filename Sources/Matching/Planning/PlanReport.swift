import Domain

/// Says in programs and days what a solution says in numbers, and why the rest was left out.
struct PlanReport {
    private let candidates: PlanCandidates
    private let needs: [SkillNeed]

    init(_ candidates: PlanCandidates, needs: [SkillNeed]) {
        self.candidates = candidates
        self.needs = needs
    }

    func plan(_ solution: PlanSolution, objectives: [PlanObjective], isProvedBest: Bool) -> TrainingPlan {
        var covered: UInt32 = 0
        let placements = solution.placements.sorted { ($0.start, $0.option) < ($1.start, $1.option) }
        let steps = placements.map { placement in
            let offering = candidates.offerings[placement.option]
            let program = candidates.programs[offering.program]
            let new = offering.mask & ~covered
            covered |= offering.mask
            let start = CalendarDate(dayNumber: placement.start)
            return TrainingPlan.Step(
                program: program, offering: offering.offering, start: start, end: start.adding(days: offering.job.length - 1),
                hoursPerWeek: program.hours.map { _ in Double(offering.job.load) / 100 }, covers: needs.chosen(by: new),
                usesOSAP: offering.job.isFunded, isLengthAssumed: offering.isLengthAssumed)
        }
        return TrainingPlan(
            objectives: objectives, steps: steps, price: Money(cents: steps.reduce(0) { $0 + ($1.offering.price?.cents ?? 0) }),
            hours: steps.reduce(0) { $0 + ($1.program.hours ?? 0) }, covered: needs.chosen(by: covered),
            leftOut: needs.indices.filter { covered >> UInt32($0) & 1 == 0 }.map { leftOut($0, of: solution) }, isProvedBest: isProvedBest)
    }

    /// - Parameter solution: the plan it was left out of; `nil` when there is none.
    func leftOut(_ need: Int, of solution: PlanSolution?) -> LeftOut {
        let bit: UInt32 = 1 << UInt32(need)
        let reason: LeftOut.Reason =
            if candidates.taught & bit == 0 {
                .notOffered
            } else if candidates.offered & bit == 0 {
                .otherField
            } else if candidates.suitable.isEmpty || candidates.asAsked & bit == 0 {
                unsuitable(bit)
            } else {
                .limits(limits(bit, solution))
            }
        return LeftOut(need: needs[need], reason: reason)
    }

    /// Programs without a date to come have no offering at all: that is a matter of dates, not of place or way.
    private func unsuitable(_ bit: UInt32) -> LeftOut.Reason {
        if candidates.hasUpcoming & bit == 0 { return .limits([.dates]) }
        return candidates.inRegion & bit == 0 ? .notInRegion : .notAsAsked
    }

    /// 20 ways, the cheapest first: one that breaks a single limit is among them, if there is one.
    private static let waysConsidered = 20

    /// What stands against the way that breaks the fewest limits.
    private func limits(_ bit: UInt32, _ solution: PlanSolution?) -> Set<LeftOut.Limit> {
        let ways = candidates.suitable.filter { $0.mask & bit != 0 }.sorted { ($0.cost, $0.program) < ($1.cost, $1.program) }
        let broken = ways.prefix(Self.waysConsidered).map { limits(brokenBy: $0, beside: solution) }
        let fewest =
            broken.min { ($0.count, $0.map(\.rawValue).sorted().joined()) < ($1.count, $1.map(\.rawValue).sorted().joined()) } ?? []
        return fewest.isEmpty ? [.together] : fewest
    }

    private func limits(brokenBy way: PlanOffering, beside solution: PlanSolution?) -> Set<LeftOut.Limit> {
        var broken: Set<LeftOut.Limit> = []
        let problem = candidates.problem
        if let budget = problem.limits.budget, (solution?.value.cost ?? 0) + way.cost > budget { broken.insert(.budget) }
        let entries = (solution?.placements ?? []).map { placement in
            PlanCalendar.Entry(
                option: placement.option, start: placement.start, end: placement.start + problem.options[placement.option].job.length - 1)
        }
        func fits(_ change: (inout PlanJob, inout PlanProblem.Limits) -> Void) -> Bool {
            var job = way.job
            var limits = problem.limits
            change(&job, &limits)
            let widened = PlanProblem(
                points: problem.points, options: problem.options, earlier: problem.earlier, requires: problem.requires, limits: limits)
            return PlanScheduler(problem: widened).earliestStart(job, of: way.program, beside: entries) != nil
        }
        if fits({ _, _ in }) { return broken }
        let freed: [(LeftOut.Limit, (inout PlanJob, inout PlanProblem.Limits) -> Void)] = [
            (.overlap, { job, _ in job = PlanJob(start: job.start, length: job.length, load: job.load, isFunded: false) }),
            (.hours, { _, limits in limits.load = Int.max / 2 }),
            (
                .dates,
                { job, limits in
                    limits.lastDay = nil
                    limits.firstDay = min(limits.firstDay, job.start ?? .max)
                }
            ),
        ]
        if let single = freed.first(where: { fits($0.1) }) {
            broken.insert(single.0)
        } else {
            broken.formUnion([.dates, .hours])
        }
        return broken
    }
}

extension [SkillNeed] {
    /// Those whose bit is set, in order.
    func chosen(by mask: UInt32) -> [SkillNeed] { enumerated().filter { mask >> UInt32($0.offset) & 1 == 1 }.map(\.element) }
}
