import Domain
import LabourMarket
import Portal
import Storage
import Testing

struct LoadReferenceDataTests {
    @Test func `a plan says what would change and changes nothing`() async throws {
        let portal = try await SmallPortal(withReferenceData: false)
        let load = LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock)
        let plan = try await load.plan(try .smallOccupations())
        #expect(plan.current == nil)
        #expect(plan.difference.tables.first { $0.name == "unit-groups" }?.added == 2)
        #expect(try await load.status() == [])
    }

    @Test func `a release applied twice differs in nothing`() async throws {
        let portal = try await SmallPortal()
        let load = LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock)
        #expect(try await load.plan(try .smallOccupations()).difference.isEmpty)
        let plan = try await load.plan(try .smallOccupations(welder: "Welders and brazers"))
        #expect(plan.difference.tables.first { $0.name == "unit-groups" }?.changed == 1)
        #expect(plan.current?.version == "2021 test")
    }

    @Test func `the newer version is in use and the older one is kept`() async throws {
        let portal = try await SmallPortal()
        let load = LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock)
        try await load.apply(try .smallOccupations(version: "2021 revised"))
        let status = try await load.status()
        #expect(Set(status.map(\.version)) == ["2021 test", "2021 revised"])
        #expect(status.filter(\.isCurrent).map(\.version) == ["2021 revised"])
    }

    @Test func `only the kinds of which nothing is in use are loaded at the first start`() async throws {
        let portal = try await SmallPortal()
        let load = LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock)
        try await load.loadMissing()
        let status = try await load.status()
        #expect(Set(status.map(\.kind)) == Set(BuiltInReleases.kinds.map(\.rawValue)))
        #expect(status.first { $0.kind == "noc" }?.version == "2021 test")
        let before = status.count
        try await load.loadMissing()
        #expect(try await load.status().count == before)
    }
}
