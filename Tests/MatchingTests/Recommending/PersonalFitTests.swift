import Domain
import Matching
import Testing

/// What a person wants, has and cannot do without changes what they are recommended.
struct PersonalFitTests {
    private let aide = Situation(text: "", language: .en, occupations: [.init(code: .nurseAide, confidence: 0.8, aim: .job)])

    private func situation(_ change: (inout Situation) -> Void) -> Situation {
        var situation = aide
        change(&situation)
        return situation
    }

    private func ids(_ programs: [Program], _ situation: Situation) -> [String] {
        Catalogue.sample(programs).recommendations(for: situation, limit: 10).map(\.program.id.rawValue)
    }

    @Test func `a wanted skill lifts the program that teaches it, and the reason says so`() {
        let programs: [Program] = [
            .sample("plain", institution: "north", en: "Lifting", tags: [.occupation(.nurseAide)]),
            .sample("wanted", institution: "south", en: "Reading", tags: [.occupation(.nurseAide), .skill("programming")]),
        ]
        let wanting = situation { $0.wantedSkills = ["programming"] }
        #expect(ids(programs, wanting).first == "wanted")
        let reasons = Catalogue.sample(programs).recommendations(for: wanting)[0].reasons
        #expect(reasons.contains { $0.kind == .teachesWantedSkills(["programming"]) && $0.value == 1 })
    }

    @Test func `a wanted skill alone is enough to be recommended`() {
        let programs: [Program] =
            (0..<9).map { .sample("x\($0)", institution: "south", en: "Course \($0)", tags: [.occupation(.chef)]) }
            + [.sample("wanted", institution: "north", en: "Metal", tags: [.skill("mig-welding")])]
        var nobody = Situation(text: "", language: .en, occupations: [])
        nobody.wantedSkills = ["mig-welding"]
        #expect(ids(programs, nobody).first == "wanted")
    }

    @Test func `a skill one has already is no reason, and a program of nothing else comes last`() {
        let programs: [Program] = [
            .sample("known", institution: "north", en: "Lifting", tags: [.occupation(.nurseAide), .skill("dementia-care")]),
            .sample("new", institution: "south", en: "Bathing", tags: [.occupation(.nurseAide), .skill("infection")]),
            .sample(
                "both", institution: "east", en: "Feeding", tags: [.occupation(.nurseAide), .skill("infection"), .skill("dementia-care")]),
        ]
        let holding = situation { $0.heldSkills = ["dementia-care"] }
        #expect(ids(programs, holding).last == "known")
        let taught = Catalogue.sample(programs).recommendations(for: holding).flatMap(\.reasons).flatMap { reason -> [Skill.ID] in
            if case .teachesSkills(let skills) = reason.kind { skills } else { [] }
        }
        #expect(!taught.contains("dementia-care"))
    }

    @Test func `a skill both held and wanted is wanted`() {
        let program = Program.sample("a", tags: [.occupation(.nurseAide), .skill("infection")])
        let both = situation {
            $0.heldSkills = ["infection"]
            $0.wantedSkills = ["infection"]
        }
        #expect(
            Catalogue.sample([program]).recommendations(for: both)[0].reasons.contains { $0.kind == .teachesWantedSkills(["infection"]) })
    }

    @Test func `limits set programs aside, say how many, and let them back`() {
        let programs: [Program] = [
            .sample("cheap", institution: "north", en: "Lifting", tags: [.occupation(.nurseAide)], offerings: [.sample(dollars: 100)]),
            .sample("dear", institution: "south", en: "Bathing", tags: [.occupation(.nurseAide)], offerings: [.sample(dollars: 900)]),
            .sample(
                "dear and away", institution: "east", en: "Feeding", tags: [.occupation(.nurseAide)],
                offerings: [.sample(.inPerson, dollars: 900)]),
            .sample("unpriced", institution: "west", en: "Charting", tags: [.occupation(.nurseAide)], offerings: [.sample()]),
        ]
        var limited = situation { $0.constraints = Constraints(budget: Money(dollars: 250), deliveries: [.online]) }
        let list = Catalogue.sample(programs).recommend(for: limited)
        #expect(Set(list.recommendations.map(\.program.id)) == ["cheap", "unpriced"])
        #expect(list.setAside.total == 2)
        #expect(list.setAside.byKind == [.budget: 1])
        #expect(list.setAside.beyondSeveral == 1)
        limited.constraints.relaxed = [.budget]
        let relaxed = Catalogue.sample(programs).recommend(for: limited)
        #expect(Set(relaxed.recommendations.map(\.program.id)) == ["cheap", "unpriced", "dear"])
        #expect(relaxed.setAside.byKind == [.delivery: 1])
    }

    @Test func `one offering must meet all limits, not one each`() {
        let split = Program.sample(
            "split", tags: [.occupation(.nurseAide)], offerings: [.sample(.online, dollars: 900), .sample(.inPerson, dollars: 100)])
        let limits = Constraints(budget: Money(dollars: 250), deliveries: [.online])
        #expect(!limits.allow(split, on: .today, SampleLabourMarket.information))
        #expect(limits.allow(split, without: .budget, on: .today, SampleLabourMarket.information))
    }

    @Test func `what is not known of a program does not set it aside`() {
        let limits = Constraints(
            education: [.secondary], budget: .free, deliveries: [.hybrid],
            near: .init(centre: Coordinate(latitude: 43.6, longitude: -79.4), kilometres: 10))
        let undated = Program.sample("undated", offerings: [.sample(startsIn: -3, .online, dollars: 900)])
        #expect(limits.allow(undated, on: .today, SampleLabourMarket.information))
        let vague = Program.sample("vague", offerings: [.sample(.hybrid)])
        #expect(limits.allow(vague, on: .today, SampleLabourMarket.information))
    }

    @Test func `far away is set aside, online is not`() {
        let toronto = Constraints(near: .init(centre: Coordinate(latitude: 43.64, longitude: -79.40), kilometres: 50))
        let market = SampleLabourMarket.information
        #expect(toronto.allow(.sample("near", offerings: [.sample(.inPerson, postalCode: "M9W 2B2")]), on: .today, market))
        #expect(!toronto.allow(.sample("far", offerings: [.sample(.inPerson, postalCode: "P3E 2C6")]), on: .today, market))
        #expect(toronto.allow(.sample("online", offerings: [.sample(.online, postalCode: "P3E 2C6")]), on: .today, market))
    }

    @Test func `hours and start order programs but turn none away`() {
        var slow = Program.sample("slow", institution: "north", en: "Bathing", tags: [.occupation(.nurseAide)], hours: 60)
        slow.weeks = 3
        var light = Program.sample("light", institution: "south", en: "Lifting", tags: [.occupation(.nurseAide)], hours: 60)
        light.weeks = 12
        let busy = situation { $0.hoursPerWeek = 6 }
        #expect(ids([slow, light], busy) == ["light", "slow"])
        #expect(Catalogue.sample([light]).recommendations(for: busy)[0].reasons.contains { $0.kind == .fitsHours && $0.value == 5 })
        let late = Program.sample(
            "late", institution: "north", en: "Bathing", tags: [.occupation(.nurseAide)], offerings: [.sample(startsIn: 120)])
        let soon = Program.sample(
            "soon", institution: "south", en: "Lifting", tags: [.occupation(.nurseAide)], offerings: [.sample(startsIn: 80)])
        #expect(ids([late, soon], situation { $0.startWithinDays = 90 }) == ["soon", "late"])
    }

    @Test func `limits look past the first programs when those are all set aside`() {
        let far = (0..<300).map {
            Program.sample(
                "f\($0)", institution: "north", en: "Far \($0)", tags: [.occupation(.nurseAide)], offerings: [.sample(dollars: 900)])
        }
        let near = (0..<5).map {
            Program.sample(
                "n\($0)", institution: "south", en: "Near \($0)", tags: [.occupation(.pharmacyAssistant)], offerings: [.sample(dollars: 1)])
        }
        let list = Catalogue.sample(far + near).recommend(for: situation { $0.constraints = Constraints(budget: Money(dollars: 10)) })
        #expect(list.recommendations.count == 5)
        #expect(
            list.setAside
                == {
                    var all = SetAside(); all.total = 300; all.byKind = [.budget: 300]; return all
                }())
    }

    @Test(arguments: 1...25)
    func `of two programs otherwise alike, wanting what one of them teaches never puts it behind`(seed: UInt64) {
        var random = RandomCatalogue(seed: 9_100 + seed)
        var first = random.program("twin-a")
        first.state = .published
        first.title = LocalizedText(en: "Copper apples")
        let taught: Skill.ID = random.pick(["dementia-care", "mig-welding", "programming"])
        first.tags.removeAll { $0.target == .skill(taught) }
        var second = Program(
            id: "twin-b", institution: "elsewhere", reference: "b", state: .published, title: LocalizedText(en: "Silver pears"),
            summary: first.summary, description: first.description, outcomes: first.outcomes, department: first.department,
            hours: first.hours, weeks: first.weeks, priorEducation: first.priorEducation, funding: first.funding,
            isWorkIntegrated: first.isWorkIntegrated, isHandsOn: first.isHandsOn, supports: first.supports,
            endorsements: first.endorsements, sequence: first.sequence, url: first.url, offerings: first.offerings, tags: first.tags,
            lastConfirmed: first.lastConfirmed)
        second.tags.append(Tag(.skill(taught)))
        let catalogue = Catalogue.sample(random.programs(30) + [first, second])
        for _ in 0..<8 {
            var situation = random.situation()
            situation.text = ""
            situation.wantedSkills = random.chance(50) ? [random.pick(["dementia-care", "mig-welding", "programming", "unknown"])] : []
            situation.heldSkills = random.chance(30) ? [random.pick(["dementia-care", "infection", "programming"])] : []
            var wanting = situation
            wanting.wantedSkills.append(taught)
            func scores(_ situation: Situation) -> (plain: Double?, teaching: Double?) {
                let all = catalogue.recommendations(for: situation, limit: 40)
                func score(_ id: Program.ID) -> Double? { all.first { $0.program.id == id }?.score }
                return (score("twin-a"), score("twin-b"))
            }
            let (before, after) = (scores(situation), scores(wanting))
            let lead = (before.teaching ?? 0) - (before.plain ?? 0)
            #expect((after.teaching ?? 0) - (after.plain ?? 0) >= lead - 1e-9)
            #expect((after.teaching ?? 0) >= (after.plain ?? 0))
        }
    }

    @Test func `the same person is always told the same`() {
        var random = RandomCatalogue(seed: 41)
        let catalogue = Catalogue.sample(random.programs(60))
        let full = situation {
            $0.wantedSkills = ["programming", "mig-welding"]
            $0.heldSkills = ["dementia-care"]
            $0.constraints = Constraints(education: [.secondary], budget: Money(dollars: 600))
            $0.hoursPerWeek = 6
            $0.startWithinDays = 90
        }
        let first = catalogue.recommend(for: full, limit: 20)
        for _ in 0..<5 {
            let again = catalogue.recommend(for: full, limit: 20)
            #expect(again.recommendations.map(\.program.id) == first.recommendations.map(\.program.id))
            #expect(again.recommendations.map(\.reasons) == first.recommendations.map(\.reasons))
            #expect(again.setAside == first.setAside)
        }
    }

    @Test func `answers of the quiz explain themselves`() {
        let program = Program.sample("a", tags: [.occupation(.nurseAide)])
        var mover = Situation(text: "", language: .en, occupations: [.init(code: .nurseAide, confidence: 1, aim: .direction(.moveUp))])
        #expect(Catalogue.sample([program]).recommendations(for: mover)[0].reasons.first?.aim == .direction(.moveUp))
        mover.occupations = [.init(code: .nurseAide, confidence: 1)]
        #expect(Catalogue.sample([program]).recommendations(for: mover)[0].reasons.first?.aim == nil)
    }
}
