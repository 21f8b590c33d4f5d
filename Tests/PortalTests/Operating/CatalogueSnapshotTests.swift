import Domain
import Foundation
import Matching
import Portal
import Storage
import Testing

struct CatalogueSnapshotTests {
    /// A portal whose catalogue's file has been written once.
    private func written(_ portal: SmallPortal, _ programs: Program...) async throws -> CatalogueSnapshot {
        let snapshot = CatalogueSnapshot(
            path: FileManager.default.temporaryDirectory.appending(path: "tremplin-\(UUID().uuidString).catalogue").path)
        try await ProgramStore(portal.database).save(programs, at: portal.clock.now)
        let services = PortalServices(
            settings: portal.settings, loaded: try await portal.load(from: snapshot), database: portal.database, load: portal.load,
            clock: portal.clock, snapshot: snapshot)
        let keep = try #require(services.keepSnapshot)
        #expect(keep.isMissing)
        #expect(try await keep.write() != nil)
        #expect(try await keep.write() == nil)
        return snapshot
    }

    @Test func `a start from the file answers as a start from the rows does`() async throws {
        let portal = try await SmallPortal()
        let snapshot = try await written(portal, .small("a"), .small("b"), .small("c", state: .archived))
        defer { try? FileManager.default.removeItem(atPath: snapshot.path) }
        let restored = try await portal.load(from: snapshot)
        #expect(restored.origin == .snapshot(replayed: 0))
        let rows = try await portal.load()
        #expect(rows.origin == .rows)
        #expect(restored.catalogue.programIDs == rows.catalogue.programIDs && rows.catalogue.programCount == 2)
        #expect(restored.lastChange == rows.lastChange)
    }

    @Test func `what was written since the file is in the catalogue too`() async throws {
        let portal = try await SmallPortal()
        let snapshot = try await written(portal, .small("a"), .small("b"))
        defer { try? FileManager.default.removeItem(atPath: snapshot.path) }
        try await portal.save(.small("a", state: .archived), .small("d"))
        var renamed = Institution.cedar
        renamed.name = LocalizedText(en: "Cedar Polytechnic")
        try await InstitutionStore(portal.database).save([renamed], at: portal.clock.now)
        portal.watch.advance(hours: 48)
        let restored = try await portal.load(from: snapshot)
        #expect(restored.origin == .snapshot(replayed: 3))
        #expect(restored.catalogue.programIDs == ["b", "d"])
        #expect(restored.catalogue.institutions["cedar-college"]?.name.en == "Cedar Polytechnic")
        #expect(restored.catalogue.today == portal.today)
    }

    @Test func `a file of another database, of other reference data or of no sense is passed over, never a failure`() async throws {
        let portal = try await SmallPortal()
        let snapshot = try await written(portal, .small("a"))
        defer { try? FileManager.default.removeItem(atPath: snapshot.path) }
        func isPassedOver(_ portal: SmallPortal) async throws -> Bool {
            let loaded = try await portal.load(from: snapshot)
            if case .rowsInsteadOfSnapshot(let reason) = loaded.origin { return !reason.isEmpty }
            return false
        }
        portal.watch.advance(hours: 1)
        let other = try await SmallPortal(clock: portal.watch)
        try await other.save(.small("a"))
        #expect(try await isPassedOver(other))

        let bytes = try Data(contentsOf: URL(filePath: snapshot.path))
        for damaged in [
            Data(), Data("tremplin-catalogue 1\n".utf8), bytes.prefix(bytes.count / 2), bytes.prefix(200), Data(repeating: 7, count: 9_000),
        ] {
            try damaged.write(to: URL(filePath: snapshot.path))
            #expect(try await isPassedOver(portal), "\(damaged.count) bytes")
        }
        var flipped = bytes
        for index in stride(from: bytes.count / 2, to: bytes.count, by: 97) { flipped[index] ^= 0x55 }
        try flipped.write(to: URL(filePath: snapshot.path))
        #expect(try await isPassedOver(portal))

        try bytes.write(to: URL(filePath: snapshot.path))
        #expect(try await !isPassedOver(portal))
        try await LoadReferenceData(store: ReleaseStore(portal.database), clock: portal.clock).apply(
            try .smallOccupations(version: "2021 revised", welder: "Welders and brazers"))
        #expect(try await isPassedOver(portal))
    }
}
