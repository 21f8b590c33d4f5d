import Domain

/// A part of the catalogue, built at once and never changed. What changes is which of its programs still count: `live`.
struct Segment: Sendable {
    private let contents: SegmentContents
    private(set) var offerings: OfferingColumns
    /// Programs not replaced or withdrawn since the segment was built.
    private(set) var live: Bitset
    private(set) var liveCount: Int

    init(
        _ programs: [Program], institutions: [Institution.ID: Institution], labourMarket: LabourMarketInformation, today: CalendarDate,
        dictionary: inout FacetDictionary
    ) {
        offerings = OfferingColumns(programs, labourMarket: labourMarket, today: today, dictionary: &dictionary)
        contents = SegmentContents(programs, institutions: institutions, labourMarket: labourMarket, dictionary: &dictionary)
        live = Bitset(filled: programs.count)
        liveCount = programs.count
    }

    /// Replaced and withdrawn programs included.
    var count: Int { contents.programs.count }
    var text: ProgramTextIndex { contents.text }
    var facets: FacetColumns { contents.facets }

    /// In order of title, then id, in a language: what breaks ties.
    func titleRanks(_ language: Language) -> [Int32] { contents.titleRanks[language == .en ? 0 : 1] }

    func program(_ ordinal: Int) -> Program { contents.programs[ordinal] }

    /// The place of a program that still counts.
    func ordinal(_ id: Program.ID) -> Int? {
        guard let ordinal = contents.ordinals[id], live.contains(Int(ordinal)) else { return nil }
        return Int(ordinal)
    }

    var livePrograms: [Program] {
        var programs: [Program] = []
        live.forEach { programs.append(contents.programs[$0]) }
        return programs
    }

    /// Programs that carry a facet value and still count.
    func livePrograms(with value: Int32) -> [Int] {
        let columns = Int(value) < OfferingFacets.count ? offerings.union : facets
        return columns.programs(with: value).map(Int.init).filter(live.contains)
    }

    mutating func remove(_ ordinal: Int) {
        live.remove(ordinal)
        liveCount -= 1
    }

    /// Only what depends on the day is made anew.
    mutating func move(to today: CalendarDate, labourMarket: LabourMarketInformation, dictionary: inout FacetDictionary) {
        offerings = OfferingColumns(contents.programs, labourMarket: labourMarket, today: today, dictionary: &dictionary)
    }
}

/// What no day and no other program changes.
private final class SegmentContents: Sendable {
    let programs: [Program]
    let ordinals: [Program.ID: Int32]
    let text: ProgramTextIndex
    let facets: FacetColumns
    let titleRanks: [[Int32]]

    init(
        _ programs: [Program], institutions: [Institution.ID: Institution], labourMarket: LabourMarketInformation,
        dictionary: inout FacetDictionary
    ) {
        self.programs = programs
        var ordinals = [Program.ID: Int32](minimumCapacity: programs.count)
        var words = ProgramTextBuilder(labourMarket)
        var values: [Int32] = []
        var ends: [Int32] = []
        for (ordinal, program) in programs.enumerated() {
            ordinals[program.id] = Int32(ordinal)
            let institution = institutions[program.institution]
            words.add(program, institution: institution)
            let first = values.count
            program.facetValues(institution: institution, labourMarket: labourMarket) { facet, value in
                let number = dictionary.insert(facet, value)
                // Several tags share what is above them.
                if !values[first...].contains(number) { values.append(number) }
            }
            ends.append(Int32(values.count))
        }
        self.ordinals = ordinals
        text = words.index()
        facets = FacetColumns(values: values, ends: ends, valueCount: dictionary.count)
        titleRanks = Language.allCases.map { TitleOrder.ranks(programs, language: $0) }
    }
}
