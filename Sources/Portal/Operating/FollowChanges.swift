import Domain
package import Logging
import Matching
package import Storage
import Synchronization

/// Keeps this node's catalogue the same as the database: what another process writes shows here within a second or two, and at
/// midnight the day changes.
package final class FollowChanges: Sendable {
    private let programs: ProgramStore
    private let institutions: InstitutionStore
    private let changes: ChangeLog
    private let operated: LoadOperatedPortal
    private let load: LoadCatalogue
    private let catalogue: CurrentCatalogue
    private let findOccupations: FindOccupations
    private let settings: PortalSettings
    private let clock: PortalClock
    private let announcements: AsyncStream<Void>
    private let state: Mutex<State>

    private struct State {
        var applied: Int
        /// The change of that number, once it was read.
        var seen: Change?
        var isAtWork = false
        var line: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameter lastChange: the number of the last change the catalogue holds.
    package init(
        database: any SQLDatabase, load: LoadCatalogue, catalogue: CurrentCatalogue, findOccupations: FindOccupations,
        settings: PortalSettings, lastChange: Int, clock: PortalClock = .system
    ) {
        programs = ProgramStore(database)
        institutions = InstitutionStore(database)
        changes = ChangeLog(database)
        operated = LoadOperatedPortal(database: database)
        self.load = load
        self.catalogue = catalogue
        self.findOccupations = findOccupations
        self.settings = settings
        self.clock = clock
        announcements = database.announcements
        state = Mutex(State(applied: lastChange))
    }

    /// The number of the last change that searches here answer with.
    package var lastApplied: Int { state.withLock { $0.applied } }

    /// Applies what was written since the last time. Whoever writes calls it before it answers: one sees what one wrote. Calls at the same moment
    /// take turns.
    /// - Returns: how many changes there were.
    @discardableResult
    package func catchUp() async throws -> Int {
        await takeTurn()
        defer { endTurn() }
        catalogue.roll(to: settings.day(at: clock.now))
        var count = 0
        while true {
            let applied = lastApplied
            // With the last one applied: when it is another now, a copy or another server took the database's place.
            var new = try await changes.changes(since: applied - 1)
            let seen = new.first?.number == applied ? new.removeFirst() : nil
            if let known = state.withLock({ $0.seen }), known.number == applied, let seen, seen != known {
                try await reload()
                return count
            }
            state.withLock { $0.seen = seen ?? $0.seen }
            guard let last = new.last else {
                if try await changes.latestNumber() < applied { try await reload() }
                return count
            }
            // What was forgotten of the log, or is too much to apply one by one, is read anew.
            if new[0].number > applied + 1 || new.count >= ChangeLog.most - 1, try await isFarBehind(applied, new[0].number) {
                try await reload()
                return count + max(0, lastApplied - applied)
            }
            try await apply(new)
            state.withLock { $0 = State(applied: max($0.applied, last.number), seen: last, isAtWork: true, line: $0.line) }
            count += new.count
        }
    }

    /// Reads the database into memory again, whatever is there.
    package func rebuild() async throws {
        await takeTurn()
        defer { endTurn() }
        try await reload()
    }

    /// Looks for changes until the task is cancelled: when some are announced, and every `interval` whether or not. A database that cannot
    /// be asked is asked again.
    package func run(every interval: Duration = .seconds(1), logger: Logger) async {
        let (looks, look) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                repeat { look.yield() } while (try? await Task.sleep(for: interval)) != nil
                look.finish()
            }
            group.addTask { [announcements] in for await _ in announcements { look.yield() } }
            group.addTask {
                for await _ in looks {
                    guard !Task.isCancelled else { break }
                    await self.lookOnce(logger)
                }
            }
        }
    }

    private func lookOnce(_ logger: Logger) async {
        do {
            let count = try await catchUp()
            catalogue.compactApart()
            if count > 0 { logger.debug("Changes applied", metadata: ["count": "\(count)", "number": "\(lastApplied)"]) }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Changes could not be read; trying again", metadata: ["error": "\(error)"])
        }
    }

    /// Past a quarter of the programs it is quicker to read the rows.
    private func isFarBehind(_ applied: Int, _ first: Int) async throws -> Bool {
        if first > applied + 1 { return true }
        return try await changes.latestNumber() - applied > max(ChangeLog.most, catalogue.current.programCount / 4)
    }

    private func reload() async throws {
        let loaded = try await load()
        catalogue.replace(loaded.catalogue)
        findOccupations.replace(loaded.matcher)
        state.withLock { $0 = State(applied: loaded.lastChange, seen: nil, isAtWork: true, line: $0.line) }
    }

    private func takeTurn() async {
        await withCheckedContinuation { continuation in
            let isFirst = state.withLock { state in
                if state.isAtWork { state.line.append(continuation) }
                defer { state.isAtWork = true }
                return !state.isAtWork
            }
            if isFirst { continuation.resume() }
        }
    }

    private func endTurn() {
        let next = state.withLock { state in
            if state.line.isEmpty { state.isAtWork = false }
            return state.line.isEmpty ? nil : state.line.removeFirst()
        }
        next?.resume()
    }

    private func apply(_ new: [Change]) async throws {
        if new.contains(where: \.asksForEverything) {
            // Names, figures and implied industries of every program may differ: nothing short of a new catalogue will do.
            return try await reload()
        }
        var gone: Set<Institution.ID> = []
        if new.contains(where: { if case .institution = $0.subject { true } else { false } }) {
            let all = try await institutions.all()
            catalogue.apply(institutions: all)
            gone = Set(catalogue.current.institutions.keys).subtracting(all.map(\.id))
        }
        let changed = Set(new.compactMap { if case .program(let id) = $0.subject { id } else { nil } })
        if !changed.isEmpty { catalogue.apply(programs: try await programs.programs(changed.sorted())) }
        // After their programs are with others.
        catalogue.remove(institutions: gone)
        if new.contains(where: { if case .portal = $0.subject { true } else { false } }) {
            settings.operated.replace(try await operated())
            catalogue.renew()
        }
    }
}

extension Change {
    fileprivate var asksForEverything: Bool {
        switch subject {
        case .labourMarket, .everything: true
        case .program, .institution, .portal: false
        }
    }
}
