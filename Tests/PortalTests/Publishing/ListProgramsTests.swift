import Domain
import Portal
import Storage
import Testing

@Suite struct ListProgramsTests {
    private static let cedar = PublishingPortal.cedar

    private func list(_ portal: PublishingPortal, _ change: (inout ProgramListQuery) -> Void = { _ in }) async throws -> ProgramListPage {
        var query = ProgramListQuery()
        change(&query)
        return try await portal.publishing.list(query, of: Self.cedar, in: .en)
    }

    @Test func `a list shows all but the archive, by title, and finds by words of either language and by reference`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(
            .small("b", title: "Soudage à l’arc"), .small("a", state: .draft, title: "arc welding"),
            .small("c", state: .archived, title: "Old"))
        #expect(try await list(portal).programs.map(\.id) == ["a", "b"])
        #expect(try await list(portal) { $0.text = "À L’ARC soud" }.programs.map(\.id) == ["b"])
        #expect(try await list(portal) { $0.text = "B" }.programs.map(\.id) == ["b"])
        #expect(try await list(portal) { $0.state = .archived }.programs.map(\.id) == ["c"])
        #expect(try await list(portal).states == [.draft: 1, .published: 1, .archived: 1])
    }

    @Test func `what somebody writes shows in the list at once, and what others write as well`() async throws {
        let portal = try await PublishingPortal()
        try await portal.found(.small("weld"))
        #expect(try await list(portal).programs.map(\.hasDraft) == [false])
        try await portal.publishing.edit.save(.small("weld", title: "Drafted"), from: 0, seen: 0, by: portal.ana)
        let drafted = try await list(portal) { $0.need = .draft }
        #expect(drafted.programs.map(\.title.en) == ["Drafted"] && drafted.programs.map(\.state) == [.published])
        try await ProgramStore(portal.accounts.database).save([.small("new", title: "Another")], at: portal.accounts.now)
        #expect(try await list(portal).programs.map(\.title.en) == ["Another", "Drafted"])
        // So many changes that the list is read anew.
        let crowd = (0..<2_100).map { Program.small(Program.ID("p\($0)"), title: "Z \($0)") }
        try await ProgramStore(portal.accounts.database).save(crowd, at: portal.accounts.now)
        let page = try await list(portal) { $0.page = 43 }
        #expect(page.total == 2_102 && page.pages == 43 && page.programs.count == 2)
        #expect(try await list(portal) { $0.page = 99 }.page == 43)
    }

    @Test func `needs are counted, and the freshness and the languages of what is published`() async throws {
        let portal = try await PublishingPortal()
        let today = portal.desk.today
        try await portal.found(
            Program.small("fresh").with {
                $0.lastConfirmed = today; $0.title.fr = "Frais"
            },
            Program.small("old").with {
                $0.lastConfirmed = today.adding(days: -300); $0.offerings = []
            }, .small("draft", state: .draft))
        let page = try await list(portal)
        #expect(page.freshness == 0.5 && page.parity == [.en: 1, .fr: 0.5])
        #expect(page.needs[.stale] == 1 && page.needs[.noDates] == 1 && page.needs[.oneLanguage] == 2 && page.needs[.incomplete] == 3)
        #expect(page.needs[.untagged] == 3 && page.needs[.draft] == 0)
        #expect(try await list(portal) { $0.need = .stale }.programs.map(\.id) == ["old"])
        #expect(try await list(portal) { $0.order = .confirmed }.programs.map(\.id).last == "fresh")
    }
}
