package import Domain

/// Every published program, ready to be searched: an immutable snapshot shared by all requests.
///
/// It knows the day it was made for, because past dates vanish by themselves; the portal makes a new one at midnight.
package struct Catalogue: Sendable {
    package let labourMarket: LabourMarketInformation
    package let today: CalendarDate
    /// In order of id.
    package let institutions: [Institution.ID: Institution]

    /// - Parameter programs: all of them; only published ones are indexed.
    package init(programs: [Program], institutions: [Institution], labourMarket: LabourMarketInformation, today: CalendarDate) {
        self.labourMarket = labourMarket
        self.today = today
        self.institutions = Dictionary(uniqueKeysWithValues: institutions.map { ($0.id, $0) })
        fatalError("index")
    }
}
