import Domain

/// A plan as a puzzle: which ways of taking which programs, and when, cover most of what is needed. Without a program or a calendar in it,
/// so that it can be compared with trying everything.
struct PlanProblem: Sendable {
    /// One way of taking one program.
    struct Option: Hashable, Sendable {
        /// At most one option of a program is taken.
        let program: Int
        /// A bit for each need it covers.
        let mask: UInt32
        /// Cents; an unknown price counts as `unpriced`.
        let cost: Int
        let job: PlanJob
    }

    struct Limits: Hashable, Sendable {
        /// Cents; `nil` for no limit.
        var budget: Int?
        /// First and last day on which anything may take place; no last day when it is `nil`.
        var firstDay: Int
        var lastDay: Int?
        /// Hundredths of hours a week that all programs under way may take together.
        var load: Int
    }

    /// More than any price: among plans that cover as much, one with known prices is taken to be cheaper.
    static let unpriced = 10_000_000

    /// By need.
    let points: [Int]
    let options: [Option]
    /// By program: earlier steps of its series. Those that are taken as well must have ended before it begins.
    let earlier: [[Int]]
    /// By program: the step before it, without which it is not taken; `nil` for most.
    let requires: [Int?]
    let limits: Limits

    func points(of mask: UInt32) -> Int {
        var rest = mask
        var sum = 0
        while rest != 0 {
            sum += points[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }
}

/// When something takes place and what it asks of a week.
struct PlanJob: Hashable, Sendable {
    /// The day it begins; `nil` when one can begin any day.
    let start: Int?
    /// Days from first to last, both counted; 1 or more.
    let length: Int
    /// Hundredths of hours a week.
    let load: Int
    /// Paid for with OSAP: no two such may overlap.
    let isFunded: Bool
}

/// What a plan is compared by.
struct PlanValue: Hashable, Sendable {
    var points: Int
    var cost: Int
    var count: Int
    /// The last day of the last program.
    var finish: Int

    /// Points first, always; then what was asked for, then what is left in a fixed order.
    func isBetter(than other: PlanValue, for objective: PlanObjective) -> Bool {
        if points != other.points { return points > other.points }
        return key(objective) < other.key(objective)
    }

    func key(_ objective: PlanObjective) -> (Int, Int, Int) {
        switch objective {
        case .cheapest: (cost, count, finish)
        case .fastest: (finish, cost, count)
        case .fewest: (count, cost, finish)
        }
    }
}

/// What a plan should be, once it covers as much as can be covered.
package enum PlanObjective: String, CaseIterable, Hashable, Sendable {
    case cheapest, fastest, fewest
}

/// Options chosen, with the day each begins.
struct PlanSolution: Hashable, Sendable {
    struct Placement: Hashable, Sendable {
        let option: Int
        let start: Int
    }

    let placements: [Placement]
    let value: PlanValue
}
