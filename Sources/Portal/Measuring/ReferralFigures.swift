package import Domain
import Matching
package import Storage

/// The way from a list to an outcome in a period, in numbers.
package struct ReferralFigures: Sendable {
    package struct Line: Sendable {
        /// `nil` for what concerns an institution as a whole: its own page, and inquiries that name no program.
        package let program: Program.ID?
        package let title: LocalizedText
        package let reference: String
        package let counts: ReferralCounts
    }

    package struct Part: Sendable {
        package let days: ClosedRange<CalendarDate>
        package let counts: ReferralCounts
    }

    package struct ReplyTime: Hashable, Sendable {
        package let medianMilliseconds: Int64
        package let replies: Int
    }

    package let period: ReferralPeriod
    package let today: CalendarDate
    package let total: ReferralCounts
    /// The days before; `nil` where counts begin later than they do.
    package let before: ReferralCounts?
    /// The same for inquiries and what follows, which are counted since another day.
    package let inquiriesBefore: ReferralCounts?
    package let purposes: [Inquiry.Purpose: ReferralCounts]
    package let trend: [Part]
    package let replyTime: ReplyTime?
    /// Since when the portal counts; `nil` when it has not counted anything.
    package let countedSince: CalendarDate?
    package let inquiriesSince: CalendarDate?
}

/// Reads figures for institutions and for whoever runs the portal.
package struct ReadReferrals: Sendable {
    private let database: any SQLDatabase
    private let settings: PortalSettings
    private let catalogue: CurrentCatalogue
    private let clock: PortalClock

    package init(database: any SQLDatabase, settings: PortalSettings, catalogue: CurrentCatalogue, clock: PortalClock) {
        self.database = database
        self.settings = settings
        self.catalogue = catalogue
        self.clock = clock
    }

    package var today: CalendarDate { settings.day(at: clock.now) }

    private var store: ReferralStore { ReferralStore(database) }

    /// - Parameter institution: `nil` for the whole portal.
    package func callAsFunction(of institution: Institution.ID?, in period: ReferralPeriod) async throws -> ReferralFigures {
        let daily = try await store.rows(in: period.days, of: institution, by: ReferralGrouping(time: .day))
        var total = ReferralCounts()
        var byDay: [CalendarDate: ReferralCounts] = [:]
        for row in daily {
            total += row.counts
            if let day = CalendarDate(row.time) { byDay[day, default: ReferralCounts()] += row.counts }
        }
        let trend = period.parts.map { days in
            var counts = ReferralCounts()
            for day in days.lowerBound.dayNumber...days.upperBound.dayNumber {
                if let one = byDay[CalendarDate(dayNumber: day)] { counts += one }
            }
            return ReferralFigures.Part(days: days, counts: counts)
        }
        let since = try await beginnings()
        let earlier = try await store.rows(in: period.before, of: institution).first?.counts ?? ReferralCounts()
        let times = try await store.replyTimes(in: period.days, of: institution)
        return ReferralFigures(
            period: period, today: today, total: total, before: Self.isCounted(period.before, since: since.activity) ? earlier : nil,
            inquiriesBefore: Self.isCounted(period.before, since: since.inquiries) ? earlier : nil,
            purposes: try await store.purposes(in: period.days, of: institution), trend: trend, replyTime: Self.median(times),
            countedSince: since.activity, inquiriesSince: since.inquiries)
    }

    /// Of the whole period alone: the figures of an overview.
    package func total(of institution: Institution.ID, in period: ReferralPeriod) async throws -> ReferralCounts {
        try await store.rows(in: period.days, of: institution).first?.counts ?? ReferralCounts()
    }

    /// A line a program, those without a single count among them where they are published; and one for the institution as a whole.
    package func programs(of institution: Institution.ID, in period: ReferralPeriod) async throws -> [ReferralFigures.Line] {
        let rows = try await store.rows(in: period.days, of: institution, by: ReferralGrouping(byProgram: true))
        let labels = try await ReferralLabels(database, of: institution)
        var counts = Dictionary(rows.map { ($0.program, $0.counts) }) { first, _ in first }
        for program in catalogue.current.programs(of: institution) where counts[program.id] == nil { counts[program.id] = ReferralCounts() }
        if counts[nil] == nil { counts[.none] = ReferralCounts() }
        return counts.map { labels.line($0.key, $0.value) }
    }

    /// The same by month, in the order of months and references: for a file. Only what was counted.
    package func programsByMonth(of institution: Institution.ID, in period: ReferralPeriod) async throws -> [(
        month: String, line: ReferralFigures.Line
    )] {
        let rows = try await store.rows(in: period.days, of: institution, by: ReferralGrouping(byProgram: true, time: .month))
        let labels = try await ReferralLabels(database, of: institution)
        return rows.map { (month: $0.time, line: labels.line($0.program, $0.counts)) }
            .sorted { ($0.month, $0.line.reference) < ($1.month, $1.line.reference) }
    }

    /// A row an institution, and for a file a row an institution and month. Only where something was counted.
    package func institutions(in period: ReferralPeriod, byMonth: Bool = false, of institution: Institution.ID? = nil) async throws
        -> [ReferralRow]
    {
        try await store.rows(
            in: period.days, of: institution, by: ReferralGrouping(byInstitution: true, time: byMonth ? .month : .whole))
    }

    /// What was needed or searched for on the portal and not found, by the rules of the board of unmet need.
    package func unmet(in period: ReferralPeriod) async throws -> NeedBoard {
        let needs = UnmetNeedStore(database)
        return NeedBoard(
            days: period.days, region: nil, occupation: nil,
            postings: try await needs.totals(in: period.days, source: .postings, limit: 100_000),
            plans: try await needs.totals(in: period.days, limit: 100_000),
            words: try await ActivityStore(database).totals(
                in: period.days, kind: Activity.Kind.searchWithoutResult.rawValue, limit: 200),
            requests: [])
    }

    // MARK: -

    private func beginnings() async throws -> (activity: CalendarDate?, inquiries: CalendarDate?) {
        let found = try await store.beginnings()
        return (found.activity, [found.ledgerMadeAt.map(settings.day(at:)), found.ledger].compactMap(\.self).min())
    }

    /// The first day is seldom a whole one.
    private static func isCounted(_ days: ClosedRange<CalendarDate>, since: CalendarDate?) -> Bool {
        since.map { $0 <= days.lowerBound } ?? false
    }

    private static func median(_ sorted: [Int64]) -> ReferralFigures.ReplyTime? {
        guard !sorted.isEmpty else { return nil }
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        return ReferralFigures.ReplyTime(medianMilliseconds: middle, replies: sorted.count)
    }
}
