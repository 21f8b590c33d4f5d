import Domain
import Matching
import Testing

/// The rules of a plan, one at a time, over a few programs for chefs taken by welders.
struct PlanTests {
    /// A program for chefs that teaches skills in one way of taking it.
    private func program(
        _ id: String, _ skills: [Skill.ID], institution: Institution.ID = "north", weeks: Double? = 1, hours: Double? = 10,
        funding: Set<Funding> = [], step: Int? = nil, _ offerings: Offering...
    ) -> Program {
        var program = Program.sample(
            id, institution: institution, tags: [.occupation(.chef)] + skills.map { .skill($0) }, offerings: offerings, hours: hours)
        program.weeks = weeks
        program.funding = funding
        program.sequence = step.map { SequenceStep(reference: "S", title: LocalizedText(en: "Series"), position: $0) }
        return program
    }

    private func answer(_ programs: [Program], _ change: (inout PlanRequest) -> Void = { _ in }) -> PlanAnswer {
        var request = PlanRequest(from: .welder, to: .chef)
        change(&request)
        return Catalogue.sample(programs).plans(for: request)
    }

    private func plan(_ answer: PlanAnswer, _ objective: PlanObjective) -> TrainingPlan? {
        answer.plans.first { $0.objectives.contains(objective) }
    }

    private func ids(_ plan: TrainingPlan?) -> [String] { plan?.steps.map(\.program.id.rawValue) ?? [] }

    private func reason(_ code: String, _ answer: PlanAnswer) -> LeftOut.Reason? {
        answer.uncovered.first { $0.need.target.code == code }?.reason
    }

    private let day = CalendarDate.today

    @Test func `the cheapest, the fastest and the fewest differ when the programs do`() {
        let answer = answer([
            program("knife", ["knife-skills"], .sample(startsIn: 60, dollars: 100)),
            program("menu", ["menu-planning"], .sample(startsIn: 70, dollars: 100)),
            program("knife soon", ["knife-skills"], .sample(startsIn: 3, dollars: 300)),
            program("menu soon", ["menu-planning"], .sample(startsIn: 3, dollars: 300)),
            program("both", ["knife-skills", "menu-planning"], .sample(startsIn: 90, dollars: 900)),
        ])
        #expect(ids(plan(answer, .cheapest)) == ["knife", "menu"])
        #expect(ids(plan(answer, .fastest)) == ["knife soon", "menu soon"])
        #expect(ids(plan(answer, .fewest)) == ["both"])
        #expect(answer.plans.count == 3)
        #expect(answer.plans.allSatisfy { $0.isProvedBest })
        #expect(plan(answer, .cheapest)?.price == Money(dollars: 200))
        #expect(plan(answer, .cheapest)?.hours == 20)
        #expect(plan(answer, .fastest)?.last == day.adding(days: 9))
    }

    @Test func `one plan that is best at everything is shown once and says so`() {
        let answer = answer([program("both", ["knife-skills", "menu-planning"], .sample(dollars: 10))])
        #expect(answer.plans.map(\.objectives) == [[.cheapest, .fastest, .fewest]])
        #expect(answer.plans.first?.first == day)
    }

    @Test func `what no program teaches is said, and is unmet need`() {
        let answer = answer([program("knife", ["knife-skills"], .sample(dollars: 10))])
        #expect(answer.unmet.map(\.target.code).contains("oasis:caring"))
        #expect(reason("oasis:caring", answer) == .notOffered)
        #expect(answer.plans.first?.covered.map(\.target) == [.skill("knife-skills")])
    }

    @Test func `a tag that nobody approved covers nothing`() {
        var suggested = program("menu", [], .sample(dollars: 10))
        suggested.tags += [Tag(.skill("menu-planning"), state: .suggested), Tag(.skill("knife-skills"), state: .inferred)]
        let answer = answer([suggested, program("one", ["menu-planning"], .sample(startsIn: -9))])
        #expect(answer.plans.isEmpty)
        #expect(reason("menu-planning", answer) == .limits([.dates]))
    }

    @Test func `a broad skill is not learnt in quite another field`() {
        func course(_ id: String, _ job: OccupationCode) -> Program {
            .sample(id, tags: [.occupation(job), .skill("oasis:caring")], offerings: [.sample(dollars: 10)], hours: 10)
        }
        let other = answer([course("nursing", .nurseAide)])
        #expect(other.plans.isEmpty)
        #expect(reason("oasis:caring", other) == .otherField)
        #expect(ids(answer([course("kitchen", .chef)]).plans.first) == ["kitchen"])
    }

    @Test func `within a budget the weightiest is covered, and the rest is left to the budget`() {
        let programs = [
            program("knife", ["knife-skills"], .sample(dollars: 100)), program("knife too", ["knife-skills"], .sample(dollars: 120)),
            program("menu", ["menu-planning"], .sample(dollars: 100)),
        ]
        let answer = answer(programs) { $0.budget = Money(dollars: 150) }
        #expect(ids(answer.plans.first) == ["knife"])
        #expect(reason("menu-planning", answer) == .limits([.budget]))
        #expect(ids(self.answer(programs) { $0.budget = Money(dollars: 200) }.plans.first).count == 2)
    }

    @Test func `a program without a price is not taken into a budget, and otherwise after priced ones`() {
        let programs = [
            program("unpriced", ["knife-skills"], .sample()), program("priced", ["knife-skills"], .sample(startsIn: 40, dollars: 500)),
        ]
        #expect(ids(plan(answer(programs), .cheapest)) == ["priced"])
        #expect(ids(plan(answer(programs), .fastest)) == ["unpriced"])
        #expect(plan(answer(programs), .fastest)?.unpricedSteps == 1)
        let limited = answer([programs[0]]) { $0.budget = Money(dollars: 5_000) }
        #expect(limited.plans.isEmpty)
        #expect(reason("knife-skills", limited) == .limits([.budget]))
    }

    @Test func `nothing begins before the first day or ends after the last`() {
        let programs = [
            program("early", ["knife-skills"], .sample(startsIn: 5, dollars: 1)),
            program("late", ["menu-planning"], .sample(startsIn: 60, dollars: 1)),
        ]
        let answer = answer(programs) { request in
            request.start = day.adding(days: 10)
            request.by = day.adding(days: 30)
        }
        #expect(answer.plans.isEmpty)
        #expect(reason("knife-skills", answer) == .limits([.dates]))
        #expect(reason("menu-planning", answer) == .limits([.dates]))
    }

    @Test func `what is open all year begins on the first day, and takes as long as the hours a week allow`() {
        let long = program("long", ["knife-skills"], weeks: 2, hours: 40, .sample(dollars: 1))
        #expect(answer([long]).plans.first?.last == day.adding(days: 13))
        let slow = answer([long]) { $0.hoursPerWeek = 5 }.plans.first
        #expect(slow?.last == day.adding(days: 55))
        #expect(slow?.steps.first?.hoursPerWeek == 5)
        #expect(answer([long]) { $0.start = day.adding(days: 20) }.plans.first?.first == day.adding(days: 20))
    }

    @Test func `a course with fixed dates that asks for more hours a week than there are is left out`() {
        let full = program("full", ["knife-skills"], hours: 35, .sample(startsIn: 3, dollars: 1))
        let answer = answer([full]) { $0.hoursPerWeek = 10 }
        #expect(answer.plans.isEmpty)
        #expect(reason("knife-skills", answer) == .limits([.hours]))
    }

    @Test func `two programs that fill the week are taken one after the other`() {
        let programs = [
            program("a", ["knife-skills"], hours: 30, .sample(dollars: 1)), program("b", ["menu-planning"], hours: 30, .sample(dollars: 1)),
        ]
        let steps = answer(programs).plans.first?.steps ?? []
        #expect(steps.map(\.start) == [day, day.adding(days: 7)])
    }

    @Test func `two programs that OSAP pays for never overlap`() {
        let programs = [
            program("a", ["knife-skills"], funding: [.osap], .sample(startsIn: 10, dollars: 50)),
            program("b", ["menu-planning"], funding: [.osap], .sample(startsIn: 12, dollars: 50)),
        ]
        let answer = answer(programs)
        #expect(answer.plans.first?.steps.count == 1)
        #expect(answer.uncovered.contains { $0.reason == .limits([.overlap]) })
        #expect(self.answer(programs) { $0.usesOSAP = false }.plans.first?.steps.count == 2)
        // One of them can begin any day: it waits.
        let movable = [programs[0], program("b", ["menu-planning"], funding: [.osap], .sample(dollars: 50))]
        let steps = self.answer(movable).plans.first?.steps ?? []
        #expect(steps.map(\.program.id) == ["b", "a"])
        #expect(steps[0].end < steps[1].start)
    }

    @Test func `a program that costs nothing needs no OSAP`() {
        let programs = [
            program("a", ["knife-skills"], funding: [.osap], .sample(startsIn: 10, dollars: 0)),
            program("b", ["menu-planning"], funding: [.osap], .sample(startsIn: 10, dollars: 50)),
        ]
        #expect(answer(programs).plans.first?.steps.map(\.usesOSAP).filter(\.self).count == 1)
        #expect(answer(programs).plans.first?.steps.count == 2)
    }

    @Test func `the second step of a series brings the first one with it, before it`() {
        let programs = [
            program("one", [], step: 1, .sample(dollars: 40)), program("two", ["knife-skills"], step: 2, .sample(dollars: 40)),
            program("south", ["knife-skills"], institution: "south", .sample(startsIn: 50, dollars: 500)),
        ]
        let cheapest = plan(answer(programs), .cheapest)
        #expect(ids(cheapest) == ["one", "two"])
        #expect(cheapest?.steps.first?.covers == [])
        #expect(cheapest.map { $0.steps[0].end < $0.steps[1].start } == true)
        #expect(ids(plan(answer(programs), .fewest)) == ["south"])
    }

    @Test func `a later step whose first step has no dates is not taken`() {
        let programs = [program("one", [], step: 1), program("two", ["knife-skills"], step: 2, .sample(dollars: 40))]
        #expect(answer(programs).plans.isEmpty)
    }

    @Test func `place, way of teaching and language are kept`() {
        let programs = [
            program("far", ["knife-skills"], .sample(.inPerson, dollars: 1, postalCode: "K1A 0B1")),
            program("french", ["menu-planning"], .sample(.online, .fr, dollars: 1)),
        ]
        let toronto = answer(programs) { $0.region = "3530" }
        #expect(ids(toronto.plans.first) == ["french"])
        #expect(reason("knife-skills", toronto) == .notInRegion)
        #expect(toronto.unmet.map(\.target).contains(.skill("knife-skills")))
        #expect(ids(answer(programs) { $0.region = "3510" }.plans.first).count == 2)
        #expect(reason("menu-planning", answer(programs) { $0.language = .en }) == .notAsAsked)
        #expect(reason("knife-skills", answer(programs) { $0.deliveries = [.online] }) == .notAsAsked)
    }

    @Test func `what one has, by job or by one's own word, is not asked for again`() {
        let programs = [
            program("knife", ["knife-skills"], .sample(dollars: 1)), program("menu", ["menu-planning"], .sample(dollars: 1)),
        ]
        #expect(ids(answer(programs) { $0.held = [.skill("knife-skills")] }.plans.first) == ["menu"])
        let chef = answer(programs) { $0.from = .chef }
        #expect(chef.gap.needs.isEmpty && chef.plans.isEmpty && chef.uncovered.isEmpty)
        let skillsOnly = answer(programs) { request in
            request.from = nil
            request.held = [.skill("menu-planning")]
        }
        #expect(ids(skillsOnly.plans.first) == ["knife"])
    }

    @Test func `tools that O*NET names are needed unless the old job uses them too`() {
        let gap = Catalogue.sample([]).gap(from: .welder, to: .developer)
        #expect(gap.needs.map(\.target.code).contains("python"))
        #expect(Catalogue.sample([]).gap(from: .developer, to: .developer).needs.isEmpty)
        #expect(Catalogue.sample([]).gap(from: .welder, to: .chef).needs.allSatisfy { $0.target != .technology("excel") })
        let level = gap.needs.first { $0.target.code == "oasis:digital" }
        #expect(level?.grounds == .level(has: 1, asks: 5))
        #expect(level?.points == 60)
    }

    @Test func `among very many programs the one that suits is found, and the cheapest of those`() {
        let others = (0..<200).map { number in
            program("p\(number)", ["knife-skills"], .sample(startsIn: 5, .inPerson, dollars: 1, postalCode: "K1A 0B1"))
        }
        let near = [
            program("dear", ["knife-skills"], .sample(startsIn: 9, .inPerson, dollars: 90, postalCode: "M5V 1A1")),
            program("cheap", ["knife-skills"], .sample(startsIn: 9, .inPerson, dollars: 80, postalCode: "M5V 1A1")),
        ]
        let toronto = answer(others + near) { $0.region = "3530" }
        #expect(ids(plan(toronto, .cheapest)) == ["cheap"])
        #expect(toronto.plans.allSatisfy { $0.isProvedBest })
        #expect(!toronto.unmet.map(\.target).contains(.skill("knife-skills")))
        #expect(ids(plan(answer(others + near), .cheapest)).count == 1)
    }
}
