import Domain
import Matching
import Portal
import Testing

struct FindAlikeTests {
    private func portal() async throws -> PortalServices {
        let portal = try await SmallPortal()
        var french = Program.small("tuyaux")
        french.title = LocalizedText(fr: "Soudage de tuyaux")
        try await portal.save(
            .small("pipes", title: "Pipe welding"), .small("books", title: "Keeping the accounts of a shop"), french,
            .small("dementia", title: "Dementia care", occupation: .nurseAides))
        // A trade that nearly every program has says nothing about any of them.
        for number in 1...6 {
            try await portal.save(.small(Program.ID("care-\(number)"), title: "Care \(number)", occupation: .nurseAides))
        }
        return try await portal.services()
    }

    @Test func `of programs with the same tags the one about the same thing comes first, in whichever language`() async throws {
        let services = try await portal()
        let program = try #require(services.catalogue.current.program("pipes"))
        #expect(services.findAlike.programs(like: program, limit: 2).map(\.id) == ["tuyaux", "books"])
        #expect(services.findAlike.programs(like: program, limit: 1).map(\.id) == ["tuyaux"])
    }

    @Test func `words no program has lead to programs for the job they mean; what filters took away, and nonsense, do not`() async throws {
        let services = try await portal()
        func alike(_ query: ProgramQuery) throws -> [Program.ID] {
            try #require(services.findPrograms(query).total == 0)
            return services.findAlike.programs(for: query, language: .en, limit: 5).map(\.id)
        }
        #expect(try alike(ProgramQuery(text: "personal support worker")).isEmpty == false)
        #expect(try alike(ProgramQuery(text: "welding", filters: [.institution: ["nowhere"]])) == [])
        #expect(try alike(ProgramQuery(text: "zzqx vvrk")) == [])
        #expect(try alike(ProgramQuery(filters: [.institution: ["nowhere"]])) == [])
    }
}
