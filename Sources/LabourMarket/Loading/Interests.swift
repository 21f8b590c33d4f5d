import Domain

extension LabourMarketInformation {
    /// `interests`: code, then one column an area of interest, in the order of `Interest.allCases`.
    mutating func loadInterests(_ release: Release) throws(ReleaseError) {
        let table = try release.requiredTable("interests")
        guard table.columns == InterestsFormat.columns else {
            throw ReleaseError(kind: .interests, table: table.name, value: table.columns.joined(separator: " "), reason: .value)
        }
        var rows = table.cursor(of: .interests)
        while try rows.next() {
            var levels: [Double] = []
            for column in 1...Interest.allCases.count { levels.append(try rows.decimal(column)) }
            interests[try rows.occupation(0)] = InterestProfile(levels)
        }
    }
}
