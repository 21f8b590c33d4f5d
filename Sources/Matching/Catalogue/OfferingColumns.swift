import Domain

/// What filters and sorting need to know of one upcoming offering.
struct OfferingRow: Sendable {
    /// `OfferingFacets`
    let bits: UInt32
    /// The region's number in `FacetDictionary`; -1 without a place whose postal area is loaded.
    let region: Int32
    /// The postal area's number in `OfferingColumns.areas`; -1 likewise.
    let area: Int32
    /// -1 when not stated.
    let cents: Int32
    /// Days from today to the start; 0 when open all year.
    let wait: Int32
}

/// The upcoming offerings of a segment's programs. Made for one day: past offerings are not in it.
struct OfferingColumns: Sendable {
    /// Offerings of program `p`: `rows[starts[p]..<starts[p + 1]]`.
    let starts: [Int32]
    let rows: [OfferingRow]
    /// The middle of each postal area that occurs.
    let areas: [Coordinate]
    /// For each program, what any of its offerings has: the counts of a query that asks nothing of offerings.
    let union: FacetColumns
    /// For each program, per language (English first): see `Standing`.
    let standing: [[Float]]

    init(_ programs: [Program], labourMarket: LabourMarketInformation, today: CalendarDate, dictionary: inout FacetDictionary) {
        var ends: [Int32] = []
        var rows: [OfferingRow] = []
        var areas: [Coordinate] = []
        var areaNumbers: [String: Int32] = [:]
        var union: [Int32] = []
        var unionEnds: [Int32] = []
        for program in programs {
            let first = rows.count
            for offering in program.offerings where offering.isUpcoming(on: today) {
                let area = offering.place?.postalCode.flatMap(labourMarket.postalArea)
                var number: Int32 = -1
                if let area {
                    number = areaNumbers[area.code] ?? Int32(areas.count)
                    if Int(number) == areas.count {
                        areas.append(area.coordinate)
                        areaNumbers[area.code] = number
                    }
                }
                rows.append(
                    OfferingRow(
                        bits: OfferingFacets.bits(of: offering, on: today),
                        region: area.map { dictionary.insert(.region, $0.region.rawValue) } ?? -1,
                        area: number,
                        cents: offering.price.map { Int32(clamping: $0.cents) } ?? -1,
                        wait: offering.start.map { Int32(clamping: $0.days(since: today)) } ?? 0))
            }
            ends.append(Int32(rows.count))
            Self.appendUnion(rows[first...], to: &union)
            unionEnds.append(Int32(union.count))
        }
        starts = [0] + ends
        self.rows = rows
        self.areas = areas
        self.union = FacetColumns(values: union, ends: unionEnds, valueCount: dictionary.count)
        standing = Language.allCases.map { language in programs.map { Standing.of($0, language: language, today: today) } }
    }

    private static func appendUnion(_ rows: ArraySlice<OfferingRow>, to union: inout [Int32]) {
        var bits = rows.reduce(0) { $0 | $1.bits }
        while bits != 0 {
            union.append(Int32(bits.trailingZeroBitCount))
            bits &= bits - 1
        }
        let first = union.count
        for row in rows where row.region >= 0 && !union[first...].contains(row.region) { union.append(row.region) }
    }

    func rows(of program: Int) -> ArraySlice<OfferingRow> { rows[Int(starts[program])..<Int(starts[program + 1])] }
}
