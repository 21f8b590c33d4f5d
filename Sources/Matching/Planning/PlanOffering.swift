import Domain

/// An offering of a program as a part of a plan: when it takes place, what it asks of a week, what it costs.
struct PlanOffering {
    let program: Int
    let offering: Offering
    let mask: UInt32
    let job: PlanJob
    let isLengthAssumed: Bool

    /// OSAP pays for programs of less than 12 weeks: one whose length nobody stated is taken to be as long as that.
    static let assumedDays = 84

    var cost: Int { offering.price?.cents ?? PlanProblem.unpriced }

    var option: PlanProblem.Option { PlanProblem.Option(program: program, mask: mask, cost: cost, job: job) }
}

extension PlanOffering {
    /// - Parameter load: hundredths of hours a week the person has: what one does at one's own pace is stretched to it.
    init(_ offering: Offering, of program: Program, number: Int, mask: UInt32, usesOSAP: Bool, load: Int) {
        let stated = program.weeks.map { max(1, Int(($0 * 7).rounded(.up))) }
        var length = stated ?? Self.assumedDays
        var isAssumed = stated == nil
        var start: Int?
        switch offering.schedule {
        case .openAllYear:
            // Never faster than its usual pace, and slower for somebody with less time.
            if let hours = program.hours { length = max(length, Int((hours * 700 / Double(load)).rounded(.up))) }
        case .dates(let first, let last):
            start = first.dayNumber
            if let last {
                length = max(1, last.days(since: first) + 1)
                isAssumed = false
            }
        }
        // A day's course is counted as a week's hours, not as seven times a day's.
        let weeks = max(1, Double(length) / 7)
        let pace = program.hours.map { Int(($0 * 100 / weeks).rounded(.up)) } ?? 0
        let isFree = offering.price == .free
        self.init(
            program: number, offering: offering, mask: mask,
            job: PlanJob(
                start: start, length: length, load: start == nil ? min(pace, load) : pace,
                isFunded: usesOSAP && !isFree && program.eligibleFunding.contains(.osap)),
            isLengthAssumed: isAssumed)
    }
}

extension PlanJob {
    /// Whether whatever has room for the other has room for this one: it can take its place in any calendar.
    func fits(inPlaceOf other: PlanJob) -> Bool {
        guard load <= other.load, !isFunded || other.isFunded else { return false }
        guard let otherStart = other.start else { return start == nil && length <= other.length }
        guard let start else { return length <= other.length }
        return start >= otherStart && start + length <= otherStart + other.length
    }
}
