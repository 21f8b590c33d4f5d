import Domain

/// Reads programs, one after the other, into what a segment is made of. The numbers it gives to words and facet values are its own until
/// the segment is made, so that several builders can work at the same time.
struct SegmentBuilder {
    private let labourMarket: LabourMarketInformation
    private let capacity: Int
    private var words: ProgramTextBuilder
    private var dictionary = FacetDictionary()
    private var arena = ProgramArena()
    private var ids = ProgramIDTable()
    private var closed: [UInt64] = []
    private var values: [Int32] = []
    private var ends: [UInt32] = []
    private var offerings = OfferingColumns()
    private var areaNumbers: [String: UInt16] = [:]
    private var hours: [Double] = []
    private var lastConfirmed: [Int32] = []
    private var titleLanguages: [UInt8] = []
    /// Programs that came again later, or were withdrawn.
    private var superseded: Set<Int> = []

    /// - Parameter capacity: programs in a segment.
    init(_ labourMarket: LabourMarketInformation, capacity: Int) {
        self.labourMarket = labourMarket
        self.capacity = min(capacity, CatalogueBuilder.largestSegment)
        words = ProgramTextBuilder(labourMarket)
    }

    var count: Int { arena.count }

    /// Whether the next program surely fits, however many new facet values it has.
    func hasRoom(for program: Program) -> Bool {
        count < capacity && arena.bytes.count < ProgramArena.fullAt
            && dictionary.count + Program.mostNewValues(program, labourMarket) < ValueColumn.largestValueCount
    }

    mutating func add(_ program: Program, institution: Institution?) {
        arena.append(program)
        ids.append(program.id)
        words.add(program, institution: institution)
        addFacets(of: program, institution)
        offerings.append(program.offerings, labourMarket, areaNumbers: &areaNumbers)
        hours.append(program.hours ?? .infinity)
        lastConfirmed.append(program.lastConfirmed.map { Int32(clamping: $0.dayNumber) } ?? SegmentContents.never)
        titleLanguages.append(Language.allCases.reduce(0) { program.title[$1] == nil ? $0 : $0 | $1.bit })
    }

    private mutating func addFacets(of program: Program, _ institution: Institution?) {
        var bits: UInt64 = 0
        let first = values.count
        program.facetValues(institution: institution, labourMarket: labourMarket) { facet, value in
            let number = dictionary.insert(facet, value)
            if FacetDictionary.ofPrograms.contains(Int(number)) {
                bits |= 1 << UInt64(Int(number) - FacetDictionary.ofPrograms.lowerBound)
            } else if !values[first...].contains(number) {
                // Several tags share what is above them.
                values.append(number)
            }
        }
        closed.append(bits)
        ends.append(UInt32(values.count))
    }

    /// A program read before that counts no longer.
    mutating func withdraw(_ id: Program.ID) {
        if let ordinal = ids.ordinal(id, in: arena) { superseded.insert(ordinal) }
    }

    /// Makes the builder's words and values known to the catalogue.
    func numbering(_ vocabulary: inout Vocabulary, _ dictionary: inout FacetDictionary) -> SegmentNumbering {
        for area in offerings.areas { dictionary.insert(.region, area.region.rawValue) }
        return SegmentNumbering(
            terms: vocabulary.adopt(words.tables, termCount: words.next), values: dictionary.adopt(self.dictionary))
    }

    func segment(_ numbering: SegmentNumbering, dictionary: FacetDictionary, today: CalendarDate) -> Segment {
        let parts = SegmentParts(
            arena: arena.trimmed,
            text: ProgramTextIndex(rows: words.terms, impacts: words.impacts, ends: words.ends, numbers: numbering.terms),
            closed: closed, values: ValueColumn(rows: values.map { numbering.values[Int($0)] }, ends: ends, dictionary: dictionary),
            offerings: offerings, hours: hours, lastConfirmed: lastConfirmed, titleLanguages: titleLanguages)
        var live = Bitset(filled: arena.count)
        for ordinal in superseded { live.remove(ordinal) }
        return Segment(SegmentContents(parts), live: live, today: today, dictionary: dictionary)
    }

    /// Ready for the next segment; the words stay known.
    mutating func startOver() {
        var words = words
        words.startOver()
        self = SegmentBuilder(labourMarket, capacity: capacity)
        self.words = words
    }
}

/// By a builder's numbers, the catalogue's.
struct SegmentNumbering {
    let terms: [Int32]
    let values: [Int32]
}
