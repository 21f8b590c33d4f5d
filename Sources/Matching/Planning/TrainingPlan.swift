package import Domain

/// A set of programs that closes as much of a gap as can be closed, with the days on which each takes place.
package struct TrainingPlan: Sendable {
    /// What it is best at: one, or several when the same programs are.
    package let objectives: [PlanObjective]
    /// By first day.
    package let steps: [Step]
    /// Prices that are stated, added up.
    package let price: Money
    /// Hours that are stated, added up.
    package let hours: Double
    package let covered: [SkillNeed]
    package let leftOut: [LeftOut]
    /// No other choice is better; otherwise it is the best that was found in the steps allowed.
    package let isProvedBest: Bool

    package struct Step: Sendable {
        package let program: Program
        package let offering: Offering
        package let start: CalendarDate
        package let end: CalendarDate
        /// A week, while it lasts; `nil` when the hours are not stated.
        package let hoursPerWeek: Double?
        /// What it covers of the gap that no step before it does; empty for a step only taken because a later one builds on it.
        package let covers: [SkillNeed]
        package let usesOSAP: Bool
        /// Neither an end nor a length is stated: twelve weeks were taken.
        package let isLengthAssumed: Bool
    }

    package var first: CalendarDate? { steps.map(\.start).min() }
    package var last: CalendarDate? { steps.map(\.end).max() }
    package var unpricedSteps: Int { steps.count { $0.offering.price == nil } }
}

/// A need that a plan does not cover, and why.
package struct LeftOut: Hashable, Sendable {
    package let need: SkillNeed
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// No program on the portal teaches it.
        case notOffered
        /// Only programs for quite other jobs teach it.
        case otherField
        /// None online or in the region asked for.
        case notInRegion
        /// None in the way of teaching or the language asked for.
        case notAsAsked
        /// There are programs, but they do not fit.
        case limits(Set<Limit>)
    }

    package enum Limit: String, CaseIterable, Hashable, Sendable {
        /// The price, or that it is not stated.
        case budget
        /// It cannot begin and end in time, or has no dates.
        case dates
        /// More hours a week than there are.
        case hours
        /// It would take place at the same time as another program OSAP pays for.
        case overlap
        /// It fits alone, but not together with what covers more.
        case together
    }
}

/// The answer to a `PlanRequest`.
package struct PlanAnswer: Sendable {
    package let request: PlanRequest
    package let gap: SkillGap
    /// At most three, each with its objectives; empty when nothing is missing or nothing can be covered.
    package let plans: [TrainingPlan]
    /// Left out of every plan.
    package let uncovered: [LeftOut]
    /// Programs that teach something of what is missing.
    package let programCount: Int

    /// What no program covers at all, or none in the region asked for.
    package var unmet: [SkillNeed] { uncovered.filter { $0.reason == .notOffered || $0.reason == .notInRegion }.map(\.need) }
}
