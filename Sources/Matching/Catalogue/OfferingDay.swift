import Domain

/// What of a segment changes with the day: which offerings are upcoming, when they begin, and how good a hit each program is.
final class OfferingDay: Sendable {
    /// By row of `OfferingColumns`: its bits with the start's and `OfferingFacets.upcoming`; 0 for a past one.
    let bits: [UInt32]
    /// For each program, what any of its upcoming offerings has: the counts of a query that asks nothing of offerings.
    let union: ClosedColumn
    let regions: ValueColumn
    /// By postal area of `OfferingColumns`, the region's place in `regions.numbers`; -1 when no program has it now.
    let areaRegions: [Int16]
    /// For each language, English first, and each program: `Standing`.
    let standings: [[UInt8]]
    /// For each language, the programs from best to least good standing, among equals by title.
    let order: [[UInt16]]

    init(_ contents: SegmentContents, today: CalendarDate, dictionary: FacetDictionary) {
        let offerings = contents.offerings
        let bits = Self.bits(offerings, today)
        self.bits = bits
        let regionNumbers = offerings.areas.map { dictionary.ordinal(.region, $0.region.rawValue) ?? -1 }
        var unions: [UInt64] = []
        unions.reserveCapacity(contents.count)
        var regions: [Int32] = []
        var regionEnds: [UInt32] = []
        for program in 0..<contents.count {
            var union: UInt32 = 0
            let first = regions.count
            for row in offerings.rows(of: program) where bits[row] != 0 {
                union |= bits[row]
                let area = offerings.areaRows[row]
                guard area != OfferingColumns.none else { continue }
                let region = regionNumbers[Int(area)]
                if region >= 0, !regions[first...].contains(region) { regions.append(region) }
            }
            unions.append(UInt64(union & OfferingFacets.all))
            regionEnds.append(UInt32(regions.count))
        }
        let column = ValueColumn(rows: regions, ends: regionEnds, dictionary: dictionary)
        self.regions = column
        areaRegions = regionNumbers.map { Int16(column.value($0, .region) ?? -1) }
        union = ClosedColumn(unions, firstNumber: 0, valueCount: OfferingFacets.count)
        standings = Cases.languages.map { language in
            (0..<contents.count).map { program in
                Standing.code(
                    hasDates: unions[program] != 0,
                    isStale: today.dayNumber - Int(contents.lastConfirmed[program]) > Freshness.staleAfterDays,
                    isOtherLanguage: contents.titleLanguages[program] & language.bit == 0
                        && unions[program] & UInt64(OfferingFacets.bit(of: language)) == 0)
            }
        }
        order = standings.enumerated().map { Standing.order($1, titleRanks: contents.titleRanks[$0]) }
    }

    private static func bits(_ offerings: OfferingColumns, _ today: CalendarDate) -> [UInt32] {
        let startBits = OfferingFacets.startBits
        let today = Int32(clamping: today.dayNumber)
        return zip(offerings.closed, offerings.firstDays).map { closed, day in
            if day == OfferingColumns.openAllYear { return closed | OfferingFacets.upcoming | OfferingFacets.openAllYear }
            guard day >= today else { return 0 }
            return closed | OfferingFacets.upcoming | startBits[min(Int(day - today), startBits.count - 1)]
        }
    }

    var byteCount: Int {
        bits.count * 4 + union.byteCount + regions.byteCount + standings.reduce(0) { $0 + $1.count } + order.reduce(0) { $0 + $1.count * 2 }
    }
}

extension Language {
    /// In `SegmentContents.titleLanguages`.
    var bit: UInt8 { self == .en ? 1 : 2 }
}
