package import Domain

/// How many people needed a skill or tool for an occupation on one day, and no program taught it. No person can be told from it.
package struct UnmetNeed: Hashable, Sendable {
    package var day: CalendarDate
    /// The occupation somebody wanted to move to.
    package var occupation: OccupationCode
    /// `.skill` or `.technology`.
    package var target: TagTarget
    /// The region the training was looked for in; `nil` when none was asked for.
    package var region: Region.ID?
    package var count: Int
    package var source: Source

    /// Where it was met: people who plan their way, or employers who paste a posting or ask for what they did not find.
    package enum Source: String, CaseIterable, Hashable, Sendable {
        case plans, postings
    }

    package init(
        day: CalendarDate, occupation: OccupationCode, target: TagTarget, region: Region.ID?, count: Int = 1, source: Source = .plans
    ) {
        self.source = source
        self.day = day
        self.occupation = occupation
        self.target = target
        self.region = region
        self.count = count
    }
}

/// Unmet need of a period, added up.
package struct UnmetNeedTotal: Hashable, Sendable {
    package let occupation: OccupationCode
    package let target: TagTarget
    package let region: Region.ID?
    /// The sum of each day's people: someone who asks on two days counts twice, because nothing ties the days together.
    package let count: Int

    package init(occupation: OccupationCode, target: TagTarget, region: Region.ID?, count: Int) {
        self.occupation = occupation
        self.target = target
        self.region = region
        self.count = count
    }
}
