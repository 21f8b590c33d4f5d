package import Domain

/// Daily counts of what happens on the portal.
package struct ActivityStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Adds a batch to the counts that are there, in one transaction: all of it or nothing. Nodes may add at the same time.
    package func add(_ counts: [ActivityCount]) async throws {
        // In one order everywhere, so that two nodes that add the same rows never wait for each other in a circle.
        let rows = counts.map { $0.row }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        try await database.write { connection in
            try connection.execute(
                .insert(into: "activity", activityColumns)
                    + """
                     ON CONFLICT (day, kind, subject, institution, language)
                    DO UPDATE SET count = activity.count + excluded.count, visitors = activity.visitors + excluded.visitors
                    """,
                each: rows.map { $0.key.map { .text($0) } + $0.figures })
        }
    }

    /// The counts of a period, day by day.
    package func counts(
        in days: ClosedRange<CalendarDate>, kind: String? = nil, institution: Institution.ID? = nil
    ) async throws -> [ActivityCount] {
        let filter = ActivityFilter(days: days, kind: kind, institution: institution)
        return try await database.read { connection in
            try connection.query(
                "SELECT " + .list(activityColumns) + " FROM activity" + filter.condition + " ORDER BY day, kind, subject, language",
                filter.values
            ).map(ActivityCount.init)
        }
    }

    /// The counts of a period added up by kind and subject, largest first.
    package func totals(
        in days: ClosedRange<CalendarDate>, kind: String? = nil, institution: Institution.ID? = nil, limit: Int = 1_000
    ) async throws -> [ActivityTotal] {
        let filter = ActivityFilter(days: days, kind: kind, institution: institution)
        return try await database.read { connection in
            // Cast, because PostgreSQL adds integers up to a wider type that drivers read as text.
            try connection.query(
                "SELECT kind, subject, CAST(SUM(count) AS BIGINT) AS total, CAST(SUM(visitors) AS BIGINT) AS visitors FROM activity"
                    + filter.condition + " GROUP BY kind, subject ORDER BY total DESC, kind, subject LIMIT ?",
                filter.values + [.integer(limit)]
            ).map { row in
                ActivityTotal(
                    kind: try row.text("kind"), subject: try row.text("subject"), count: try row.integer("total"),
                    visitors: try row.integer("visitors"))
            }
        }
    }

    /// Forgets the counts of days before `day`.
    /// - Returns: how many rows were forgotten.
    @discardableResult
    package func forget(before day: CalendarDate) async throws -> Int {
        try await database.write { try $0.execute("DELETE FROM activity WHERE day < ?", [.date(day)]) }
    }
}

private struct ActivityFilter: Sendable {
    let days: ClosedRange<CalendarDate>
    let kind: String?
    let institution: Institution.ID?

    var condition: SQL {
        " WHERE day BETWEEN ? AND ?" + (kind == nil ? "" : " AND kind = ?") + (institution == nil ? "" : " AND institution = ?")
    }

    var values: [SQLValue] {
        [.date(days.lowerBound), .date(days.upperBound)] + (kind.map { [.text($0)] } ?? [])
            + (institution.map { [.text($0.rawValue)] } ?? [])
    }
}

private let activityColumns: [SQL] = ["day", "kind", "subject", "institution", "language", "count", "visitors"]

extension ActivityCount {
    fileprivate var row: (key: [String], figures: [SQLValue]) {
        ([day.description, kind, subject, institution, language.rawValue], [.integer(count), .integer(visitors)])
    }

    fileprivate init(_ row: SQLRow) throws(StorageError) {
        self.init(
            day: try row.date("day"), kind: try row.text("kind"), subject: try row.text("subject"),
            institution: try row.text("institution"), language: try row.word("language"),
            count: try row.integer("count"), visitors: try row.integer("visitors"))
    }
}
