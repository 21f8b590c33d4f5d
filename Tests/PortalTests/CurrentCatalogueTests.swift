import Domain
import Matching
import Portal
import Testing

struct CurrentCatalogueTests {
    private let today = CalendarDate("2026-11-23")!

    private func catalogue(_ programs: Program...) -> CurrentCatalogue {
        CurrentCatalogue(Catalogue(programs: programs, institutions: [.cedar], labourMarket: LabourMarketInformation(), today: today))
    }

    @Test func `a program that was published shows, and one that was withdrawn does not`() {
        let current = catalogue(.small("a"))
        current.apply(programs: [.small("b"), .small("a", state: .archived)])
        #expect(current.current.program("b") != nil)
        #expect(current.current.program("a") == nil)
    }

    @Test func `whoever holds a snapshot keeps it`() {
        let current = catalogue(.small("a"))
        let before = current.current
        current.apply(programs: [.small("a", state: .archived)])
        #expect(before.program("a") != nil)
    }

    @Test func `of edits at the same moment none is lost`() async {
        let current = catalogue()
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<40 { group.addTask { current.apply(programs: [.small(Program.ID("p\(index)"))]) } }
        }
        #expect(current.current.programCount == 40)
    }

    @Test func `past dates vanish when another day begins`() {
        var program = Program.small("a")
        program.offerings = [Offering(schedule: .dates(start: today, end: nil), delivery: .online, language: .en)]
        let current = catalogue(program)
        let query = ProgramQuery(filters: [.start: [StartBand.within30Days.rawValue]])
        #expect(current.current.search(query).total == 1)
        current.roll(to: today.adding(days: 1))
        #expect(current.current.today == today.adding(days: 1))
        #expect(current.current.search(query).total == 0)
    }

    @Test func `what is edited while the catalogue is laid together is in it afterwards`() throws {
        let programs = (0..<9_000).map { Program.small(Program.ID("p\($0)")) }
        let current = CurrentCatalogue(
            Catalogue(programs: programs, institutions: [.cedar], labourMarket: LabourMarketInformation(), today: today))
        #expect(current.beginCompaction() == nil)
        current.apply(programs: stride(from: 0, to: 9_000, by: 5).flatMap { programs[$0..<$0 + 2] }.map { .small($0.id, state: .archived) })
        let start = try #require(current.beginCompaction())
        current.apply(programs: [.small("new"), .small("p8999", state: .archived)])
        #expect(current.beginCompaction() == nil)
        current.endCompaction(with: start.compacted())
        #expect(current.current.programCount == 5_400)
        #expect(current.current.program("new") != nil)
        #expect(current.current.program("p8999") == nil)
        #expect(!current.current.needsCompaction)
    }

    @Test func `a catalogue that was replaced while it was laid together stays replaced`() throws {
        let programs = (0..<9_000).map { Program.small(Program.ID("p\($0)")) }
        let current = CurrentCatalogue(
            Catalogue(programs: programs, institutions: [.cedar], labourMarket: LabourMarketInformation(), today: today))
        current.apply(programs: stride(from: 0, to: 9_000, by: 5).flatMap { programs[$0..<$0 + 2] }.map { .small($0.id, state: .archived) })
        let start = try #require(current.beginCompaction())
        current.replace(
            Catalogue(programs: [.small("other")], institutions: [.cedar], labourMarket: LabourMarketInformation(), today: today))
        current.endCompaction(with: start.compacted())
        #expect(current.current.programIDs == ["other"])
    }
}
