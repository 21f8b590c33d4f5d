package import Domain
import LabourMarket
package import Matching
package import Storage

/// Everything a node answers from, read from the database.
package struct LoadedCatalogue: Sendable {
    package let catalogue: Catalogue
    package let matcher: OccupationMatcher
    /// The number of the last change it surely holds.
    package let lastChange: Int
}

/// Reads the database into memory: at the start, and again when other reference data was put into use.
package struct LoadCatalogue: Sendable {
    private let releases: ReleaseStore
    private let programs: ProgramStore
    private let institutions: InstitutionStore
    private let changes: ChangeLog
    private let settings: PortalSettings
    private let clock: PortalClock

    package init(database: any SQLDatabase, settings: PortalSettings, clock: PortalClock = .system) {
        releases = ReleaseStore(database)
        programs = ProgramStore(database)
        institutions = InstitutionStore(database)
        changes = ChangeLog(database)
        self.settings = settings
        self.clock = clock
    }

    /// - Parameter phase: told how long each part took, for whoever looks for the slowest.
    package func callAsFunction(phase: @escaping @Sendable (String, Duration) -> Void = { _, _ in }) async throws -> LoadedCatalogue {
        // Read first: a change committed meanwhile is applied twice rather than missed, and applying twice changes nothing.
        let lastChange = try await changes.latestNumber()
        async let storedPrograms = timed("programs", phase) { try await programs.all() }
        async let storedInstitutions = timed("institutions", phase) { try await institutions.all() }
        let information = try await timed("reference data", phase) { try await self.information() }
        let today = settings.day(at: clock.now)
        // The matcher knows nothing of programs: it is built on one processor while the catalogue is on the other.
        async let matcher = timed("matcher", phase) { OccupationMatcher(information) }
        let (stored, offering) = try await (storedPrograms, storedInstitutions)
        let catalogue = try await timed("catalogue", phase) {
            Catalogue(programs: stored, institutions: offering, labourMarket: information, today: today)
        }
        return LoadedCatalogue(catalogue: catalogue, matcher: try await matcher, lastChange: lastChange)
    }

    /// What the releases in use say. Kinds that were never loaded are absent.
    package func information() async throws -> LabourMarketInformation {
        let stored = try await releases.current()
        return try LabourMarketInformation(releases: stored.map { try Release(document: $0.content) })
    }
}

/// Runs on the shared pool of threads, so that two such parts take place at the same time.
private func timed<Value: Sendable>(
    _ name: String, _ phase: @Sendable (String, Duration) -> Void, _ body: @Sendable () async throws -> Value
) async throws -> Value {
    let start = ContinuousClock.now
    let value = try await body()
    phase(name, .now - start)
    return value
}
