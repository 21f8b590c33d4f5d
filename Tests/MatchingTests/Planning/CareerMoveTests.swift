import Domain
import Matching
import Testing

/// Moves from one occupation to another, and the two words that describe them.
struct CareerMoveTests {
    private let machining = Program.sample("machining", tags: [.occupation(.machinist), .skill("mig-welding")])

    @Test func `a move is viable with shared skills, few missing, little more school and a program to begin with`() {
        let move = Catalogue.sample([machining]).careerMove(from: .welder, to: .machinist)
        #expect(move.levels.missing.map(\.skill) == ["oasis:digital", "oasis:precision"])
        #expect(move.levels.shared.map(\.skill) == ["oasis:operating"])
        #expect(move.trainingSteps == 0)
        #expect(move.hasTraining)
        // One of three: precision and digital are asked for a level more.
        #expect(!move.isViable)
        #expect(Catalogue.sample([machining]).careerMove(from: .machinist, to: .welder).isViable == false)
        let back = Catalogue.sample([.sample("weld", tags: [.occupation(.welder)])]).careerMove(from: .machinist, to: .welder)
        #expect(back.levels.missing.isEmpty)
        #expect(back.isViable)
    }

    @Test func `without a program that can be begun a move is not viable`() {
        let past = Program.sample("weld", tags: [.occupation(.welder)], offerings: [.sample(startsIn: -3)])
        #expect(!Catalogue.sample([past]).careerMove(from: .machinist, to: .welder).isViable)
        var inferred = Program.sample("weld")
        inferred.tags = [Tag(.occupation(.welder), state: .inferred)]
        #expect(!Catalogue.sample([inferred]).careerMove(from: .machinist, to: .welder).hasTraining)
    }

    @Test func `a move is desirable for a better outlook, and never for a worse one`() {
        let catalogue = Catalogue.sample([])
        let better = catalogue.careerMove(from: .welder, to: .machinist)
        #expect(better.outlookChange == 1)
        #expect(better.isDesirable)
        #expect(!catalogue.careerMove(from: .machinist, to: .welder).isDesirable)
        // One level of training more, but the outlook is worse.
        #expect(!catalogue.careerMove(from: .nurseAide, to: .developer).isDesirable)
        // No outlook is published for web designers: the level of training decides.
        let unknown = catalogue.careerMove(from: .welder, to: .webDesigner)
        #expect(unknown.outlookChange == nil)
        #expect(unknown.trainingSteps == 1)
        #expect(unknown.isDesirable)
    }

    @Test func `moves can be narrowed to what one can make and what would be better`() {
        let catalogue = Catalogue.sample([.sample("weld", tags: [.occupation(.welder)]), .sample("web", tags: [.occupation(.webDesigner)])])
        let all = catalogue.careerMoves(from: .machinist, limit: 20)
        #expect(all.map(\.usefulness) == all.map(\.usefulness).sorted(by: >))
        #expect(Set(catalogue.careerMoves(from: .machinist, viable: true, limit: 20)) == Set(all.filter(\.isViable)))
        #expect(Set(catalogue.careerMoves(from: .machinist, desirable: true, limit: 20)) == Set(all.filter(\.isDesirable)))
        #expect(catalogue.careerMoves(from: .machinist, limit: 1).count == 1)
    }

    @Test func `programs that close a gap come by how much of it they teach`() {
        let catalogue = Catalogue.sample([
            .sample("one", tags: [.skill("knife-skills")]), .sample("two", tags: [.skill("knife-skills"), .skill("menu-planning")]),
            .sample("none", tags: [.skill("programming")]),
        ])
        let needs = ["knife-skills", "menu-planning"].map { SkillNeed(.skill(Skill.ID($0)), points: 50, grounds: .listed) }
        let closing = catalogue.programs(closing: needs, limit: 5)
        #expect(closing.count == 2)
        #expect(closing.best.map(\.program.id) == ["two", "one"])
        #expect(closing.best.first?.teaches == needs)
    }
}
