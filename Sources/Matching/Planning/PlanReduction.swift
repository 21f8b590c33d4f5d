import Domain

/// Leaves out what no plan needs: an option that another one replaces in any plan. What is then still too much is cut down to the
/// most promising.
struct PlanReduction {
    /// Places in the list given, ascending.
    let kept: [Int]
    /// Nothing was cut that a plan could have needed.
    let isComplete: Bool

    /// 96: branch and bound looks at all of them in each branch.
    static let optionLimit = 96

    /// - Parameter isInSeries: by program.
    init(_ offerings: [PlanOffering], needs: [SkillNeed], isInSeries: [Bool]) {
        let points = offerings.map { needs.points(of: $0.mask) }
        // Whatever replaces an option comes before it in this order.
        let order = offerings.indices.sorted { a, b in
            let (first, second) = (offerings[a], offerings[b])
            return (points[b], first.cost, first.job.length, first.job.load, a) < (
                points[a], second.cost, second.job.length, second.job.load, b
            )
        }
        var front: [Int] = []
        for index in order {
            let isReplaced = front.contains { Self.replaces(offerings[$0], offerings[index], isInSeries) }
            if !isReplaced { front.append(index) }
        }
        isComplete = front.count <= Self.optionLimit
        kept = (isComplete ? front : Self.best(front, offerings, points, needs, isInSeries)).sorted()
    }

    private static func replaces(_ a: PlanOffering, _ b: PlanOffering, _ isInSeries: [Bool]) -> Bool {
        guard a.mask & b.mask == b.mask, a.cost <= b.cost, a.job.fits(inPlaceOf: b.job) else { return false }
        // A step of a series stands for itself: others build on it.
        return a.program == b.program || !isInSeries[a.program] && !isInSeries[b.program]
    }

    /// For each need in turn the cheapest for its points, the first to end and the one with most points, until the limit is reached. Steps of
    /// series stay, as far as there is room: without them the later steps are lost.
    private static func best(
        _ front: [Int], _ offerings: [PlanOffering], _ points: [Int], _ needs: [SkillNeed], _ isInSeries: [Bool]
    ) -> [Int] {
        var kept = Set(front.filter { isInSeries[offerings[$0].program] && offerings[$0].mask == 0 }.prefix(optionLimit / 2))
        let lists = needs.indices.flatMap { need in
            let ways = front.filter { offerings[$0].mask >> UInt32(need) & 1 == 1 }
            let price = ways.sorted { (offerings[$0].cost * points[$1], $0) < (offerings[$1].cost * points[$0], $1) }
            let end = ways.sorted { (offerings[$0].end, $0) < (offerings[$1].end, $1) }
            return [price, end, ways]
        }
        var rank = 0
        while kept.count < optionLimit, lists.contains(where: { rank < $0.count }) {
            for list in lists where rank < list.count && kept.count < optionLimit { kept.insert(list[rank]) }
            rank += 1
        }
        return Array(kept)
    }
}

extension PlanOffering {
    /// The day it ends when it is begun as early as possible, counted from the day 0 for what can begin any day.
    fileprivate var end: Int { (job.start ?? 0) + job.length }
}
