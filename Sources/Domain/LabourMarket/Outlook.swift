/// A published projection for an occupation. Never computed here, never guessed: an occupation without one has none.
package struct Outlook: Hashable, Sendable {
    /// How openings are projected to compare with people looking for them.
    package enum Value: String, Codable, Sendable, CaseIterable {
        case strongShortage = "strong-shortage"
        case moderateShortage = "moderate-shortage"
        case balance
        case moderateSurplus = "moderate-surplus"
        case strongSurplus = "strong-surplus"

        /// 2 (many more openings than seekers) to -2.
        package var score: Int {
            switch self {
            case .strongShortage: 2
            case .moderateShortage: 1
            case .balance: 0
            case .moderateSurplus: -1
            case .strongSurplus: -2
            }
        }
    }

    package let occupation: OccupationCode
    package let value: Value
    /// First and last year of the projection.
    package let horizon: ClosedRange<Int>
    /// `nil` for the whole country.
    package let region: Region.ID?
    /// The figures behind the value, over the whole horizon. `nil` where the publisher gives none.
    package let figures: Figures?

    package struct Figures: Hashable, Sendable {
        /// People employed in the year before the horizon starts.
        package let employment: Int
        package let employmentGrowth: Int
        package let retirements: Int
        package let openings: Int
        package let seekers: Int

        package init(employment: Int, employmentGrowth: Int, retirements: Int, openings: Int, seekers: Int) {
            self.employment = employment
            self.employmentGrowth = employmentGrowth
            self.retirements = retirements
            self.openings = openings
            self.seekers = seekers
        }
    }

    package init(occupation: OccupationCode, value: Value, horizon: ClosedRange<Int>, region: Region.ID?, figures: Figures?) {
        self.occupation = occupation
        self.value = value
        self.horizon = horizon
        self.region = region
        self.figures = figures
    }
}
