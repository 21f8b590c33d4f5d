import Domain
package import Logging
package import Storage
import Synchronization

/// Keeps this node's catalogue the same as the database: what another process writes shows here within a second or two, and at
/// midnight the day changes.
package final class FollowChanges: Sendable {
    private let programs: ProgramStore
    private let institutions: InstitutionStore
    private let changes: ChangeLog
    private let load: LoadCatalogue
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let settings: PortalSettings
    private let clock: PortalClock
    private let applied: Mutex<Int>

    /// - Parameter lastChange: the number of the last change the catalogue holds.
    package init(
        database: any SQLDatabase, load: LoadCatalogue, catalogue: CurrentCatalogue, findOccupations: FindOccupations,
        settings: PortalSettings, lastChange: Int, clock: PortalClock = .system
    ) {
        programs = ProgramStore(database)
        institutions = InstitutionStore(database)
        changes = ChangeLog(database)
        self.load = load
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.settings = settings
        self.clock = clock
        applied = Mutex(lastChange)
    }

    /// The number of the last change that searches here answer with.
    package var lastApplied: Int { applied.withLock { $0 } }

    /// Applies what was written since the last time. One call at a time.
    /// - Returns: how many changes there were.
    @discardableResult
    package func catchUp() async throws -> Int {
        catalogue.roll(to: settings.day(at: clock.now))
        var count = 0
        while true {
            let new = try await changes.changes(since: lastApplied)
            guard let last = new.last else { return count }
            try await apply(new)
            applied.withLock { $0 = max($0, last.number) }
            count += new.count
        }
    }

    /// Looks for changes until the task is cancelled. A database that cannot be asked is asked again.
    package func run(every interval: Duration = .seconds(1), logger: Logger) async {
        while !Task.isCancelled {
            do {
                let count = try await catchUp()
                catalogue.compactApart()
                if count > 0 { logger.debug("Changes applied", metadata: ["count": "\(count)", "number": "\(lastApplied)"]) }
            } catch {
                logger.error("Changes could not be read; trying again", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: interval)
        }
    }

    private func apply(_ new: [Change]) async throws {
        if new.contains(where: { if case .labourMarket = $0.subject { true } else { false } }) {
            // Names, figures and implied industries of every program may differ: nothing short of a new catalogue will do.
            let loaded = try await load()
            catalogue.replace(loaded.catalogue)
            findOccupations.replace(loaded.matcher)
            return
        }
        if new.contains(where: { if case .institution = $0.subject { true } else { false } }) {
            catalogue.apply(institutions: try await institutions.all())
        }
        let changed = Set(new.compactMap { if case .program(let id) = $0.subject { id } else { nil } })
        if !changed.isEmpty { catalogue.apply(programs: try await programs.programs(changed.sorted())) }
    }
}
