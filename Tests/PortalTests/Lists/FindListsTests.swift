import Domain
import Matching
import Portal
import Testing

@Suite struct FindListsTests {
    private let catalogue = CurrentCatalogue(
        Catalogue(
            programs: [.small("a"), .small("b")], institutions: [.cedar], labourMarket: LabourMarketInformation(),
            today: CalendarDate("2026-11-23")!))

    private func pinning(_ programs: Program.ID...) -> CuratedList {
        let text = LocalizedText(en: "care", fr: "soins")
        return CuratedList(
            id: "care", slug: text, title: text, forLearners: text, forEmployers: text, rule: .init(industries: []), pinned: programs,
            revised: CalendarDate("2026-11-01")!)
    }

    @Test func `a list follows the catalogue`() async throws {
        let lists = FindLists([pinning("a", "b")], catalogue: catalogue)
        #expect(lists(lists.all[0]).total == 2)
        catalogue.apply(programs: [.small("a", state: .archived)])
        // It rests for twenty times what it took: a fraction of a millisecond here.
        var total = 2
        for _ in 0..<200 where total != 1 {
            try await Task.sleep(for: .milliseconds(5))
            total = lists(lists.all[0]).total
        }
        #expect(total == 1)
    }

    @Test func `a list is found by its name in either language`() {
        let lists = FindLists([pinning()], catalogue: catalogue)
        #expect(lists.list(named: "soins")?.id == "care")
        #expect(lists.list(named: "care")?.id == "care")
        #expect(lists.list(named: "Care") == nil)
    }

    @Test func `the six priority industries have a list each, whole in both languages`() {
        let lists = BuiltInLists.all
        #expect(lists.count == 6)
        for list in lists {
            for text in [list.slug, list.title, list.forLearners, list.forEmployers] { #expect(text.isBilingual, "\(list.id)") }
            for language in Language.allCases {
                #expect(list.slug.text(language).wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(list.slug)")
            }
            #expect(!list.rule.industries.isEmpty)
        }
        #expect(Set(lists.map(\.id)).count == 6)
        #expect(Set(lists.flatMap { list in Language.allCases.map { list.slug.text($0) } }).count >= 11)
    }
}
