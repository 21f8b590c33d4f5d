import Domain
import LabourMarket
import Matching
import Portal
import Storage
import Testing

struct FollowChangesTests {
    @Test func `what another process publishes shows after the next look`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        let follow = try #require(services.followChanges)
        try await portal.save(.small("a", state: .archived), .small("b"))
        #expect(services.catalogue.current.program("b") == nil)
        #expect(try await follow.catchUp() == 2)
        #expect(services.catalogue.current.program("b") != nil)
        #expect(services.catalogue.current.program("a") == nil)
        #expect(try await follow.catchUp() == 0)
    }

    @Test func `an institution's new name shows`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        var renamed = Institution.cedar
        renamed.name = LocalizedText(en: "Cedar Polytechnic", fr: "Polytechnique du Cèdre")
        try await InstitutionStore(portal.database).save([renamed], at: portal.clock.now)
        try await services.followChanges?.catchUp()
        #expect(services.catalogue.current.institutions["cedar-college"]?.name.en == "Cedar Polytechnic")
        #expect(services.catalogue.current.programCount == 1)
    }

    @Test func `other reference data answers as soon as it is in use`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        let load = LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock)
        try await load.apply(try .smallOccupations(version: "2021 revised", welder: "Welders and brazers"))
        try await services.followChanges?.catchUp()
        #expect(services.catalogue.current.labourMarket.occupation(.welders)?.title.en == "Welders and brazers")
        #expect(services.findOccupations("brazers", language: .en).first?.occupation == .welders)
        #expect(services.catalogue.current.programCount == 1)
    }

    @Test func `a node that slept through what the log has forgotten reads everything anew`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        let follow = try #require(services.followChanges)
        try await portal.save(.small("a", state: .archived), .small("b"))
        try await portal.save(.small("c"))
        try await ChangeLog(portal.database).forget(allBut: 1)
        try await follow.catchUp()
        #expect(services.catalogue.current.program("a") == nil)
        #expect(services.catalogue.current.program("b") != nil)
        #expect(services.catalogue.current.program("c") != nil)
        #expect(try await follow.lastApplied == ChangeLog(portal.database).latestNumber())
        #expect(try await follow.catchUp() == 0)
    }

    @Test func `a database put back from a copy is noticed, whether its log is shorter or another one`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        let follow = try #require(services.followChanges)
        try await portal.save(.small("b"))
        try await follow.catchUp()
        // As after a restore: the last change never was, and what it wrote is gone.
        try await portal.database.write { connection in
            try connection.execute("DELETE FROM change WHERE number = (SELECT MAX(number) FROM change)")
            try connection.execute("UPDATE change_counter SET number = number - 1")
            try connection.execute("DELETE FROM program WHERE id = 'b'")
        }
        try await follow.catchUp()
        #expect(services.catalogue.current.program("b") == nil)
        // The same once more, and this time something else took the number before anybody looked.
        try await portal.save(.small("c"))
        try await follow.catchUp()
        #expect(services.catalogue.current.program("c") != nil)
        portal.watch.advance(hours: 1)
        try await portal.database.write { connection in
            try connection.execute("DELETE FROM change WHERE number = (SELECT MAX(number) FROM change)")
            try connection.execute("UPDATE change_counter SET number = number - 1")
            try connection.execute("DELETE FROM program WHERE id = 'c'")
        }
        try await portal.save(.small("d"))
        try await follow.catchUp()
        #expect(services.catalogue.current.program("c") == nil)
        #expect(services.catalogue.current.program("d") != nil)
    }

    @Test func `whoever asks for it has everything read anew`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        // Behind the log's back.
        try await portal.database.write { try $0.execute("UPDATE program SET title_en = 'Another title'") }
        try await services.followChanges?.catchUp()
        #expect(services.catalogue.current.program("a")?.title.en == "Welding basics")
        try await ChangeLog(portal.database).callForRebuild(at: portal.clock.now)
        try await services.followChanges?.catchUp()
        #expect(services.catalogue.current.program("a")?.title.en == "Another title")
    }

    @Test func `of many that catch up at once each sees what was written before it asked`() async throws {
        let portal = try await SmallPortal()
        let services = try await portal.services()
        let follow = try #require(services.followChanges)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let id = Program.ID("p\(number)")
                    try await portal.save(.small(id))
                    try await follow.catchUp()
                    #expect(services.catalogue.current.program(id) != nil)
                }
            }
            try await group.waitForAll()
        }
        #expect(services.catalogue.current.programCount == 30)
    }

    @Test func `at midnight the day changes`() async throws {
        let portal = try await SmallPortal()
        let services = try await portal.services()
        portal.watch.advance(hours: 13)
        try await services.followChanges?.catchUp()
        #expect(services.catalogue.current.today.description == "2026-11-24")
    }

    @Test func `a node that has caught up is ready, and one without reference data is not`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"), .small("d", state: .draft))
        let health = try #require(try await portal.services().checkHealth)
        #expect(try await health().isReady)
        #expect(try await health().indexedPrograms == 1)
        #expect(try await health().publishedPrograms == 1)
        let empty = try await SmallPortal(withReferenceData: false)
        let emptyHealth = try #require(try await empty.services().checkHealth)
        #expect(try await !emptyHealth().isReady)
    }
}
