import Domain
import Matching
import Testing

/// A catalogue stands in parts, each with its own small numbers. None of its answers may show it.
struct SegmentPropertyTests {
    private func inParts(_ programs: [Program], of size: Int, lots: Int) -> Catalogue {
        var builder = CatalogueBuilder(
            institutions: Institution.samples, labourMarket: SampleLabourMarket.information, today: .today, segmentSize: size)
        for start in stride(from: 0, to: programs.count, by: lots) {
            builder.add(Array(programs[start..<min(start + lots, programs.count)]))
        }
        return builder.finish()
    }

    @Test(arguments: 1...6)
    func `a catalogue in many parts answers as one in a single part`(seed: UInt64) {
        var random = RandomCatalogue(seed: 8000 + seed)
        let programs = random.programs(250)
        let catalogue = inParts(programs, of: 40 + random.number(60), lots: 1 + random.number(90))
        #expect(catalogue.segmentCount > 2)
        expectSame(catalogue, Catalogue.sample(programs), &random)
    }

    @Test(arguments: 1...4)
    func `programs that come again, in whichever lot, count once and as they came last`(seed: UInt64) {
        var random = RandomCatalogue(seed: 8100 + seed)
        var lots: [Program] = []
        var last: [Program.ID: Program] = [:]
        for _ in 0..<300 {
            let program = random.program("p\(random.number(120))")
            lots.append(program)
            last[program.id] = program
        }
        expectSame(inParts(lots, of: 50, lots: 30), Catalogue.sample(Array(last.values)), &random)
    }

    @Test(arguments: 1...4)
    func `laid together, the parts are fewer and the answers the same`(seed: UInt64) {
        var random = RandomCatalogue(seed: 8200 + seed)
        let parts = inParts(random.programs(240), of: 30, lots: 240)
        #expect(parts.needsCompaction)
        let catalogue = parts.applying(random.programs(20))
        let compacted = catalogue.compacted()
        #expect(!compacted.needsCompaction)
        #expect(compacted.segmentCount == 1)
        expectSame(compacted, catalogue, &random)
        let changes = random.programs(10)
        expectSame(compacted.applying(changes), catalogue.applying(changes), &random)
    }

    @Test(arguments: 1...6)
    func `in many parts, with programs replaced and withdrawn, results and counts are those of a search without any index`(seed: UInt64) {
        var random = RandomCatalogue(seed: 8300 + seed)
        var programs = random.programs(200)
        var catalogue = inParts(programs, of: 90, lots: 200)
        for index in 0..<40 {
            let changed = random.program("p\(index * 5)")
            programs[index * 5] = changed
            catalogue = catalogue.applying([changed])
        }
        let plain = PlainSearch(programs, Institution.samples, SampleLabourMarket.information)
        for _ in 0..<12 {
            var query = random.query()
            query.limit = 1000
            query.facetLimit = .max
            let results = catalogue.search(query)
            let answering = plain.matching(query.text)
            #expect(Set(results.hits.map(\.program.id)) == plain.results(query, answering: answering), "\(query)")
            for facet in FacetName.allCases {
                let value = random.pick(RandomCatalogue.values[facet]!)
                var chosen = query
                chosen.filters[facet] = [value]
                #expect(results.count(facet, value) == plain.results(chosen, answering: answering).count, "\(facet) \(value) \(query)")
            }
        }
    }

    @Test func `a thousand programs are shared out among the processors and all found`() {
        var random = RandomCatalogue(seed: 8400)
        let programs = random.programs(1100)
        let catalogue = Catalogue.sample(programs)
        let published = programs.filter { $0.state == .published }
        #expect(catalogue.programIDs == published.map(\.id).sorted())
        let institution: Institution.ID = "north"
        #expect(catalogue.programCount(of: institution) == published.count { $0.institution == institution })
    }
}
