import Domain
import Matching
import Testing

/// What is recommended to whom, and why.
struct RecommendationTests {
    private let aide = Situation(text: "personal support worker", language: .en, occupations: [.init(code: .nurseAide, confidence: 0.8)])

    private func ids(_ programs: [Program], _ situation: Situation? = nil, limit: Int = 10) -> [String] {
        Catalogue.sample(programs).recommendations(for: situation ?? aide, limit: limit).map(\.program.id.rawValue)
    }

    @Test func `a program for the job comes before one for a neighbouring job, that before a stranger`() {
        let programs: [Program] = [
            .sample("stranger", institution: "north", tags: [.occupation(.chef)]),
            .sample("neighbour", institution: "south", tags: [.occupation(.pharmacyAssistant)]),
            .sample("job", institution: "east", tags: [.occupation(.nurseAide)]),
        ]
        #expect(ids(programs) == ["job", "neighbour", "stranger"])
    }

    @Test func `skills other programs for the job teach make a program related`() {
        let programs: [Program] = [
            .sample("one", institution: "north", tags: [.occupation(.nurseAide), .skill("dementia-care")]),
            .sample("two", institution: "south", tags: [.occupation(.nurseAide), .skill("dementia-care")]),
            .sample("skill", institution: "east", tags: [.skill("dementia-care")]),
            .sample("noise", institution: "west", tags: [.occupation(.developer), .technology("python")]),
            .sample("more noise", institution: "west", tags: [.occupation(.chef)]),
        ]
        #expect(ids(programs) == ["one", "two", "skill"])
        let reasons = Catalogue.sample(programs).recommendations(for: aide, limit: 10)[2].reasons
        #expect(reasons.first?.kind == .teachesSkills(["dementia-care"]))
        #expect(reasons.first?.value == 1)
    }

    @Test func `a program does not vouch for its own skills`() {
        let only = Program.sample("only", tags: [.occupation(.nurseAide), .skill("knife-skills")])
        let reasons = Catalogue.sample([only]).recommendations(for: aide, limit: 10)[0].reasons
        #expect(reasons.first?.kind == .preparesForOccupation(.nurseAide))
        #expect(reasons.allSatisfy { $0.kind.name != "teaches-skills" })
    }

    @Test func `reasons come strongest first and carry their numbers`() {
        let program = Program.sample(
            "a", en: "Personal support worker refresher", tags: [.occupation(.nurseAide), .industry("6231")],
            offerings: [.sample(startsIn: 12, dollars: 0)])
        let reasons = Catalogue.sample([program]).recommendations(for: aide, limit: 1)[0].reasons
        #expect(reasons.map(\.weight) == reasons.map(\.weight).sorted(by: >))
        #expect(reasons.first { $0.kind == .preparesForOccupation(.nurseAide) }?.value == 0.8)
        #expect(reasons.first { $0.kind == .startsSoon }?.value == 12)
        #expect(reasons.first { $0.kind == .free }?.value == 0)
        #expect(reasons.first { $0.kind == .matchesWords }?.value == 1)
        #expect(reasons.first { $0.kind == .outlook(.nurseAide, .strongShortage) }?.value == 2)
        #expect(reasons.contains { $0.kind == .servesIndustry("6231") })
    }

    @Test func `a person's word is not taken for a typing error of another`() {
        let layers = Program.sample("a", en: "Network layers", tags: [.occupation(.developer)])
        let lawyer = Situation(text: "lawyer", language: .en, occupations: [])
        let reasons = Catalogue.sample([layers]).recommendations(for: lawyer, limit: 1)[0].reasons
        #expect(reasons.allSatisfy { $0.kind != .matchesWords })
    }

    @Test func `of programs alike the one with dates, and among those the free one, comes first`() {
        let programs: [Program] = [
            .sample("undated", institution: "north", en: "Lifting", tags: [.occupation(.nurseAide)], offerings: []),
            .sample(
                "paid", institution: "south", en: "Bathing", tags: [.occupation(.nurseAide)],
                offerings: [.sample(startsIn: 80, dollars: 300)]),
            .sample(
                "free", institution: "east", en: "Feeding", tags: [.occupation(.nurseAide)], offerings: [.sample(startsIn: 80, dollars: 0)]),
        ]
        #expect(ids(programs) == ["free", "paid", "undated"])
    }

    @Test func `no institution has more than two of the first ten when others have something related`() {
        let topics = ["Lifting", "Bathing", "Feeding", "Charting", "Mobility", "Comfort", "Hygiene", "Listening"]
        let programs =
            topics.enumerated().map { index, topic in
                Program.sample("n\(index)", institution: "north", en: topic, tags: [.occupation(.nurseAide)])
            } + (0..<3).map { .sample("s\($0)", institution: "south", en: "Pharmacy \($0)", tags: [.occupation(.pharmacyAssistant)]) }
        let found = Catalogue.sample(programs).recommendations(for: aide, limit: 4).map(\.program.institution)
        #expect(found.count { $0 == "north" } == 2)
        #expect(Catalogue.sample(Array(programs.prefix(8))).recommendations(for: aide, limit: 10).count == 8)
    }

    @Test func `a second course of the same title comes after another course`() {
        let programs: [Program] = [
            .sample("a", institution: "north", en: "Dementia care basics", tags: [.occupation(.nurseAide)]),
            .sample("b", institution: "south", en: "Basics of dementia care", tags: [.occupation(.nurseAide)]),
            .sample("c", institution: "east", en: "Safe lifting", tags: [.occupation(.nurseAide)]),
        ]
        #expect(ids(programs) == ["b", "c", "a"])
    }

    @Test func `noise is left out, but three programs are always shown`() {
        let noise = (0..<9).map { Program.sample("x\($0)", institution: "south", en: "Course \($0)", tags: [.occupation(.developer)]) }
        let related = (0..<4).map { Program.sample("j\($0)", institution: "north", en: "Topic \($0)", tags: [.occupation(.nurseAide)]) }
        #expect(Set(ids(noise + related)) == ["j0", "j1", "j2", "j3"])
        #expect(ids(noise + related.prefix(1)).count == 3)
        #expect(ids(noise, Situation(text: "", language: .en, occupations: [])).count == 3)
        #expect(ids([noise[0]]).count == 1)
    }

    @Test(arguments: 1...12)
    func `scores lie between 0 and 1, nothing comes twice, and every program has a reason`(seed: UInt64) {
        var random = RandomCatalogue(seed: 7000 + seed)
        let catalogue = Catalogue.sample(random.programs(1 + random.number(80)))
        for _ in 0..<10 {
            let limit = 1 + random.number(15)
            let found = catalogue.recommendations(for: random.situation(), limit: limit)
            #expect(found.count >= min(3, limit, catalogue.programCount))
            #expect(found.count <= limit)
            #expect(Set(found.map(\.program.id)).count == found.count)
            #expect(found.allSatisfy { (0...1).contains($0.score) && !$0.reasons.isEmpty && $0.program.state == .published })
            #expect(found.prefix(10).map(\.score) == found.prefix(10).map(\.score).sorted(by: >))
        }
    }
}
