package import Domain
package import Storage
import Synchronization

/// Counts what people need for a job and no program teaches: once a day for a visitor and need, without knowing who.
///
/// Like `Measuring` it counts in memory and is written every few seconds.
package final class CountUnmetNeed: Sendable {
    private let store: UnmetNeedStore?
    private let settings: PortalSettings
    private let clock: PortalClock
    private let counts: Mutex<Counts>

    private struct Counts {
        var day: CalendarDate
        var needs: [UnmetNeed: Int] = [:]
        /// Hashes of visitor and need under a salt that ends with the day.
        var marks: Set<Int> = []
        var salt = UInt64.random(in: .min ... .max)
    }

    /// A million marks take some 16 MB. Past that, visitors are no longer told apart until midnight.
    private static let markLimit = 1_000_000

    /// - Parameter store: `nil` counts in memory only, for tests and the command line.
    package init(store: UnmetNeedStore?, settings: PortalSettings, clock: PortalClock = .system) {
        self.store = store
        self.settings = settings
        self.clock = clock
        counts = Mutex(Counts(day: settings.day(at: clock.now)))
    }

    /// Robots are not counted.
    package func record(
        _ needs: [TagTarget], for occupation: OccupationCode, in region: Region.ID?, from visitor: Visitor,
        source: UnmetNeed.Source = .plans
    ) {
        guard !visitor.isRobot, !needs.isEmpty else { return }
        let day = settings.day(at: clock.now)
        counts.withLock { counts in
            if counts.day != day {
                counts.day = day
                counts.marks = []
                counts.salt = .random(in: .min ... .max)
            }
            for target in needs {
                let need = UnmetNeed(day: day, occupation: occupation, target: target, region: region, source: source)
                var hasher = Hasher()
                hasher.combine(counts.salt)
                hasher.combine(visitor)
                hasher.combine(need)
                if counts.marks.count >= Self.markLimit || counts.marks.insert(hasher.finalize()).inserted {
                    counts.needs[need, default: 0] += 1
                }
            }
        }
    }

    /// Writes what was counted since the last time. What could not be written stays counted for the next time.
    package func flush() async throws {
        let taken = counts.withLock { counts in
            defer { counts.needs = [:] }
            return counts.needs
        }
        guard let store, !taken.isEmpty else { return }
        do {
            try await store.add(
                taken.map { need, count in
                    var counted = need
                    counted.count = count
                    return counted
                })
        } catch {
            counts.withLock { $0.needs.merge(taken, uniquingKeysWith: +) }
            throw error
        }
    }
}
