import Domain
import Matching
import Portal
import Storage
import StorageSQLite
import Testing

struct MeasuringTests {
    @Test func `a visitor who comes back the same day is counted twice and is one visitor`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        measure.record(.programView(.small("a")), language: .en, from: .benoit)
        try await measure.flush()
        let counts = try await portal.counts(of: .programView)
        #expect(counts.map(\.subject) == ["a"])
        #expect(counts.first?.institution == "cedar-college")
        #expect(counts.first?.count == 3)
        #expect(counts.first?.visitors == 2)
    }

    @Test func `what is counted between two writes adds up`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        for _ in 0..<3 {
            measure.record(.occupationView(.welders), language: .fr, from: .anne)
            try await measure.flush()
        }
        let counts = try await portal.counts(of: .occupationView)
        #expect(counts.map(\.count) == [3])
        #expect(counts.map(\.visitors) == [1])
        #expect(counts.map(\.language) == [.fr])
    }

    @Test func `the next day nobody is known any more`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        portal.watch.advance(hours: 24)
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        try await measure.flush()
        let counts = try await portal.counts(of: .programView)
        #expect(counts.map(\.visitors) == [1, 1])
        #expect(counts.map(\.day.description) == ["2026-11-23", "2026-11-24"])
    }

    @Test func `robots are not counted`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.programView(.small("a")), language: .en, from: .searchEngine)
        measure.record(.programView(.small("a")), language: .en, from: Visitor(address: "203.0.113.1", userAgent: ""))
        try await measure.flush()
        #expect(try await portal.counts(of: .programView) == [])
    }

    @Test func `nothing that is stored tells who it was`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.search(ProgramQuery(text: "anne@people.example"), total: 0), language: .en, from: .anne)
        measure.record(.recommendation("call me at 416 555 0199", shown: []), language: .en, from: .anne)
        try await measure.flush()
        #expect(try await portal.counts(of: .searchWithoutResult).map(\.subject) == [""])
        #expect(try await portal.counts(of: .recommendationWithoutResult).map(\.subject) == [""])
    }

    @Test func `a search in vain is told apart, and reading on is no search`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.search(ProgramQuery(text: " Crane   operation"), total: 0), language: .en, from: .anne)
        measure.record(.search(ProgramQuery(text: "welding"), total: 30), language: .en, from: .anne)
        measure.record(.search(ProgramQuery(text: "welding", offset: 20), total: 30), language: .en, from: .anne)
        try await measure.flush()
        #expect(try await portal.counts(of: .searchWithoutResult).map(\.subject) == ["crane operation"])
        #expect(try await portal.counts(of: .search).map(\.count) == [1])
    }

    @Test func `what was recommended counts as seen`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.recommendation("welder", shown: [.small("a"), .small("b")]), language: .en, from: .anne)
        try await measure.flush()
        #expect(try await portal.counts(of: .impression).map(\.subject) == ["a", "b"])
        #expect(try await portal.counts(of: .recommendation).map(\.subject) == ["welder"])
    }

    @Test func `counts that could not be written are written later`() async throws {
        let portal = try await SmallPortal()
        let measure = try await portal.services().measure
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        let database = portal.database
        try await database.write { try $0.execute("ALTER TABLE activity RENAME TO elsewhere") }
        await #expect(throws: StorageError.self) { try await measure.flush() }
        try await database.write { try $0.execute("ALTER TABLE elsewhere RENAME TO activity") }
        measure.record(.programView(.small("a")), language: .en, from: .anne)
        try await measure.flush()
        let counts = try await portal.counts(of: .programView)
        #expect(counts.map(\.count) == [2])
        #expect(counts.map(\.visitors) == [1])
    }
}
