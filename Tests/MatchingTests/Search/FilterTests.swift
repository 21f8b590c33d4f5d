import Domain
import Matching
import Testing

/// What passes a filter, in the portal's words.
struct FilterTests {
    @Test func `online in English and in person in French is not online in French`() {
        let mixed = Program.sample("mixed", offerings: [.sample(.online, .en), .sample(.inPerson, .fr)])
        let catalogue = Catalogue.sample([mixed, .sample("true", offerings: [.sample(.online, .fr)])])
        let results = catalogue.search(ProgramQuery(filters: [.delivery: ["online"], .language: ["fr"]]))
        #expect(results.ids == ["true"])
        #expect(results.count(.language, "en") == 1)
        #expect(results.count(.delivery, "in-person") == 1)
    }

    @Test func `a maximum price and a distance hold for the same offering as the other choices`() {
        let program = Program.sample(
            "a",
            offerings: [
                .sample(.inPerson, dollars: 900, postalCode: "M5V 1A1"), .sample(.inPerson, dollars: 100, postalCode: "P3E 2C6"),
            ])
        let catalogue = Catalogue.sample([program])
        func total(_ area: String, _ dollars: Int) -> Int {
            catalogue.search(ProgramQuery(maximumPrice: Money(dollars: dollars), near: .init(area: area, kilometres: 30))).total
        }
        #expect(total("M9W", 900) == 1)
        #expect(total("M9W", 899) == 0)
        #expect(total("P3E", 100) == 1)
    }

    @Test func `a price nobody states is not within any maximum`() {
        #expect(Catalogue.sample([.sample("a")]).search(ProgramQuery(maximumPrice: Money(dollars: 9999))).total == 0)
    }

    @Test func `nothing is near a postal code that is not known`() {
        let catalogue = Catalogue.sample([.sample("a", offerings: [.sample(.inPerson, postalCode: "M5V")])])
        #expect(catalogue.search(ProgramQuery(near: .init(area: "X0X", kilometres: 20_000))).total == 0)
    }

    @Test func `past offerings answer no filter`() {
        let catalogue = Catalogue.sample([.sample("a", offerings: [.sample(startsIn: -1, .hybrid, dollars: 0)])])
        #expect(catalogue.found([.delivery: ["hybrid"]]) == [])
        #expect(catalogue.found([.price: ["free"]]) == [])
        #expect(catalogue.found([:]) == ["a"])
    }

    @Test func `a group of occupations finds all its unit groups`() {
        let catalogue = Catalogue.sample([
            .sample("aide", tags: [.occupation(.nurseAide)]), .sample("pharmacy", tags: [.occupation(.pharmacyAssistant)]),
            .sample("weld", tags: [.occupation(.welder)]),
        ])
        #expect(catalogue.found([.occupation: ["3310"]]) == ["aide", "pharmacy"])
        #expect(catalogue.found([.occupation: ["33103"]]) == ["pharmacy"])
        #expect(catalogue.search(ProgramQuery()).count(.occupation, "3") == 2)
    }

    @Test func `a sector finds programs tagged below it and those whose occupations work in it`() {
        let catalogue = Catalogue.sample([
            .sample("stated", tags: [.industry("6231")]), .sample("inferred", tags: [.occupation(.nurseAide)]),
            .sample("other", tags: [.occupation(.chef)]),
        ])
        #expect(catalogue.found([.industry: ["62"]]) == ["inferred", "stated"])
        #expect(catalogue.found([.industry: ["6231"]]) == ["inferred", "stated"])
    }

    @Test(arguments: [Domain.Tag.State.suggested, .rejected])
    func `tags that were not approved find nothing`(state: Domain.Tag.State) {
        var program = Program.sample("a")
        program.tags = [Domain.Tag(.skill("welding"), state: state)]
        let catalogue = Catalogue.sample([program])
        #expect(catalogue.found([.skill: ["welding"]]) == [])
        #expect(catalogue.found("welding") == [])
    }

    @Test func `funding counts only where the rules allow it`() {
        var program = Program.sample("a", hours: 400)
        program.funding = [.osap]
        program.weeks = 6
        #expect(Catalogue.sample([program]).found([.funding: ["osap"]]) == [])
    }

    @Test func `closed facets keep their order, open ones come most frequent first`() {
        let catalogue = Catalogue.sample([
            .sample("a", tags: [.skill("welding")], hours: 50), .sample("b", tags: [.skill("welding"), .skill("infection")], hours: 5),
            .sample("c", hours: 60),
        ])
        let facets = catalogue.search(ProgramQuery()).facets
        #expect(facets[.duration]!.map(\.value) == ["under-10-hours", "40-to-100-hours"])
        #expect(facets[.skill]!.map(\.value) == ["welding", "infection"])
    }

    @Test func `of an open facet the most frequent values are listed, the chosen ones, and how many there are`() {
        let skills = (0..<30).map { "skill-\($0)" }
        let programs = skills.enumerated().map { index, skill in
            Program.sample("p\(index)", tags: (0...index).map { .skill(Skill.ID(skills[$0])) })
        }
        let catalogue = Catalogue.sample(programs)
        var query = ProgramQuery(filters: [.skill: ["skill-29"]], facetLimit: 3)
        let results = catalogue.search(query)
        #expect(results.facets[.skill]!.map(\.value) == ["skill-0", "skill-1", "skill-2", "skill-29"])
        #expect(results.facets[.skill]!.map(\.count) == [30, 29, 28, 1])
        #expect(results.valueCounts[.skill] == 30)
        #expect(catalogue.values(of: .skill, for: query).count == 30)
        query.facetLimit = 0
        #expect(catalogue.search(query).facets[.skill]!.map(\.value) == ["skill-29"])
    }

    @Test func `a chosen value without programs is listed so that it can be taken back`() {
        let results = Catalogue.sample([.sample("a")]).search(ProgramQuery(filters: [.skill: ["never"]]))
        #expect(results.total == 0)
        #expect(results.facets[.skill] == [FacetValue(value: "never", count: 0, isChosen: true)])
    }

    @Test func `drafts and withdrawn programs are not found`() {
        let catalogue = Catalogue.sample([.sample("a", state: .draft), .sample("b"), .sample("c", state: .archived)])
        #expect(catalogue.found([:]) == ["b"])
        #expect(catalogue.programCount == 1)
        #expect(catalogue.applying([.sample("b", state: .archived)]).found([:]) == [])
        #expect(catalogue.program("a") == nil)
    }

    @Test func `an empty catalogue answers everything with nothing`() {
        let catalogue = Catalogue.sample([])
        #expect(catalogue.search(ProgramQuery(text: "welding", filters: [.delivery: ["online"]])).total == 0)
        #expect(catalogue.recommendations(for: Situation(text: "welder", language: .en, occupations: []), limit: 10).isEmpty)
        #expect(catalogue.applying([.sample("a")]).found([:]) == ["a"])
    }

    @Test func `a page far beyond the end is empty and huge numbers are no error`() {
        let catalogue = Catalogue.sample([.sample("a")])
        #expect(catalogue.search(ProgramQuery(offset: 5, limit: .max)).hits.isEmpty)
        #expect(catalogue.search(ProgramQuery(offset: .max, limit: .max)).total == 1)
        #expect(catalogue.search(ProgramQuery(offset: -4, limit: 0)).hits.isEmpty)
    }
}
