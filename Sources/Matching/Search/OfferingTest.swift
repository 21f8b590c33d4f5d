import Domain

/// An `OfferingFilter` made ready for one segment: tells for each offering which conditions it fails.
struct OfferingTest {
    /// Conditions are numbered: the closed facets, then region, price, distance.
    static let region = 1 << 4
    static let price = 1 << 5
    static let distance = 1 << 6

    private let offerings: OfferingColumns
    private let bits: [UInt32]
    /// One of these bits each offering must have. A facet without a choice asks for what every upcoming offering has.
    private let wanted: (UInt32, UInt32, UInt32, UInt32)
    private let maximumCents: Int32
    private let asksPrice: Bool
    /// By area, and at last for offerings without one: whether region and distance fail.
    private let areaFailures: [UInt8]
    private let areaRegions: [Int16]
    /// The dictionary's numbers of the segment's regions.
    let regionNumbers: [Int32]

    /// - Parameter filter: `nil` for one that every upcoming offering passes.
    init(_ filter: OfferingFilter?, _ segment: Segment) {
        offerings = segment.contents.offerings
        bits = segment.day.bits
        let chosen = (filter?.chosen ?? []).map { $0 ?? OfferingFacets.upcoming } + Array(repeating: OfferingFacets.upcoming, count: 4)
        wanted = (chosen[0], chosen[1], chosen[2], chosen[3])
        asksPrice = filter?.maximumCents != nil
        maximumCents = filter?.maximumCents ?? 0
        areaRegions = segment.day.areaRegions
        regionNumbers = segment.day.regions.numbers
        guard filter?.regions != nil || filter?.asksDistance == true else {
            areaFailures = []
            return
        }
        let regionFails = UInt8(filter?.regions == nil ? 0 : Self.region)
        let numbers = regionNumbers
        areaFailures =
            zip(offerings.areas, areaRegions).map { area, region in
                let isChosen = region >= 0 && filter?.regions?.contains(numbers[Int(region)]) == true
                return (isChosen ? 0 : regionFails) | UInt8(filter?.isNear(area) == true ? 0 : Self.distance)
            } + [regionFails | UInt8(filter?.asksDistance == true ? Self.distance : 0)]
    }

    @inline(__always)
    func rows(of program: Int) -> Range<Int> { offerings.rows(of: program) }

    /// The row's bits; 0 for an offering that is over.
    @inline(__always)
    func bits(_ row: Int) -> UInt32 { bits[row] }

    /// The conditions an upcoming offering fails, as bits; 0 when it passes.
    @inline(__always)
    func failures(_ row: Int) -> Int {
        let bits = bits[row]
        var failures = bits & wanted.0 == 0 ? 1 : 0
        failures |= bits & wanted.1 == 0 ? 2 : 0
        failures |= bits & wanted.2 == 0 ? 4 : 0
        failures |= bits & wanted.3 == 0 ? 8 : 0
        if !areaFailures.isEmpty { failures |= Int(areaFailures[min(Int(offerings.areaRows[row]), areaFailures.count - 1)]) }
        if asksPrice, offerings.cents[row] < 0 || offerings.cents[row] > maximumCents { failures |= Self.price }
        return failures
    }

    @inline(__always)
    func passes(_ row: Int) -> Bool { bits[row] != 0 && failures(row) == 0 }

    /// The place of the row's region in `regionNumbers`; -1 without one.
    @inline(__always)
    func region(_ row: Int) -> Int {
        let area = offerings.areaRows[row]
        return area == OfferingColumns.none ? -1 : Int(areaRegions[Int(area)])
    }

    func cents(_ row: Int) -> Int32 { offerings.cents[row] }

    /// Days to the start; 0 when open all year.
    func wait(_ row: Int, from today: CalendarDate) -> Int {
        let day = offerings.firstDays[row]
        return day == OfferingColumns.openAllYear ? 0 : Int(day) - today.dayNumber
    }
}
