/// How far a referral has come, from a line in a list to an outcome.
package enum ReferralStep: String, Sendable, CaseIterable {
    /// Shown in a list.
    case impression
    /// The page was looked at.
    case view
    /// On to the institution's own site.
    case clickThrough = "click-through"
    /// An employer asked, and confirmed it.
    case inquiry
    case opened
    case replied
    /// Closed with an outcome.
    case closed

    /// Those counted from the days' activity; the others follow an inquiry.
    package var isActivity: Bool { self == .impression || self == .view || self == .clickThrough }

    /// What its number is a share of.
    package var base: ReferralStep? {
        switch self {
        case .impression: nil
        case .view: .impression
        case .clickThrough: .view
        case .inquiry: .clickThrough
        case .opened: .inquiry
        // Something can be closed without a reply: both are shares of what was asked.
        case .replied: .opened
        case .closed: .inquiry
        }
    }
}

/// The steps of a program, an institution or the portal in a period, in numbers.
package struct ReferralCounts: Hashable, Sendable {
    package var impressions = 0
    package var views = 0
    package var clickThroughs = 0
    package var inquiries = 0
    package var opened = 0
    package var replied = 0
    package var outcomes: [Delivery.Outcome: Int] = [:]

    package init() {}

    package var closed: Int { outcomes.values.reduce(0, +) }
    package var isEmpty: Bool { ReferralStep.allCases.allSatisfy { self[$0] == 0 } }

    package subscript(step: ReferralStep) -> Int {
        switch step {
        case .impression: impressions
        case .view: views
        case .clickThrough: clickThroughs
        case .inquiry: inquiries
        case .opened: opened
        case .replied: replied
        case .closed: closed
        }
    }

    package static func += (a: inout Self, b: Self) {
        a.impressions += b.impressions
        a.views += b.views
        a.clickThroughs += b.clickThroughs
        a.inquiries += b.inquiries
        a.opened += b.opened
        a.replied += b.replied
        a.outcomes.merge(b.outcomes, uniquingKeysWith: +)
    }
}

/// What one delivery adds to the ledger.
package struct ReferralMark: Hashable, Sendable {
    package let step: ReferralStep
    /// Only where it is closed.
    package let outcome: Delivery.Outcome?

    package init(_ step: ReferralStep, outcome: Delivery.Outcome? = nil) {
        self.step = step
        self.outcome = outcome
    }
}

extension Delivery {
    /// Each step once, however often it was taken. One that was closed and is taken up again has no outcome until it is closed again.
    package var referralMarks: Set<ReferralMark> {
        var marks: Set<ReferralMark> = []
        if queuedAt != nil { marks.insert(ReferralMark(.inquiry)) }
        if openedAt != nil { marks.insert(ReferralMark(.opened)) }
        if repliedAt != nil { marks.insert(ReferralMark(.replied)) }
        if let outcome { marks.insert(ReferralMark(.closed, outcome: outcome)) }
        return marks
    }
}
