package import Domain

/// By what referrals are added up.
package struct ReferralGrouping: Hashable, Sendable {
    package enum Time: Sendable { case whole, day, month }

    package var byInstitution: Bool
    package var byProgram: Bool
    package var time: Time

    package init(byInstitution: Bool = false, byProgram: Bool = false, time: Time = .whole) {
        self.byInstitution = byInstitution
        self.byProgram = byProgram
        self.time = time
    }
}

/// The counts of one group.
package struct ReferralRow: Hashable, Sendable {
    /// `nil` unless it was asked for.
    package var institution: Institution.ID?
    /// `nil` unless it was asked for, and for what concerns an institution as a whole.
    package var program: Program.ID?
    /// `2026-11-23`, `2026-11`, or empty.
    package var time: String
    package var counts: ReferralCounts
}

/// Reads the whole way of referrals: what was counted of pages, and what the ledger says of inquiries.
package struct ReferralStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// In the order of time, institution and program.
    /// - Parameter institution: `nil` for all of them.
    package func rows(
        in days: ClosedRange<CalendarDate>, of institution: Institution.ID? = nil, by grouping: ReferralGrouping = ReferralGrouping()
    ) async throws -> [ReferralRow] {
        let values = [SQLValue.date(days.lowerBound), .date(days.upperBound)] + (institution.map { [.text($0.rawValue)] } ?? [])
        return try await database.read { connection in
            var found: [[String]: ReferralRow] = [:]
            func add(_ row: SQLRow, _ change: (inout ReferralCounts, Int) throws -> Void) throws {
                let place = grouping.byInstitution ? try row.text("institution") : ""
                let program = grouping.byProgram ? try row.text("subject") : ""
                let time = grouping.time == .whole ? "" : try row.text("at_time")
                let total = try row.integer("total")
                try change(
                    &found[
                        [time, place, program],
                        default: ReferralRow(
                            institution: grouping.byInstitution ? Institution.ID(place) : nil,
                            program: program.isEmpty ? nil : Program.ID(program), time: time, counts: ReferralCounts())
                    ].counts, total)
            }
            let place: SQL = institution == nil ? " AND institution <> ''" : " AND institution = ?"
            for row in try connection.query(
                // Shown as often as it was shown; looked at and left by so many visitors of each day.
                "SELECT kind, CAST(SUM(CASE WHEN kind = 'impression' THEN count ELSE visitors END) AS BIGINT) AS total"
                    + grouping.columns(program: "subject") + " FROM activity WHERE day BETWEEN ? AND ?" + place
                    + " AND kind IN ('impression', 'program-view', 'institution-view', 'click-through') GROUP BY kind"
                    + grouping.keys(program: "subject"), values)
            {
                let kind = try row.text("kind")
                try add(row) { counts, total in
                    switch kind {
                    case "impression": counts.impressions += total
                    case "click-through": counts.clickThroughs += total
                    default: counts.views += total
                    }
                }
            }
            for row in try connection.query(
                "SELECT step, outcome, CAST(SUM(count) AS BIGINT) AS total" + grouping.columns(program: "program")
                    + " FROM referral WHERE day BETWEEN ? AND ?" + place
                    + (grouping.byProgram ? " AND program <> '*'" : " AND program = '*'") + " GROUP BY step, outcome"
                    + grouping.keys(program: "program"), values)
            { try Self.count(row) { change in try add(row, change) } }
            return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        }
    }

    /// Inquiries and what became of them, by what for.
    package func purposes(
        in days: ClosedRange<CalendarDate>, of institution: Institution.ID? = nil
    ) async throws -> [Inquiry.Purpose: ReferralCounts] {
        try await database.read { connection in
            var found: [Inquiry.Purpose: ReferralCounts] = [:]
            for row in try connection.query(
                "SELECT purpose, step, outcome, CAST(SUM(count) AS BIGINT) AS total FROM referral WHERE day BETWEEN ? AND ? AND program = '*'"
                    + (institution == nil ? "" : " AND institution = ?") + " GROUP BY purpose, step, outcome",
                [.date(days.lowerBound), .date(days.upperBound)] + (institution.map { [.text($0.rawValue)] } ?? []))
            {
                let purpose: Inquiry.Purpose = try row.word("purpose")
                try Self.count(row) { change in try change(&found[purpose, default: ReferralCounts()], try row.integer("total")) }
            }
            return found
        }
    }

    /// Milliseconds to the first reply, of the inquiries confirmed in a period that are still kept, the shortest first.
    package func replyTimes(in days: ClosedRange<CalendarDate>, of institution: Institution.ID? = nil) async throws -> [Int64] {
        try await database.read { connection in
            try connection.query(
                "SELECT replied_at - queued_at AS waited FROM inquiry_delivery WHERE counted_on BETWEEN ? AND ? "
                    + "AND replied_at IS NOT NULL AND queued_at IS NOT NULL" + (institution == nil ? "" : " AND institution = ?")
                    + " ORDER BY waited",
                [.date(days.lowerBound), .date(days.upperBound)] + (institution.map { [.text($0.rawValue)] } ?? [])
            ).map { Int64(try $0.integer("waited")) }
        }
    }

    /// Since when there are counts, and a ledger; `nil` where nothing was counted yet. The ledger begins with its table, or with what was
    /// brought along from another database.
    package func beginnings() async throws -> (activity: CalendarDate?, ledgerMadeAt: Timestamp?, ledger: CalendarDate?) {
        try await database.read { connection in
            (
                try connection.first("SELECT MIN(day) AS day FROM activity")?.optionalDate("day"),
                try connection.first("SELECT applied_at FROM schema_migration WHERE number = ?", [.integer(Migration.referrals.number)])?
                    .optionalTime("applied_at"),
                try connection.first("SELECT MIN(day) AS day FROM referral")?.optionalDate("day")
            )
        }
    }

    private static func count(_ row: SQLRow, _ add: ((inout ReferralCounts, Int) throws -> Void) throws -> Void) throws {
        let step: ReferralStep = try row.word("step")
        let outcome = Delivery.Outcome(rawValue: try row.text("outcome"))
        try add { counts, total in
            switch step {
            case .inquiry: counts.inquiries += total
            case .opened: counts.opened += total
            case .replied: counts.replied += total
            case .closed: if let outcome, total > 0 { counts.outcomes[outcome, default: 0] += total }
            case .impression, .view, .clickThrough: break
            }
        }
    }
}

extension ReferralGrouping {
    fileprivate func columns(program: SQL) -> SQL {
        (byInstitution ? ", institution" : "") + (byProgram ? ", " + program + " AS subject" : "")
            + (time == .whole ? "" : ", " + timeKey + " AS at_time")
    }

    fileprivate func keys(program: SQL) -> SQL {
        (byInstitution ? ", institution" : "") + (byProgram ? ", " + program : "") + (time == .whole ? "" : ", " + timeKey)
    }

    private var timeKey: SQL { time == .month ? "SUBSTR(day, 1, 7)" : "day" }
}
