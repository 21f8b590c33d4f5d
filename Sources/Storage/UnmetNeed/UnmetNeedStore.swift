package import Domain

/// Daily counts of what was needed and not offered.
package struct UnmetNeedStore: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// Adds a batch to the counts that are there, in one transaction: all of it or nothing. Nodes may add at the same time.
    package func add(_ needs: [UnmetNeed]) async throws {
        // In one order everywhere, so that two nodes that add the same rows never wait for each other in a circle.
        let rows = Dictionary(grouping: needs, by: \.source).mapValues { needs in
            needs.map { (key: $0.key, count: $0.count) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        }
        try await database.write { connection in
            for source in UnmetNeed.Source.allCases {
                guard let rows = rows[source] else { continue }
                try connection.execute(
                    .insert(into: source.table, unmetNeedColumns)
                        + " ON CONFLICT (day, occupation, kind, code, region) DO UPDATE SET count = "
                        + source.table + ".count + excluded.count",
                    each: rows.map { $0.key.map { .text($0) } + [.integer($0.count)] })
            }
        }
    }

    /// A period added up by occupation, skill and region, largest first.
    package func totals(
        in days: ClosedRange<CalendarDate>, source: UnmetNeed.Source = .plans, limit: Int = 1_000
    ) async throws -> [UnmetNeedTotal] {
        try await database.read { connection in
            // Cast, because PostgreSQL adds integers up to a wider type that drivers read as text.
            try connection.query(
                "SELECT occupation, kind, code, region, CAST(SUM(count) AS BIGINT) AS total FROM " + source.table
                    + """
                     WHERE day BETWEEN ? AND ?
                    GROUP BY occupation, kind, code, region ORDER BY total DESC, occupation, kind, code, region LIMIT ?
                    """,
                [.date(days.lowerBound), .date(days.upperBound), .integer(limit)]
            ).map(UnmetNeedTotal.init)
        }
    }

    /// Forgets the counts of days before `day`.
    /// - Returns: how many rows were forgotten.
    @discardableResult
    package func forget(before day: CalendarDate) async throws -> Int {
        try await database.write { connection in
            try UnmetNeed.Source.allCases.reduce(0) { count, source in
                count + (try connection.execute("DELETE FROM " + source.table + " WHERE day < ?", [.date(day)]))
            }
        }
    }
}

private let unmetNeedColumns: [SQL] = ["day", "occupation", "kind", "code", "region", "count"]

extension UnmetNeed.Source {
    fileprivate var table: SQL {
        switch self {
        case .plans: "unmet_need"
        case .postings: "posting_need"
        }
    }
}

extension UnmetNeed {
    fileprivate var key: [String] {
        [day.description, occupation.rawValue, target.kind.rawValue, target.code, region?.rawValue ?? ""]
    }
}

extension UnmetNeedTotal {
    fileprivate init(_ row: SQLRow) throws(StorageError) {
        let code = try row.text("occupation")
        guard let occupation = OccupationCode(code) else { throw .unexpected(column: "occupation", found: code) }
        let kind: TagTarget.Kind = try row.word("kind")
        let target = try row.text("code")
        let region = try row.text("region")
        self.init(
            occupation: occupation, target: kind == .technology ? .technology(Technology.ID(target)) : .skill(Skill.ID(target)),
            region: region.isEmpty ? nil : Region.ID(region), count: try row.integer("total"))
    }
}
