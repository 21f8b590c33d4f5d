import Domain
import Matching
import Portal
import Storage
import Testing

/// From answers to programs.
struct RecommendFromAnswersTests {
    private func recommend(_ change: (inout QuizAnswers) -> Void, relaxed: Set<Constraints.Kind> = []) async throws -> QuizRecommendations {
        let portal = try await SmallPortal()
        try await portal.save(
            .small("weld"), .small("care", title: "Care basics", occupation: .nurseAides),
            .small("weld-more", title: "More welding"))
        var answers = QuizAnswers()
        change(&answers)
        return try await portal.services().quiz.recommend(answers, language: .en, relaxed: relaxed)
    }

    @Test func `a job is read, and its reason names it`() async throws {
        let results = try await recommend { $0.job = "welder" }
        #expect(results.job == .welders)
        #expect(results.recommendations.first?.program.occupations == [.welders])
        #expect(results.recommendations.first?.reasons.first?.aim == .job)
    }

    @Test func `whoever wants to leave their field is not led back to it by its words`() async throws {
        let results = try await recommend {
            $0.job = "welder"
            $0.direction = .changeField
        }
        #expect(results.recommendations.flatMap(\.reasons).allSatisfy { $0.kind != .matchesWords || $0.value == 0 })
    }

    @Test func `a job nobody knows is not guessed at`() async throws {
        let results = try await recommend { $0.job = "zzzz qqqq" }
        #expect(results.job == nil)
        #expect(results.aims.isEmpty)
    }

    @Test func `a limit is passed on with what is relaxed`() async throws {
        let results = try await recommend(
            {
                $0.job = "welder"
                $0.budget = .free
            }, relaxed: [.budget])
        #expect(results.constraints.isStated(.budget))
        #expect(results.constraints.active.isEmpty)
    }
}

/// How people are led from one sector to another, in figures nobody can be found in.
struct SectorChangeTests {
    @Test func `only pairs of sectors with ten visitors are told`() async throws {
        let portal = try await SmallPortal()
        let services = try await portal.services()
        let market = services.catalogue.current.labourMarket
        func lead(_ visitors: Range<Int>, from: OccupationCode, to: OccupationCode) {
            for number in visitors {
                let visitor = Visitor(address: "203.0.113.\(number)", userAgent: Visitor.anne.userAgent)
                for _ in 0..<3 {
                    services.measure.record(.sectorChange(from: from, to: to, market), language: .en, from: visitor)
                }
            }
        }
        lead(0..<12, from: .welders, to: .nurseAides)
        lead(0..<9, from: .nurseAides, to: .welders)
        try await services.measure.flush()
        let table = try await portal.sectorChanges()
        #expect(table.figures.map(\.visitors) == [12])
        #expect(table.figures.first.map { $0.from != $0.to } == true)
        #expect(table.suppressedPairs == 1)
    }
}

extension SmallPortal {
    fileprivate func sectorChanges() async throws -> SectorChangeFigures.Table {
        try await SectorChangeFigures(store: .init(database))(in: today...today)
    }
}
