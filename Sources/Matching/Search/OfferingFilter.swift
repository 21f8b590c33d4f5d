import Domain

/// What one upcoming offering must satisfy all at once.
struct OfferingFilter {
    /// Chosen bits of the facets of `OfferingFacets.values`, in that order; `nil` without a choice.
    private let chosen: [UInt32?]
    private let regions: Set<Int32>?
    private let maximumCents: Int32?
    private let centre: Nearness?

    private enum Nearness {
        /// The area asked about is not known: nothing is near it.
        case nowhere
        case within(kilometres: Double, of: Coordinate)
    }

    /// Conditions are numbered: the closed facets, then region, price, distance.
    private static let regionBit = 1 << 4
    private static let priceBit = 1 << 5
    private static let distanceBit = 1 << 6

    init?(_ query: ProgramQuery, dictionary: FacetDictionary, labourMarket: LabourMarketInformation) {
        func numbers(_ facet: FacetName) -> [Int32]? {
            guard let values = query.filters[facet], !values.isEmpty else { return nil }
            return values.compactMap { dictionary.ordinal(facet, $0) }
        }
        chosen = OfferingFacets.values.map { facet, _ in numbers(facet)?.reduce(0) { $0 | 1 << UInt32($1) } }
        regions = numbers(.region).map(Set.init)
        maximumCents = query.maximumPrice.map { Int32(clamping: $0.cents) }
        centre = query.near.map { near in
            labourMarket.postalArea(near.area).map { .within(kilometres: Double(near.kilometres), of: $0.coordinate) } ?? .nowhere
        }
        if chosen.allSatisfy({ $0 == nil }), regions == nil, maximumCents == nil, centre == nil { return nil }
    }

    /// For each postal area of a segment whether it is near enough; `nil` when distance is not asked about.
    func nearAreas(_ columns: OfferingColumns) -> [Bool]? {
        switch centre {
        case nil: nil
        case .nowhere: columns.areas.map { _ in false }
        case .within(let kilometres, let centre): columns.areas.map { $0.kilometres(to: centre) <= kilometres }
        }
    }

    /// The conditions an offering fails, as bits; 0 when it passes.
    @inline(__always)
    func failures(of row: OfferingRow, nearAreas: [Bool]?) -> Int {
        var failures = 0
        for facet in 0..<chosen.count {
            if let bits = chosen[facet], row.bits & bits == 0 { failures |= 1 << facet }
        }
        if let regions, !regions.contains(row.region) { failures |= Self.regionBit }
        if let maximumCents, row.cents < 0 || row.cents > maximumCents { failures |= Self.priceBit }
        if let nearAreas, row.area < 0 || !nearAreas[Int(row.area)] { failures |= Self.distanceBit }
        return failures
    }

    /// - Parameters:
    ///   - counted: programs whose offerings' values are added to `counts`: a value counts when some offering has it and passes every
    ///     condition but those on that value's own facet.
    /// - Returns: programs of `set` with an offering that passes.
    func apply(to set: Bitset, counting counted: Bitset, of columns: OfferingColumns, counts: inout [Int32]) -> Bitset {
        var passing = Bitset(capacity: set.capacity)
        let near = nearAreas(columns)
        // How many programs have each combination of closed values: added up at the end, instead of bit by bit.
        var combinations = [Int32](repeating: 0, count: 1 << OfferingFacets.count)
        var lastProgram = [Int](repeating: -1, count: counts.count)
        set.forEach { program in
            let counts_ = counted.contains(program)
            var union: UInt32 = 0
            for row in columns.rows(of: program) {
                let failures = failures(of: row, nearAreas: near)
                if failures == 0 { passing.insert(program) }
                guard counts_ else { continue }
                union |= row.bits & Self.countedBits(failures)
                if row.region >= 0, failures & ~Self.regionBit == 0, lastProgram[Int(row.region)] != program {
                    lastProgram[Int(row.region)] = program
                    counts[Int(row.region)] += 1
                }
            }
            if counts_ { combinations[Int(union)] += 1 }
        }
        for (bits, count) in combinations.enumerated() where count > 0 {
            for value in 0..<OfferingFacets.count where bits >> value & 1 == 1 { counts[value] += count }
        }
        return passing
    }

    /// Values an offering may count for: all when it passes, those of the one closed facet it fails, else none.
    @inline(__always)
    private static func countedBits(_ failures: Int) -> UInt32 {
        if failures == 0 { return .max }
        guard failures & (failures - 1) == 0, failures < regionBit else { return 0 }
        return OfferingFacets.masks[failures.trailingZeroBitCount]
    }
}
