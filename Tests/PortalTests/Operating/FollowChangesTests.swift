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
