import Domain
import Matching

/// What speaks for a program whoever reads, beside the jobs it leads to: a short list knows nothing of the person it is for.
struct KeptReasons {
    let reasons: [Reason]

    /// Under this many hours a program is short: what recommendations call so.
    private static let shortHours = 10.0
    private static let soonDays = 30

    init(_ program: Program, today: CalendarDate) {
        var kinds: [(Reason.Kind, Double)] = []
        let upcoming = program.upcomingOfferings(on: today)
        if program.lowestPrice(on: today) == .free { kinds.append((.free, 0)) }
        for funding in Funding.allCases where program.eligibleFunding.contains(funding) { kinds.append((.funded(funding), 1)) }
        if let hours = program.hours, hours < Self.shortHours { kinds.append((.short, hours)) }
        if let first = upcoming.first {
            let days = first.start.map { $0.days(since: today) } ?? 0
            if days <= Self.soonDays { kinds.append((.startsSoon, Double(days))) }
        }
        if !program.endorsements.isEmpty { kinds.append((.endorsed, Double(program.endorsements.count))) }
        reasons = kinds.map { Reason($0, value: $1, weight: 0) }
    }
}
