import Domain
package import LabourMarket
package import Storage

/// Loads releases of labour-market data into the portal, and says what is loaded.
package struct LoadReferenceData: Sendable {
    /// What loading a release would change.
    package struct Plan: Sendable {
        package let release: Release
        /// The release it would take the place of; `nil` for the first of its kind.
        package let current: StoredRelease.Description?
        package let difference: ReleaseDifference
    }

    private let store: ReleaseStore
    private let clock: PortalClock

    package init(store: ReleaseStore, clock: PortalClock = .system) {
        self.store = store
        self.clock = clock
    }

    /// Changes nothing.
    package func plan(_ release: Release) async throws -> Plan {
        let current = try await store.current(kind: release.kind.rawValue)
        let earlier = try current.map { try Release(document: $0.content) }
        return Plan(release: release, current: current?.description, difference: release.difference(from: earlier))
    }

    /// Puts the release into use, whole or not at all. Servers that run notice within a second or two.
    package func apply(_ release: Release) async throws {
        try await store.add(
            StoredRelease(
                description: StoredRelease.Description(
                    kind: release.kind.rawValue, version: release.version, asOf: release.asOf, loadedAt: clock.now,
                    rows: release.source.rows, isCurrent: true),
                content: release.document))
    }

    /// The releases in use.
    package func current() async throws -> [Release] { try await store.current().map { try Release(document: $0.content) } }

    /// Every release kept, by kind; the one in use says so.
    package func status() async throws -> [StoredRelease.Description] { try await store.descriptions() }

    /// Loads the releases the portal is built with, of the kinds of which nothing is in use yet.
    /// - Parameter progress: called after each one with how long it took.
    package func loadMissing(progress: @Sendable (Release, Duration) -> Void = { _, _ in }) async throws {
        let present = Set(try await store.descriptions().filter(\.isCurrent).map(\.kind))
        for kind in BuiltInReleases.kinds where !present.contains(kind.rawValue) {
            let start = ContinuousClock.now
            let release = try BuiltInReleases.release(kind)
            try await apply(release)
            progress(release, .now - start)
        }
    }
}
