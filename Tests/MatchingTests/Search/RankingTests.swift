import Domain
import Matching
import Testing

/// In which order programs come, and which words find them.
struct RankingTests {
    @Test func `a word in the title comes before one in a tag, that before the outcomes, that before the description`() {
        let catalogue = Catalogue.sample([
            .sample("description", en: "Shop days", description: LocalizedText(en: "Some welding in the afternoon")),
            .sample("outcomes", en: "Shop weeks", outcomes: [LocalizedText(en: "Prepare metal for welding")]),
            .sample("tag", en: "Joining metal", tags: [.skill("welding")]), .sample("title", en: "Welding"),
        ])
        #expect(catalogue.found("welding") == ["title", "tag", "outcomes", "description"])
    }

    @Test func `programs with all the words are the answer when there are any`() {
        let catalogue = Catalogue.sample([.sample("both", en: "Welding safety"), .sample("one", en: "Kitchen safety"), .sample("none")])
        #expect(catalogue.found("safety welding") == ["both"])
    }

    @Test func `without a program that has all the words, those with most of what was asked are shown`() {
        let catalogue = Catalogue.sample([.sample("a", en: "Welding"), .sample("b", en: "Nursing"), .sample("c", en: "Cooking")])
        #expect(Set(catalogue.found("welding nursing")) == ["a", "b"])
    }

    @Test func `an unfinished last word is completed`() {
        let catalogue = Catalogue.sample([.sample("a", en: "Introduction to horticulture"), .sample("b", en: "Nursing")])
        let results = catalogue.search(ProgramQuery(text: "introduction horticu"))
        #expect(results.ids == ["a"])
        #expect(results.correctedText == nil)
    }

    @Test(arguments: [("weldign", "welding"), ("horticlture", "horticulture"), ("hortuculturre basics", "horticulture basics")])
    func `a typing error is mended and said`(typed: String, mended: String) {
        let catalogue = Catalogue.sample([.sample("a", en: "Welding basics"), .sample("b", en: "Horticulture basics")])
        let results = catalogue.search(ProgramQuery(text: typed))
        #expect(results.correctedText == mended)
        #expect(results.total == 1)
    }

    @Test func `a mended French word has its accents`() {
        let catalogue = Catalogue.sample([.sample("a", fr: "Sécurité alimentaire")])
        #expect(catalogue.search(ProgramQuery(text: "secirite", language: .fr)).correctedText == "sécurité")
    }

    @Test func `words that are nowhere find nothing and are not replaced by something else`() {
        let results = Catalogue.sample([.sample("a", en: "Welding")]).search(ProgramQuery(text: "zzyzx"))
        #expect(results.total == 0)
        #expect(results.correctedText == nil)
        #expect(results.facets[.delivery] == [])
    }

    @Test func `stop words alone ask for nothing`() {
        #expect(Catalogue.sample([.sample("a")]).found("the of") == ["a"])
    }

    @Test func `a French question finds an English program through its tags and says so`() {
        let catalogue = Catalogue.sample([
            .sample("english", en: "Joining metal", tags: [.skill("mig-welding")]),
            .sample("french", fr: "Soudage", offerings: [.sample(.online, .fr)]),
        ])
        let results = catalogue.search(ProgramQuery(text: "soudage", language: .fr))
        #expect(results.ids == ["french", "english"])
        #expect(results.hits.map(\.matchedOtherLanguage) == [false, true])
    }

    @Test func `an English word typed on a French page finds English text and says so`() {
        let catalogue = Catalogue.sample([.sample("a", en: "Bookkeeping", fr: "Tenue de livres")])
        #expect(catalogue.search(ProgramQuery(text: "bookkeeping", language: .fr)).hits.map(\.matchedOtherLanguage) == [true])
        #expect(catalogue.search(ProgramQuery(text: "tenue livres", language: .fr)).hits.map(\.matchedOtherLanguage) == [false])
    }

    @Test func `an alias, a wider skill, an occupation's name and an industry above find the program`() {
        let catalogue = Catalogue.sample([
            .sample("a", tags: [.skill("mig-welding"), .occupation(.nurseAide), .industry("6231")]), .sample("b"),
        ])
        for words in ["gas metal arc", "orderlies", "préposés bénéficiaires", "health services", "social assistance"] {
            #expect(catalogue.found(words) == ["a"], "\(words)")
        }
    }

    @Test func `accents and plurals make no difference`() {
        let catalogue = Catalogue.sample([.sample("a", fr: "Techniques de soudure avancées")])
        #expect(catalogue.found("TECHNIQUE AVANCEE", .fr) == ["a"])
    }

    @Test func `a program without dates stays findable, below those one can start`() {
        let catalogue = Catalogue.sample([
            .sample("a-past", en: "Welding", offerings: [.sample(startsIn: -3)]), .sample("b-open", en: "Welding"),
            .sample("c-none", en: "Welding", offerings: []),
        ])
        #expect(catalogue.found("welding") == ["b-open", "a-past", "c-none"])
    }

    @Test func `a program nobody confirmed for nine months comes a little lower`() {
        let catalogue = Catalogue.sample([
            .sample("a", en: "Welding", confirmed: CalendarDate.today.adding(days: -275)),
            .sample("b", en: "Welding", confirmed: CalendarDate.today.adding(days: -274)),
        ])
        #expect(catalogue.found("welding") == ["b", "a"])
    }

    @Test func `equal programs come by title, then id`() {
        let catalogue = Catalogue.sample([
            .sample("3", en: "école"), .sample("2", en: "Zoo"), .sample("1", en: "Ecole"), .sample("0", en: "Arc"),
        ])
        #expect(catalogue.found([:]) == ["0", "1", "3", "2"])
    }

    @Test func `the cheapest offering that passes the filters decides the order by price, unknown prices last`() {
        let catalogue = Catalogue.sample([
            .sample("a", offerings: [.sample(.online, dollars: 500), .sample(.inPerson, dollars: 10)]),
            .sample("b", offerings: [.sample(.online, dollars: 300)]), .sample("c", offerings: [.sample()]),
        ])
        #expect(catalogue.search(ProgramQuery(sort: .price)).ids == ["a", "b", "c"])
        #expect(catalogue.search(ProgramQuery(filters: [.delivery: ["online"]], sort: .price)).ids == ["b", "a", "c"])
    }

    @Test func `by start date, open all year is today and programs without dates come last`() {
        let catalogue = Catalogue.sample([
            .sample("late", offerings: [.sample(startsIn: 40)]), .sample("none", offerings: []),
            .sample("soon", offerings: [.sample(startsIn: -5), .sample(startsIn: 5)]), .sample("open"),
        ])
        #expect(catalogue.search(ProgramQuery(sort: .startDate)).ids == ["open", "soon", "late", "none"])
    }

    @Test func `by duration, the shortest first and unknown lengths last`() {
        let catalogue = Catalogue.sample([.sample("a", hours: 40), .sample("b"), .sample("c", hours: 6)])
        #expect(catalogue.search(ProgramQuery(sort: .duration)).ids == ["c", "a", "b"])
    }
}
