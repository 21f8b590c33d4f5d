import Domain
import Matching
import Portal
import Testing

private typealias Tag = Domain.Tag

/// The rule of docs/lists.md, one sentence at a time.
@Suite struct MakeListTests {
    private static let today = CalendarDate("2026-11-23")!
    private static let aide = OccupationCode("33102")!
    private static let clerk = OccupationCode("14100")!
    private static let unknown = OccupationCode("75101")!

    private static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, parent) in [("62", nil), ("622", "62"), ("23", nil)] as [(String, String?)] {
            let code = Industry.Code(code)
            information.industries[code] = Industry(
                code: code, title: LocalizedText(en: "Industry"), parent: parent.map { Industry.Code($0) })
        }
        for code in [aide, clerk, unknown] {
            information.occupations[code] = Occupation(code: code, title: LocalizedText(en: "Occupation \(code)"))
        }
        information.industriesByOccupation = [aide: ["622"]]
        for (code, value) in [(aide, Outlook.Value.strongShortage), (clerk, .strongSurplus)] {
            information.outlooks[code] = Outlook(occupation: code, value: value, horizon: 2024...2033, region: nil, figures: nil)
        }
        return information
    }()

    private static func list(
        inferred: Bool = true, outlook: Outlook.Value = .balance, completeness: Double = 0, pinned: [Program.ID] = [],
        excluded: Set<Program.ID> = []
    ) -> CuratedList {
        let text = LocalizedText(en: "Care", fr: "Soins")
        return CuratedList(
            id: "care", slug: text, title: text, forLearners: text, forEmployers: text,
            rule: .init(
                industries: ["62"], acceptsInferred: inferred, minimumOutlook: outlook, minimumCompleteness: completeness),
            pinned: pinned, excluded: excluded, revised: today)
    }

    private static func program(_ id: Program.ID, _ institution: Institution.ID = "cedar", tags: [TagTarget], startsIn days: Int = 5)
        -> Program
    {
        Program(
            id: id, institution: institution, reference: id.rawValue, title: LocalizedText(en: "Title \(id)"), url: "https://cedar.example",
            offerings: [Offering(schedule: .dates(start: today.adding(days: days), end: nil), delivery: .online, language: .en)],
            tags: tags.map { Tag($0) })
    }

    private func made(_ list: CuratedList, _ programs: [Program]) -> ProgramList {
        MakeList(
            list,
            catalogue: Catalogue(programs: programs, institutions: [.cedar], labourMarket: Self.information, today: Self.today))()
    }

    private func ids(_ list: ProgramList) -> [String] { list.entries.map(\.program.rawValue) }

    @Test func `an industry that is stated counts, at its level or below; another does not`() {
        let programs = [
            Self.program("sector", tags: [.industry("62")]), Self.program("group", tags: [.industry("622")]),
            Self.program("other", tags: [.industry("23")]), Self.program("none", tags: []),
        ]
        #expect(Set(ids(made(Self.list(), programs))) == ["sector", "group"])
    }

    @Test func `an industry that follows from a job counts as inferred, after those stated`() {
        let programs = [Self.program("by-job", tags: [.occupation(Self.aide)]), Self.program("stated", tags: [.industry("62")])]
        let list = made(Self.list(), programs)
        #expect(list.entries.map(\.origin) == [.stated, .inferred])
        #expect(ids(list) == ["stated", "by-job"])
        let strict = made(Self.list(inferred: false), programs)
        #expect(ids(strict) == ["stated"])
        #expect(strict.leftOut.inferred == 1)
    }

    @Test func `an industry that was rejected is not inferred`() {
        var program = Self.program("rejected", tags: [.occupation(Self.aide), .industry("622"), .industry("62")])
        program.tags[1].state = .rejected
        program.tags[2].state = .rejected
        #expect(made(Self.list(), [program]).total == 0)
    }

    @Test func `a poor outlook leaves a program out, an unknown one does not`() {
        let list = made(
            Self.list(),
            [
                Self.program("surplus", tags: [.industry("62"), .occupation(Self.clerk)]),
                Self.program("both", tags: [.industry("62"), .occupation(Self.clerk), .occupation(Self.aide)]),
                Self.program("unknown", tags: [.industry("62"), .occupation(Self.unknown)]),
            ])
        #expect(ids(list) == ["both", "unknown"])
        #expect(list.leftOut.outlook == 1)
        #expect(list.entries.map(\.outlook) == [.strongShortage, nil])
    }

    @Test func `a program that tells too little is left out`() {
        let list = made(Self.list(completeness: 0.5), [Self.program("thin", tags: [.industry("62")])])
        #expect(list.total == 0)
        #expect(list.leftOut.completeness == 1)
    }

    @Test func `what the editor pins comes first, whatever the rule; what is excluded never comes`() {
        let programs = [
            Self.program("rule", tags: [.industry("62")]), Self.program("b", tags: []), Self.program("a", tags: [.industry("62")]),
            Self.program("never", tags: [.industry("62")]),
        ]
        let list = made(Self.list(pinned: ["b", "a", "gone", "never"], excluded: ["never"]), programs)
        #expect(ids(list) == ["b", "a", "rule"])
        #expect(list.entries.map(\.origin) == [.pinned, .pinned, .stated])
        #expect(list.leftOut.excluded == 1)
    }

    @Test func `institutions take turns among programs alike`() {
        let many = (1...3).map { Self.program(Program.ID("cedar-\($0)"), tags: [.industry("62")], startsIn: $0) }
        let one = Self.program("elm-1", "elm", tags: [.industry("62")], startsIn: 9)
        #expect(ids(made(Self.list(), many + [one])) == ["cedar-1", "elm-1", "cedar-2", "cedar-3"])
    }

    @Test func `the same programs in any order give the same list, and the search finds them all`() {
        var generator = SeededGenerator(seed: 7)
        let programs = (1...150).map { number in
            var tags: [TagTarget] = []
            if Bool.random(using: &generator) { tags.append(.industry(Bool.random(using: &generator) ? "62" : "622")) }
            if let code = [Self.aide, Self.clerk, Self.unknown].randomElement(using: &generator) { tags.append(.occupation(code)) }
            return Self.program(
                Program.ID("p\(number)"), ["cedar", "elm", "oak"].randomElement(using: &generator)!, tags: tags,
                startsIn: Int.random(in: 0...40, using: &generator))
        }
        let list = made(Self.list(), programs)
        #expect(ids(list) == ids(made(Self.list(), programs.shuffled(using: &generator))))
        let catalogue = Catalogue(programs: programs, institutions: [.cedar], labourMarket: Self.information, today: Self.today)
        let found = catalogue.search(ProgramQuery(filters: [.industry: ["62"]], limit: 0)).total
        #expect(list.total + list.leftOut.total == found)
        #expect(list.entries.count == min(ProgramList.most, list.total))
        let jobs = Dictionary(uniqueKeysWithValues: list.jobs.map { ($0.occupation, $0.programs) })
        #expect(jobs[Self.aide, default: 0] + jobs[Self.unknown, default: 0] + jobs[Self.clerk, default: 0] == list.total)
    }
}
