import Domain

extension LabourMarketInformation {
    /// `period` (first-year, last-year), `outlooks` (code, region, value). In these and the tables below an empty region is the whole
    /// country, and rows of regions that the geography in use does not have are passed over: another geography may be switched to.
    mutating func loadRegionalOutlooks(_ release: Release) throws(ReleaseError) {
        var period = try release.requiredTable("period").cursor(of: .outlooks)
        guard try period.next() else { throw ReleaseError(kind: .outlooks, table: "period", reason: .missingTable) }
        let first = try period.integer(0)
        let last = try period.integer(1)
        guard first <= last else { throw period.error(1, .value) }
        try eachPlace(try release.requiredTable("outlooks"), .outlooks) { rows, code, region throws(ReleaseError) in
            guard let value = RegionalOutlook.Value(rawValue: rows.string(2)) else { throw rows.error(2, .value) }
            regionalOutlooks[code, default: ByRegion()][region] = RegionalOutlook(value: value, horizon: first...last)
        }
    }

    /// `wages` (code, region, unit, low, median, high in cents or empty, period).
    mutating func loadWages(_ release: Release) throws(ReleaseError) {
        try eachPlace(try release.requiredTable("wages"), .wages) { rows, code, region throws(ReleaseError) in
            guard let unit = Wage.Unit(rawValue: rows.string(2)) else { throw rows.error(2, .value) }
            var amounts: [Money?] = []
            for column in 3...5 { amounts.append(rows.isEmpty(column) ? nil : Money(cents: try rows.integer(column))) }
            wages[code, default: ByRegion()][region] = Wage(
                unit: unit, low: amounts[0], median: amounts[1], high: amounts[2], period: try rows.text(6))
        }
    }

    /// `vacancies` (code, region, then one column a quarter, `2026-Q1`): empty where suppressed.
    mutating func loadVacancies(_ release: Release) throws(ReleaseError) {
        vacancies = try demand(try release.requiredTable("vacancies"), .vacancies, .vacancies)
    }

    /// `postings` (code, region, then one column a month, `2026-01`).
    mutating func loadPostings(_ release: Release) throws(ReleaseError) {
        postings = try demand(try release.requiredTable("postings"), .postings, .postings)
    }

    private func demand(
        _ table: ReleaseTable, _ kind: ReleaseKind, _ measure: Demand.Measure
    ) throws(ReleaseError) -> [OccupationCode: ByRegion<Demand>] {
        var starts: [CalendarDate] = []
        for name in table.columns.dropFirst(2) {
            guard let start = Self.start(of: name) else {
                throw ReleaseError(kind: kind, table: table.name, column: name, reason: .value)
            }
            starts.append(start)
        }
        var found: [OccupationCode: ByRegion<Demand>] = [:]
        try eachPlace(table, kind) { rows, code, region throws(ReleaseError) in
            var periods: [Demand.Period] = []
            for (index, start) in starts.enumerated() {
                periods.append(Demand.Period(start: start, count: rows.isEmpty(index + 2) ? nil : try rows.integer(index + 2)))
            }
            if let demand = Demand(measure: measure, periods: periods) { found[code, default: ByRegion()][region] = demand }
        }
        return found
    }

    /// The first day of `2026-09` or `2026-Q3`.
    private static func start(of name: String) -> CalendarDate? {
        let parts = name.split(separator: "-")
        guard parts.count == 2, let year = Int(parts[0]) else { return nil }
        let month = parts[1].hasPrefix("Q") ? Int(parts[1].dropFirst()).map { $0 * 3 - 2 } : Int(parts[1])
        return month.flatMap { CalendarDate(year: year, month: $0, day: 1) }
    }

    private func eachPlace(
        _ table: ReleaseTable, _ kind: ReleaseKind,
        _ body: (inout ReleaseCursor, OccupationCode, Region.ID?) throws(ReleaseError) -> Void
    ) throws(ReleaseError) {
        let known = Set((regions + provinces).map(\.id))
        var rows = table.cursor(of: kind)
        while try rows.next() {
            let code = try rows.occupation(0)
            let region = rows.isEmpty(1) ? nil : Region.ID(rows.string(1))
            if let region, !known.contains(region) { continue }
            try body(&rows, code, region)
        }
    }
}
