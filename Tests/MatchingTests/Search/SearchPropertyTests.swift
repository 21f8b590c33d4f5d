import Domain
import Matching
import Testing

/// The catalogue against the plain search, over many small random worlds.
struct SearchPropertyTests {
    @Test(arguments: 1...25)
    func `results and totals are those of a search without any index`(seed: UInt64) {
        var random = RandomCatalogue(seed: seed)
        let programs = random.programs(5 + random.number(80))
        let catalogue = Catalogue.sample(programs)
        let plain = PlainSearch(programs, Institution.samples, SampleLabourMarket.information)
        for _ in 0..<25 {
            var query = random.query()
            query.limit = 1000
            let results = catalogue.search(query)
            #expect(Set(results.hits.map(\.program.id)) == plain.results(query), "\(query)")
            #expect(results.hits.count == results.total)
        }
    }

    @Test(arguments: 1...10)
    func `every facet count is the total one gets with that value chosen`(seed: UInt64) {
        var random = RandomCatalogue(seed: 1000 + seed)
        let programs = random.programs(5 + random.number(30))
        let catalogue = Catalogue.sample(programs)
        let plain = PlainSearch(programs, Institution.samples, SampleLabourMarket.information)
        for _ in 0..<4 {
            var query = random.query()
            query.facetLimit = .max
            let results = catalogue.search(query)
            let answering = plain.matching(query.text)
            for facet in FacetName.allCases {
                let listed = results.facets[facet]!.map(\.value)
                #expect(Set(listed).count == listed.count)
                for value in Set(listed).union(RandomCatalogue.values[facet]!) {
                    var chosen = query
                    chosen.filters[facet] = [value]
                    let expected = plain.results(chosen, answering: answering).count
                    #expect(results.count(facet, value) == expected, "\(facet) \(value) \(query)")
                    #expect(catalogue.search(chosen).total == expected)
                }
            }
        }
    }

    @Test(arguments: 1...10)
    func `a program is found by each of its approved tags and by each word of its title`(seed: UInt64) {
        var random = RandomCatalogue(seed: 2000 + seed)
        let catalogue = Catalogue.sample(random.programs(60))
        for hit in catalogue.search(ProgramQuery(limit: 1000)).hits {
            let id = hit.program.id.rawValue
            for tag in hit.program.tags where tag.state == .approved {
                let facet = FacetName(rawValue: tag.target.kind.rawValue)!
                #expect(catalogue.found([facet: [tag.target.code]]).contains(id))
            }
            for language in Language.allCases {
                for word in (hit.program.title[language] ?? "").split(separator: " ") {
                    #expect(catalogue.found(String(word), language).contains(id))
                }
            }
        }
    }

    @Test(arguments: 1...15)
    func `pages together are the whole list, each program once`(seed: UInt64) {
        var random = RandomCatalogue(seed: 3000 + seed)
        let catalogue = Catalogue.sample(random.programs(70)).applying(random.programs(20))
        for _ in 0..<10 {
            var query = random.query()
            query.offset = 0
            query.limit = 1000
            let whole = catalogue.search(query).ids
            query.limit = 1 + random.number(9)
            var pages: [String] = []
            while true {
                let page = catalogue.search(query).ids
                if page.isEmpty { break }
                pages += page
                query.offset += query.limit
            }
            #expect(pages == whole)
        }
    }
}
