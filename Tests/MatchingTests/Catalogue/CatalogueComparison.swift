import Domain
import Matching
import Testing

/// Two catalogues that answer every question alike.
func expectSame(_ a: Catalogue, _ b: Catalogue, _ random: inout RandomCatalogue) {
    #expect(a.programCount == b.programCount)
    for _ in 0..<20 {
        let query = random.query()
        let (first, second) = (a.search(query), b.search(query))
        #expect(first.total == second.total)
        #expect(first.ids == second.ids, "\(query)")
        #expect(first.facets == second.facets)
        #expect(first.hits.map(\.score) == second.hits.map(\.score))
        #expect(first.hits.map(\.matchedOtherLanguage) == second.hits.map(\.matchedOtherLanguage))
    }
    for _ in 0..<4 {
        let situation = random.situation()
        let (first, second) = (a.recommendations(for: situation, limit: 10), b.recommendations(for: situation, limit: 10))
        #expect(first.map(\.reasons) == second.map(\.reasons))
    }
}
