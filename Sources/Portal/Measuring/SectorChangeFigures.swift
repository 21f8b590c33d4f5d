package import Domain
package import Storage

/// How many people were led from one sector to another in a period, small groups left out.
package struct SectorChangeFigures: Sendable {
    package struct Figure: Hashable, Sendable {
        /// A NAICS sector, or `noc-` and a broad category for occupations found everywhere.
        package let from: String
        package let to: String
        /// The sum of each day's visitors.
        package let visitors: Int
    }

    package struct Table: Hashable, Sendable {
        /// Most visitors first.
        package let figures: [Figure]
        /// Pairs of sectors with too few visitors to be told.
        package let suppressedPairs: Int
    }

    /// Fewer than ten people could be somebody one knows.
    package static let smallest = 10

    private let store: ActivityStore

    package init(store: ActivityStore) { self.store = store }

    package func callAsFunction(in days: ClosedRange<CalendarDate>) async throws -> Table {
        let totals = try await store.totals(in: days, kind: Activity.Kind.sectorChange.rawValue, limit: 10_000)
        let pairs = totals.compactMap { total -> Figure? in
            let sectors = total.subject.split(separator: SectorChange.separator).map(String.init)
            return sectors.count == 2 ? Figure(from: sectors[0], to: sectors[1], visitors: total.visitors) : nil
        }
        let told = pairs.filter { $0.visitors >= Self.smallest }
        return Table(
            figures: told.sorted { ($1.visitors, $0.from, $0.to) < ($0.visitors, $1.from, $1.to) },
            suppressedPairs: pairs.count - told.count)
    }
}
