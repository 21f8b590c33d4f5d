package import Domain
import Storage

/// What was needed in a period and not offered, for institutions: counts that concern nobody, and requests without a name.
package struct NeedBoard: Sendable {
    package let days: ClosedRange<CalendarDate>
    package let region: Region.ID?
    package let occupation: OccupationCode?
    /// By skill or technology, most asked for first; only those of at least `least`.
    package let rows: [Row]
    /// By occupation, the same.
    package let occupations: [OccupationRow]
    /// Of rows by skill that are not told, because fewer than `least` asked.
    package let hiddenRows: Int
    /// What was searched for in vain, with how many people did; whatever the place and the occupation.
    package let words: [(words: String, visitors: Int)]
    package let requests: [Request]

    /// Five: of fewer somebody might be told apart.
    package static let least = 5

    package struct Row: Hashable, Sendable {
        package let target: TagTarget
        /// Employers, by postings and requests.
        package let postings: Int
        /// People who plan their way.
        package let plans: Int
    }

    package struct OccupationRow: Hashable, Sendable {
        package let occupation: OccupationCode
        package let postings: Int
        package let plans: Int
    }

    package struct Request: Sendable {
        package let request: NeedRequest
        /// This institution's own.
        package let pledge: NeedPledge?
        package let pledges: Int

        /// Who asks, once they agreed that this institution knows.
        package var identity: (organisation: String, email: EmailAddress)? {
            pledge?.revealedAt == nil ? nil : (request.organisation, request.email)
        }
    }

    init(
        days: ClosedRange<CalendarDate>, region: Region.ID?, occupation: OccupationCode?, postings: [UnmetNeedTotal],
        plans: [UnmetNeedTotal],
        words: [ActivityTotal], requests: [Request]
    ) {
        self.days = days
        self.region = region
        self.occupation = occupation
        let asked = { (total: UnmetNeedTotal) in
            (region == nil || total.region == region) && (occupation == nil || total.occupation == occupation)
        }
        let targets = Self.sums(postings.filter(asked), plans.filter(asked), by: \.target)
        rows = targets.filter { $0.value.0 + $0.value.1 >= Self.least }
            .map { Row(target: $0.key, postings: $0.value.0, plans: $0.value.1) }
            .sorted { ($1.postings + $1.plans, $0.target.code) < ($0.postings + $0.plans, $1.target.code) }
        hiddenRows = targets.count - rows.count
        occupations = Self.sums(postings.filter(asked), plans.filter(asked), by: \.occupation)
            .filter { $0.value.0 + $0.value.1 >= Self.least }
            .map { OccupationRow(occupation: $0.key, postings: $0.value.0, plans: $0.value.1) }
            .sorted { ($1.postings + $1.plans, $0.occupation) < ($0.postings + $0.plans, $1.occupation) }
        self.words = words.filter { $0.visitors >= Self.least && !$0.subject.isEmpty }.map { ($0.subject, $0.visitors) }
        self.requests = requests.filter {
            (region == nil || $0.request.region == nil || $0.request.region == region)
                && (occupation == nil || $0.request.occupation == nil || $0.request.occupation == occupation)
        }
    }

    private static func sums<Key: Hashable>(
        _ postings: [UnmetNeedTotal], _ plans: [UnmetNeedTotal], by key: (UnmetNeedTotal) -> Key
    ) -> [Key: (Int, Int)] {
        var sums: [Key: (Int, Int)] = [:]
        for total in postings { sums[key(total), default: (0, 0)].0 += total.count }
        for total in plans { sums[key(total), default: (0, 0)].1 += total.count }
        return sums
    }
}

/// Reads the board of one institution.
package struct ReadNeedBoard: Sendable {
    let desk: NeedDesk

    private static let words = 200

    package init(desk: NeedDesk) { self.desk = desk }

    package func callAsFunction(
        for institution: Institution.ID, days: Int, region: Region.ID? = nil, occupation: OccupationCode? = nil
    ) async throws -> NeedBoard {
        let now = desk.clock.now
        let today = desk.today
        let period = today.adding(days: 1 - days)...today
        let store = UnmetNeedStore(desk.database)
        let postings = try await store.totals(in: period, source: .postings, limit: 100_000)
        let plans = try await store.totals(in: period, limit: 100_000)
        let words = try await ActivityStore(desk.database).totals(
            in: period, kind: Activity.Kind.searchWithoutResult.rawValue, limit: Self.words)
        let requests = try await desk.database.read { connection in
            let own = Dictionary(grouping: try connection.pledges(by: institution), by: \.request)
            let counts = try connection.countPledges()
            return try connection.confirmedNeedRequests(at: now).map {
                NeedBoard.Request(request: $0, pledge: own[$0.id]?.first, pledges: counts[$0.id] ?? 0)
            }
        }
        return NeedBoard(
            days: period, region: region, occupation: occupation, postings: postings, plans: plans, words: words, requests: requests)
    }

    /// One request, for the page that pledges.
    package func request(_ id: NeedRequest.ID, for institution: Institution.ID) async throws -> NeedBoard.Request? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let request = try connection.needRequest(id, at: now), request.confirmedAt != nil else { return nil }
            let pledges = try connection.pledges(of: id)
            return NeedBoard.Request(request: request, pledge: pledges.first { $0.institution == institution }, pledges: pledges.count)
        }
    }
}
