import Domain

extension LabourMarketInformation {
    /// `outlooks` (code, value, first-year, last-year, region, employment, growth, retirements, openings, seekers): figures are all
    /// there or all absent, an empty region is the whole country.
    mutating func loadOutlooks(_ release: Release) throws(ReleaseError) {
        var rows = try release.requiredTable("outlooks").cursor(of: .cops)
        while try rows.next() {
            let code = try rows.occupation(0)
            guard let value = Outlook.Value(rawValue: rows.string(1)) else { throw rows.error(1, .value) }
            let first = try rows.integer(2)
            let last = try rows.integer(3)
            guard first <= last else { throw rows.error(3, .value) }
            outlooks[code] = Outlook(
                occupation: code, value: value, horizon: first...last, region: rows.isEmpty(4) ? nil : Region.ID(rows.string(4)),
                figures: rows.isEmpty(5)
                    ? nil
                    : Outlook.Figures(
                        employment: try rows.integer(5), employmentGrowth: try rows.integer(6), retirements: try rows.integer(7),
                        openings: try rows.integer(8), seekers: try rows.integer(9)))
        }
    }
}
