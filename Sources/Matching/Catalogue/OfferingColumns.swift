import Domain

/// The offerings of a segment's programs, past ones too: what filters and sorting need to know of them and no day changes.
struct OfferingColumns: Sendable {
    /// Offerings of program `p` are the rows `starts[p]..<starts[p + 1]`.
    private(set) var starts: [UInt32] = [0]
    /// Delivery, language and price as bits (`OfferingFacets`).
    private(set) var closed: [UInt32] = []
    /// Number of the first day; `openAllYear` for those.
    private(set) var firstDays: [Int32] = []
    /// Place in `areas`; `none` without a place whose postal area is loaded.
    private(set) var areaRows: [UInt16] = []
    /// -1 when not stated.
    private(set) var cents: [Int32] = []
    /// Postal areas that occur.
    private(set) var areas: [PostalArea] = []

    static let openAllYear = Int32.min
    static let none = UInt16.max

    init() {}

    /// - Returns: `nil` when the parts do not fit each other.
    init?(starts: [UInt32], closed: [UInt32], firstDays: [Int32], areaRows: [UInt16], cents: [Int32], areas: [PostalArea]) {
        guard starts.first == 0, Int(starts.last!) == closed.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            firstDays.count == closed.count, areaRows.count == closed.count, cents.count == closed.count,
            areaRows.allSatisfy({ $0 == Self.none || Int($0) < areas.count })
        else { return nil }
        self.starts = starts
        self.closed = closed
        self.firstDays = firstDays
        self.areaRows = areaRows
        self.cents = cents
        self.areas = areas
    }

    var rowCount: Int { closed.count }
    var byteCount: Int { starts.count * 4 + rowCount * 14 }

    @inline(__always)
    func rows(of program: Int) -> Range<Int> { Int(starts[program])..<Int(starts[program + 1]) }

    /// Adds the next program's.
    mutating func append(
        _ offerings: [Offering], _ labourMarket: LabourMarketInformation, areaNumbers: inout [String: UInt16]
    ) {
        for offering in offerings {
            closed.append(OfferingFacets.lastingBits(of: offering))
            firstDays.append(offering.start.map { Int32(clamping: $0.dayNumber) } ?? Self.openAllYear)
            areaRows.append(offering.place?.postalCode.flatMap(labourMarket.postalArea).map { number($0, &areaNumbers) } ?? Self.none)
            cents.append(offering.price.map { Int32(clamping: $0.cents) } ?? -1)
        }
        starts.append(UInt32(closed.count))
    }

    /// Adds a program of another segment.
    mutating func append(_ program: Int, of other: OfferingColumns, areaNumbers: inout [String: UInt16]) {
        let rows = other.rows(of: program)
        closed += other.closed[rows]
        firstDays += other.firstDays[rows]
        cents += other.cents[rows]
        for row in other.areaRows[rows] { areaRows.append(row == Self.none ? row : number(other.areas[Int(row)], &areaNumbers)) }
        starts.append(UInt32(closed.count))
    }

    /// There are under two thousand areas: the numbers cannot run out.
    private mutating func number(_ area: PostalArea, _ numbers: inout [String: UInt16]) -> UInt16 {
        if let known = numbers[area.code] { return known }
        let next = UInt16(areas.count)
        numbers[area.code] = next
        areas.append(area)
        return next
    }
}
