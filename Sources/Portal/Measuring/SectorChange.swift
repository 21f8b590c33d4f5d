import Domain

/// From the sector of a person's job to that of the program they were shown first: counted without knowing who, so that it can be
/// said how many people are led beyond their sector.
enum SectorChange {
    /// `62>31-33`: NAICS sectors. An occupation found everywhere counts by its broad category, `noc-1`.
    static func subject(from job: OccupationCode, to occupation: OccupationCode, _ labourMarket: LabourMarketInformation) -> String {
        sector(of: job, labourMarket) + separator + sector(of: occupation, labourMarket)
    }

    static let separator = ">"

    static func sector(of code: OccupationCode, _ labourMarket: LabourMarketInformation) -> String {
        guard let industry = labourMarket.industriesByOccupation[code]?.first,
            let sector = labourMarket.withAncestors(industry).last
        else { return "noc-" + code.rawValue.prefix(1) }
        return sector.rawValue
    }
}
