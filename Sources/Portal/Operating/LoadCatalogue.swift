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
    package let origin: Origin

    package enum Origin: Hashable, Sendable {
        case rows
        /// From the file, with that many changes applied since.
        case snapshot(replayed: Int)
        /// From the rows, because the file could not be used: a clause that says why.
        case rowsInsteadOfSnapshot(String)
    }
}

/// Reads the database into memory: at the start, and again when other reference data was put into use.
package struct LoadCatalogue: Sendable {
    private let database: any SQLDatabase
    private let settings: PortalSettings
    private let clock: PortalClock

    /// Programs read at once. Two readers have as many in memory each, and the catalogue takes as many apart.
    private static let part = 8_192

    package init(database: any SQLDatabase, settings: PortalSettings, clock: PortalClock = .system) {
        self.database = database
        self.settings = settings
        self.clock = clock
    }

    /// - Parameters:
    ///   - snapshot: to start from when it stands for this database; the rows are read when it does not.
    ///   - phase: told how long each part took, for whoever looks for the slowest.
    package func callAsFunction(
        from snapshot: CatalogueSnapshot? = nil, phase: @escaping @Sendable (String, Duration) -> Void = { _, _ in }
    ) async throws -> LoadedCatalogue {
        let information = try await timed("reference data", phase) { try await self.information() }
        // Its time zone says what day it is.
        let operated = LoadOperatedPortal(database: database)
        settings.operated.replace(try await operated())
        let today = settings.day(at: clock.now)
        // The matcher knows nothing of programs: it is built on one processor while the catalogue is on the other.
        async let matcher = timed("matcher", phase) { OccupationMatcher(information, embedding: MatcherModel.builtIn) }
        var origin = LoadedCatalogue.Origin.rows
        if let snapshot, snapshot.exists {
            do {
                let (contents, replayed) = try await timed("snapshot", phase) {
                    try await self.restored(snapshot, information, today: today)
                }
                // Once more: the log is followed from here on.
                settings.operated.replace(try await operated())
                return LoadedCatalogue(
                    catalogue: contents.catalogue, matcher: try await matcher, lastChange: contents.lastChange,
                    origin: .snapshot(replayed: replayed))
            } catch let problem as CatalogueSnapshot.Problem {
                origin = .rowsInsteadOfSnapshot(problem.description)
            }
        }
        let (catalogue, lastChange) = try await timed("programs", phase) { try await self.built(information, today: today) }
        settings.operated.replace(try await operated())
        return LoadedCatalogue(catalogue: catalogue, matcher: try await matcher, lastChange: lastChange, origin: origin)
    }

    /// What the releases in use say. Kinds that were never loaded are absent.
    package func information() async throws -> LabourMarketInformation {
        let stored = try await ReleaseStore(database).current()
        return try LabourMarketInformation(releases: stored.map { try Release(document: $0.content) })
    }

    /// Of the rows: two readers, so that one part is read while the one before is taken into the catalogue.
    private func built(_ information: LabourMarketInformation, today: CalendarDate) async throws -> (Catalogue, lastChange: Int) {
        // Read first: a change committed meanwhile is applied twice rather than missed, and applying twice changes nothing.
        let lastChange = try await ChangeLog(database).latestNumber()
        let store = ProgramStore(database)
        var builder = CatalogueBuilder(
            institutions: try await InstitutionStore(database).all(), labourMarket: information, today: today)
        var reading = try await store.ranges(2).map { range in
            (range: range, part: Task { try await store.programs(in: range, most: Self.part) })
        }
        while !reading.isEmpty {
            let (range, part) = reading.removeFirst()
            let programs = try await part.value
            guard let last = programs.last else { continue }
            let rest = range.rest(after: last.id)
            reading.append((rest, Task { try await store.programs(in: rest, most: Self.part) }))
            builder.add(programs)
        }
        return (builder.finish(), lastChange)
    }

    /// Of the snapshot, with what was written since.
    private func restored(
        _ snapshot: CatalogueSnapshot, _ information: LabourMarketInformation, today: CalendarDate
    ) async throws -> (CatalogueSnapshot.Contents, replayed: Int) {
        let changes = ChangeLog(database)
        let latest = try await changes.latestNumber()
        let contents = try await snapshot.read(information) { origin in
            guard try await FindSnapshotOrigin(database: database)(change: origin.change) == origin, origin.change <= latest else {
                throw CatalogueSnapshot.Problem(description: "it is of another database, or of other reference data")
            }
        }
        // Past a quarter of the programs it is quicker to read the rows.
        guard latest - contents.lastChange <= max(10_000, contents.catalogue.programCount / 4) else {
            throw CatalogueSnapshot.Problem(description: "it is \(latest - contents.lastChange) changes behind")
        }
        var catalogue = contents.catalogue.on(today)
        var applied = contents.lastChange
        while case let new = try await changes.changes(since: applied), let last = new.last {
            catalogue = try await catalogue.applying(new, from: database)
            applied = last.number
        }
        return (CatalogueSnapshot.Contents(catalogue: catalogue, lastChange: applied), applied - contents.lastChange)
    }
}

extension Catalogue {
    /// With what the log says was written, as it is in the database now.
    fileprivate func applying(_ changes: [Change], from database: any SQLDatabase) async throws -> Catalogue {
        var catalogue = self
        var programs: Set<Program.ID> = []
        var hasInstitution = false
        for change in changes {
            switch change.subject {
            case .program(let id): programs.insert(id)
            case .institution: hasInstitution = true
            case .portal: break
            case .labourMarket: throw CatalogueSnapshot.Problem(description: "other reference data was put into use since")
            case .everything: throw CatalogueSnapshot.Problem(description: "somebody asked for everything to be read anew")
            }
        }
        var gone: Set<Institution.ID> = []
        if hasInstitution {
            let all = try await InstitutionStore(database).all()
            catalogue = catalogue.applying(institutions: all)
            gone = Set(catalogue.institutions.keys).subtracting(all.map(\.id))
        }
        if !programs.isEmpty { catalogue = catalogue.applying(try await ProgramStore(database).programs(programs.sorted())) }
        if !gone.isEmpty { catalogue = catalogue.removing(institutions: gone) }
        return catalogue
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
