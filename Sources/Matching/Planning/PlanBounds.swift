/// What the rest of a plan can reach at best: no choice of options does better than these figures say.
///
/// The least price of covering a need alone is the least price of an option shared among the open needs it covers. Whatever is chosen, the sum of
/// those over the needs it covers is no more than it costs; so the needs a budget allows are those of a knapsack filled with parts.
struct PlanBounds {
    /// The most points that can be covered in all.
    private(set) var points: Int
    /// Least values for covering as many points as asked for; what is chosen already included.
    private(set) var cost: Int
    private(set) var count: Int
    private(set) var finish: Int

    /// One open need with its least share of each thing.
    private struct Share {
        var points: Double
        var cost = Double.infinity
        var count = Double.infinity
        /// Hundredths of hours in all, and days of funded programs.
        var hours = Double.infinity
        var fundedDays = Double.infinity
        var end = Int.max
    }

    /// - Parameters:
    ///   - state: what is chosen and what is ruled out.
    ///   - target: points a plan must reach to be of use.
    init(_ problem: PlanProblem, _ state: PlanState, target: Int, figures: PlanFigures) {
        var shares = [Share](repeating: Share(points: 0), count: problem.points.count)
        var open: UInt32 = 0
        for (index, option) in problem.options.enumerated() where state.isAllowed(index) {
            let gain = option.mask & ~state.covered & ~state.givenUp
            guard gain != 0 else { continue }
            open |= gain
            let part = 1 / Double(gain.nonzeroBitCount)
            let end = figures.earliestEnds[index]
            var rest = gain
            while rest != 0 {
                let need = rest.trailingZeroBitCount
                rest &= rest - 1
                shares[need].cost = min(shares[need].cost, Double(option.cost) * part)
                shares[need].count = min(shares[need].count, part)
                shares[need].hours = min(shares[need].hours, figures.hours[index] * part)
                shares[need].fundedDays = min(shares[need].fundedDays, figures.fundedDays[index] * part)
                shares[need].end = min(shares[need].end, end)
            }
        }
        let reached = problem.points(of: state.covered)
        var left: [Share] = []
        var rest = open
        while rest != 0 {
            let need = rest.trailingZeroBitCount
            rest &= rest - 1
            shares[need].points = Double(problem.points[need])
            left.append(shares[need])
        }
        let limits = problem.limits
        points = reached + problem.points(of: open)
        if let budget = limits.budget {
            points = min(points, reached + Self.most(left, \.cost, within: Double(budget - state.cost)))
        }
        if let lastDay = limits.lastDay {
            let days = Double(lastDay - limits.firstDay + 1)
            points = min(points, reached + Self.most(left, \.hours, within: days / 7 * Double(limits.load) - state.hours))
            points = min(points, reached + Self.most(left, \.fundedDays, within: days - state.fundedDays))
        }
        let missing = Double(target - reached)
        cost = state.cost + Int((Self.least(left, \.cost, reaching: missing) - 1e-6).rounded(.up))
        count = state.chosen.count + Int((Self.least(left, \.count, reaching: missing) - 1e-6).rounded(.up))
        let funded = state.fundedDays + Self.least(left, \.fundedDays, reaching: missing)
        let hours = state.hours + Self.least(left, \.hours, reaching: missing)
        let days = max(funded, hours / Double(max(1, limits.load)) * 7)
        finish = max(state.finish, Self.latest(left, reaching: missing))
        if days > 0 { finish = max(finish, limits.firstDay + Int((days - 1e-6).rounded(.up)) - 1) }
    }

    /// The most points within an amount, parts of needs allowed, rounded down.
    private static func most(_ shares: [Share], _ amount: KeyPath<Share, Double>, within limit: Double) -> Int {
        guard limit >= 0 else { return Int.min / 2 }
        var rest = limit
        var points = 0.0
        for share in shares.sorted(by: { $0[keyPath: amount] * $1.points < $1[keyPath: amount] * $0.points }) {
            let needed = share[keyPath: amount]
            if needed <= rest {
                rest -= needed
                points += share.points
            } else {
                if needed > 0 { points += share.points * rest / needed }
                break
            }
        }
        return Int((points + 1e-6).rounded(.down))
    }

    /// The least amount for so many points, parts of needs allowed; 0 when none are missing.
    private static func least(_ shares: [Share], _ amount: KeyPath<Share, Double>, reaching points: Double) -> Double {
        var missing = points
        var sum = 0.0
        for share in shares.sorted(by: { $0[keyPath: amount] * $1.points < $1[keyPath: amount] * $0.points }) where missing > 0 {
            let taken = min(1, missing / share.points)
            sum += share[keyPath: amount] * taken
            missing -= share.points
        }
        return sum
    }

    /// The day by which so many points can be covered at the earliest.
    private static func latest(_ shares: [Share], reaching points: Double) -> Int {
        var missing = points
        var day = Int.min
        for share in shares.sorted(by: { $0.end < $1.end }) where missing > 0 {
            day = share.end
            missing -= share.points
        }
        return day
    }
}
