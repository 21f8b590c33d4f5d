import Domain

/// A part of the catalogue, built at once and never changed. What changes is which of its programs still count: `live`; and the day.
struct Segment: Sendable {
    let contents: SegmentContents
    private(set) var day: OfferingDay
    /// Programs not replaced or withdrawn since the segment was built.
    private(set) var live: Bitset
    private(set) var liveCount: Int

    init(_ contents: SegmentContents, live: Bitset? = nil, today: CalendarDate, dictionary: FacetDictionary) {
        self.contents = contents
        day = OfferingDay(contents, today: today, dictionary: dictionary)
        self.live = live ?? Bitset(filled: contents.count)
        liveCount = self.live.count
    }

    /// Replaced and withdrawn programs included.
    var count: Int { contents.count }
    var text: ProgramTextIndex { contents.text }
    /// Open facets of programs.
    var facets: ValueColumn { contents.values }

    /// In order of title, then id, in a language: what breaks ties.
    func titleRanks(_ language: Language) -> [UInt16] { contents.titleRanks[language.place] }

    func program(_ ordinal: Int) -> Program { contents.arena.program(ordinal) }

    func titleOrder(_ ordinal: Int, _ language: Language) -> TitleOrder {
        TitleOrder(title: contents.arena.title(ordinal), id: contents.arena.id(ordinal), language: language)
    }

    /// The place of a program that still counts.
    func ordinal(_ id: Program.ID) -> Int? {
        guard let ordinal = contents.ids.ordinal(id, in: contents.arena), live.contains(ordinal) else { return nil }
        return ordinal
    }

    /// Programs with a facet value, as one of the segment's sets; `nil` when none ever carried it.
    func programs(with number: Int32, _ facet: FacetName) -> SegmentSet? {
        if day.union.contains(number: number) { return SegmentSet(sets: day.union.sets, set: Int(number)) }
        if contents.closed.contains(number: number) {
            return SegmentSet(sets: contents.closed.sets, set: Int(number) - contents.closed.firstNumber)
        }
        let column = facet == .region ? day.regions : contents.values
        return column.value(number, facet).map { SegmentSet(sets: column.sets, set: $0) }
    }

    /// The dictionary's number of the region of an offering one can still begin; `nil` without a place whose postal area is loaded.
    func region(ofOffering row: Int) -> Int32? {
        let area = contents.offerings.areaRows[row]
        guard area != OfferingColumns.none, day.areaRegions[Int(area)] >= 0 else { return nil }
        return day.regions.numbers[Int(day.areaRegions[Int(area)])]
    }

    mutating func remove(_ ordinal: Int) {
        live.remove(ordinal)
        liveCount -= 1
    }

    /// Only what depends on the day is made anew.
    mutating func move(to today: CalendarDate, dictionary: FacetDictionary) {
        day = OfferingDay(contents, today: today, dictionary: dictionary)
    }
}

/// Programs of a segment that have something in common, replaced and withdrawn ones included.
struct SegmentSet {
    let sets: PackedSets
    let set: Int

    var count: Int { sets.size(set) }

    func insert(into other: inout Bitset) { sets.insert(set, into: &other) }

    func count(in other: Bitset) -> Int { sets.count(set, in: other) }

    @inline(__always)
    func forEach(_ body: (Int) -> Void) { sets.forEach(set) { ordinal, _ in body(ordinal) } }
}
