package import Domain
package import Storage
import Synchronization

/// Counts what happens, without cookies and without knowing who: daily totals in memory, written to the store every few seconds.
///
/// Recording is a look-up or two under a lock, so that a page never waits for the database. What was not yet written when the process
/// is killed is lost: a few seconds of counts, never a person's data.
package final class Measuring: Sendable {
    private let store: ActivityStore?
    private let settings: PortalSettings
    private let clock: PortalClock
    private let today: Mutex<DailyCounts>

    /// - Parameter store: `nil` counts in memory only, for tests and the command line.
    package init(store: ActivityStore?, settings: PortalSettings, clock: PortalClock = .system) {
        self.store = store
        self.settings = settings
        self.clock = clock
        today = Mutex(DailyCounts(day: settings.day(at: clock.now)))
    }

    /// Robots are not counted.
    package func record(_ activity: Activity, language: Language, from visitor: Visitor) {
        guard !visitor.isRobot else { return }
        let day = settings.day(at: clock.now)
        let subjects = activity.subjects
        today.withLock { counts in
            counts.begin(day)
            for subject in subjects { counts.add(subject, language: language, visitor: visitor) }
        }
    }

    /// Writes what was counted since the last time. What could not be written stays counted for the next time.
    package func flush() async throws {
        let counts = today.withLock { $0.take() }
        guard let store, !counts.isEmpty else { return }
        do { try await store.add(counts) } catch {
            today.withLock { $0.putBack(counts) }
            throw error
        }
    }
}
