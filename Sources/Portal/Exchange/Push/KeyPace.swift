package import Domain
import Synchronization

/// How fast one key may ask: so many at once, then so many a second. Counted by each node for itself.
package final class KeyPace: Sendable {
    private struct Bucket {
        var left: Double
        var at: Timestamp
    }

    /// 60 at once and 10 a second: a nightly run of a thousand single programs takes two minutes, and one institution's loop that went
    /// wrong takes a hundredth of a node.
    private static let burst = 60.0
    private static let perSecond = 10.0

    private let buckets = Mutex<[InstitutionKey.ID: Bucket]>([:])
    private let clock: PortalClock

    package init(clock: PortalClock = .system) { self.clock = clock }

    /// - Returns: seconds to wait; 0 when this one may go on.
    package func wait(_ key: InstitutionKey.ID) -> Int {
        let now = clock.now
        return buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(left: Self.burst, at: now)
            let passed = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 1_000
            bucket = Bucket(left: min(Self.burst, bucket.left + passed * Self.perSecond), at: now)
            defer { buckets[key] = bucket }
            guard bucket.left >= 1 else { return max(1, Int(((1 - bucket.left) / Self.perSecond).rounded(.up))) }
            bucket.left -= 1
            return 0
        }
    }
}
