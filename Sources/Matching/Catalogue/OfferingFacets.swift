package import Domain

/// The closed facets of an offering as bits of one word: the bit is also the value's number in `FacetDictionary`.
enum OfferingFacets {
    static let values: [(FacetName, [String])] = [
        (.delivery, Offering.Delivery.allCases.map(\.rawValue)),
        (.language, Language.allCases.map(\.rawValue)),
        (.price, PriceBand.allCases.map(\.rawValue)),
        (.start, StartBand.allCases.map(\.rawValue)),
    ]

    /// How many bits there are.
    static let count = values.reduce(0) { $0 + $1.1.count }

    /// The bits of each facet of `values`, in that order.
    static let masks: [UInt32] = {
        var next: UInt32 = 0
        return values.map { _, values in
            defer { next += UInt32(values.count) }
            return ((1 << UInt32(values.count)) - 1) << next
        }
    }()

    private static let first: [Int] = masks.map(\.trailingZeroBitCount)

    static func bits(of offering: Offering, on today: CalendarDate) -> UInt32 {
        var bits: UInt32 = 1 << UInt32(first[0] + Offering.Delivery.allCases.firstIndex(of: offering.delivery)!)
        bits |= 1 << UInt32(first[1] + (offering.language == .en ? 0 : 1))
        if let price = offering.price { bits |= 1 << UInt32(first[2] + PriceBand.allCases.firstIndex(of: PriceBand(price))!) }
        for (place, band) in StartBand.allCases.enumerated() where band.contains(offering, on: today) {
            bits |= 1 << UInt32(first[3] + place)
        }
        return bits
    }
}

extension StartBand {
    /// - Parameter offering: an upcoming one.
    package func contains(_ offering: Offering, on today: CalendarDate) -> Bool {
        guard let start = offering.start else { return self == .openAllYear }
        guard let days else { return false }
        return start.days(since: today) <= days
    }
}
