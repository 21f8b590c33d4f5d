import Domain

/// How somebody wants to be taught, as far as it can be read of an offering's row: enough to choose the programs worth looking at.
struct OfferingWish {
    private let deliveries: UInt32
    private let languages: UInt32
    private let online: UInt32
    /// The region's number; -2 for one that no offering is in. `nil` when any will do.
    private let region: Int32?
    private let budget: Int32
    /// Days from today to the first one.
    private let waits: ClosedRange<Int32>
    private let today: Int32

    /// Whatever can be begun.
    static func anything(_ catalogue: Catalogue) -> OfferingWish { OfferingWish(nil, catalogue) }

    init(_ request: PlanRequest?, _ catalogue: Catalogue) {
        func bits(_ chosen: Set<Offering.Delivery>) -> UInt32 {
            Offering.Delivery.allCases.reduce(0) { chosen.contains($1) ? $0 | OfferingFacets.bit(.delivery, $1.rawValue) : $0 }
        }
        let wished = request?.deliveries ?? []
        deliveries = bits(wished.isEmpty ? Set(Offering.Delivery.allCases) : wished)
        online = bits([.online, .onlineLive])
        languages = (request?.language.map { [$0] } ?? Language.allCases).reduce(0) { $0 | OfferingFacets.bit(.language, $1.rawValue) }
        region = request?.region.map { catalogue.dictionary.ordinal(.region, $0.rawValue) ?? -2 }
        budget = request?.budget.map { Int32(clamping: $0.cents) } ?? .max
        let first = request?.start.map { max(0, Int32(clamping: $0.days(since: catalogue.today))) } ?? 0
        let last = request?.by.map { Int32(clamping: $0.days(since: catalogue.today)) } ?? .max
        waits = first...max(first, last)
        today = Int32(clamping: catalogue.today.dayNumber)
    }

    /// The lowest price of a program among offerings that suit, where one without a price comes after any.
    /// - Returns: `nil` when none suits.
    func leastCents(_ place: ProgramPlace, _ catalogue: Catalogue) -> Int32? {
        var least: Int32?
        let segment = catalogue.segments[place.segment]
        let offerings = segment.contents.offerings
        for row in offerings.rows(of: place.ordinal) {
            // No bits are left of one that is past.
            let bits = segment.day.bits[row]
            guard bits & deliveries != 0, bits & languages != 0 else { continue }
            let day = offerings.firstDays[row]
            guard day == OfferingColumns.openAllYear || waits.contains(day - today) else { continue }
            if let region, bits & online == 0, segment.region(ofOffering: row) != region { continue }
            let cents = offerings.cents[row] < 0 ? Int32.max - 1 : offerings.cents[row]
            if cents <= budget || budget == .max { least = min(least ?? .max, cents) }
        }
        return least
    }
}

extension OfferingFacets {
    /// The bit of one value of a closed facet of offerings.
    fileprivate static func bit(_ facet: FacetName, _ value: String) -> UInt32 {
        for (index, entry) in values.enumerated() where entry.0 == facet {
            if let place = entry.1.firstIndex(of: value) { return 1 << UInt32(masks[index].trailingZeroBitCount + place) }
        }
        return 0
    }
}
