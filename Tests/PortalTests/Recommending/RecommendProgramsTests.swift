import Domain
import Matching
import Portal
import Testing

struct RecommendProgramsTests {
    private func portal() async throws -> PortalServices {
        let portal = try await SmallPortal()
        try await portal.save(
            .small("w1"), .small("w2", title: "Welding symbols"), .small("w3", title: "Pipe welding"),
            .small("n1", title: "Dementia care", occupation: .nurseAides))
        return try await portal.services()
    }

    @Test func `the job's programs come, each with a reason`() async throws {
        let answer = try await portal().recommendPrograms("welder", language: .en)
        #expect(answer.matches.first?.occupation == .welders)
        #expect(answer.recommendations.count >= 3)
        #expect(answer.recommendations.allSatisfy { !$0.reasons.isEmpty })
        #expect(answer.recommendations.first?.program.occupations == [.welders])
    }

    @Test func `there is more when more was found than asked for`() async throws {
        let recommend = try await portal().recommendPrograms
        #expect(recommend("welder", language: .en, limit: 2).recommendations.count == 2)
        #expect(recommend("welder", language: .en, limit: 2).moreAvailable)
        #expect(!recommend("welder", language: .en, limit: 100).moreAvailable)
    }

    @Test func `the occupation a person chose comes first, for certain`() async throws {
        let answer = try await portal().recommendPrograms("welder", language: .en, occupation: .nurseAides)
        #expect(answer.matches.first?.occupation == .nurseAides)
        #expect(answer.matches.first?.confidence == 1)
        #expect(answer.matches.isConfident)
        #expect(answer.matches.matches.count { $0.occupation == .nurseAides } == 1)
        #expect(answer.recommendations.first?.program.id == "n1")
    }

    @Test func `an occupation that does not exist is passed over`() async throws {
        let answer = try await portal().recommendPrograms("welder", language: .en, occupation: OccupationCode("99999"))
        #expect(answer.matches.first?.occupation == .welders)
    }

    @Test func `nothing is recommended for nothing`() async throws {
        let answer = try await portal().recommendPrograms("  ", language: .en)
        #expect(answer.matches.matches.isEmpty)
    }
}
