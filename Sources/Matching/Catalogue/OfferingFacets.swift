import Domain

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

    static let all: UInt32 = masks.reduce(0, |)

    /// Beside the values': one can still begin.
    static let upcoming: UInt32 = 1 << 31

    private static let first: [Int] = masks.map(\.trailingZeroBitCount)
    private static let deliveries = Offering.Delivery.allCases
    private static let priceBands = PriceBand.allCases
    private static let startBands = StartBand.allCases

    /// What no day changes: delivery, language and price.
    static func lastingBits(of offering: Offering) -> UInt32 {
        var bits: UInt32 = 1 << UInt32(first[0] + deliveries.firstIndex(of: offering.delivery)!)
        bits |= 1 << UInt32(first[1] + (offering.language == .en ? 0 : 1))
        if let price = offering.price { bits |= 1 << UInt32(first[2] + priceBands.firstIndex(of: PriceBand(price))!) }
        return bits
    }

    /// The bit of an upcoming offering's language.
    static func bit(of language: Language) -> UInt32 { 1 << UInt32(first[1] + (language == .en ? 0 : 1)) }

    /// The start bands by days from today: entry `d` for a start in `d` days, the last for all later ones.
    static let startBits: [UInt32] = {
        let longest = startBands.compactMap(\.days).max() ?? 0
        return (0...longest + 1).map { wait in
            startBands.enumerated().reduce(0) { bits, band in
                band.element.days.map { wait <= $0 } ?? false ? bits | 1 << UInt32(first[3] + band.offset) : bits
            }
        }
    }()

    static let openAllYear: UInt32 = 1 << UInt32(first[3] + startBands.firstIndex(of: .openAllYear)!)
}
