import Domain
import Synchronization

/// Slows down whoever tries codes: after five wrong ones from an address, each further one doubles the wait, up to five minutes.
///
/// Addresses are held in memory for an hour after their last wrong code and never written anywhere.
package final class GuessLimit: Sendable {
    private struct Record {
        var wrong = 0
        var last: Timestamp
    }

    /// People mistype.
    private static let free = 5
    private static let longestWait = 300
    private static let forgottenAfter: Int64 = 3_600_000
    /// Some 2 MB. When so many guess at once, the oldest are forgotten.
    private static let capacity = 20_000

    private let clock: PortalClock
    private let records = Mutex<[String: Record]>([:])

    package init(clock: PortalClock = .system) { self.clock = clock }

    /// Takes note of an attempt as if it were wrong, so that attempts side by side count as well; `succeeded` takes it back.
    /// - Returns: seconds to wait before the next attempt; 0 when this one may go on.
    package func begin(from address: String) -> Int {
        let now = clock.now
        return records.withLock { records in
            var record = records[address] ?? Record(last: now)
            if now.milliseconds - record.last.milliseconds > Self.forgottenAfter { record.wrong = 0 }
            let wait = Self.wait(after: record.wrong)
            let passed = (now.milliseconds - record.last.milliseconds) / 1000
            guard passed >= wait else { return wait - Int(passed) }
            record.wrong += 1
            record.last = now
            if records[address] == nil, records.count >= Self.capacity { Self.makeRoom(&records, now) }
            records[address] = record
            return 0
        }
    }

    /// The attempt was right.
    package func succeeded(from address: String) {
        records.withLock { records in
            guard var record = records[address] else { return }
            record.wrong -= 1
            records[address] = record.wrong > 0 ? record : nil
        }
    }

    private static func wait(after wrong: Int) -> Int {
        wrong < free ? 0 : min(longestWait, 1 << min(wrong - free + 1, 9))
    }

    private static func makeRoom(_ records: inout [String: Record], _ now: Timestamp) {
        records = records.filter { now.milliseconds - $0.value.last.milliseconds <= forgottenAfter }
        guard records.count >= capacity else { return }
        for (address, _) in records.sorted(by: { $0.value.last < $1.value.last }).prefix(capacity / 4) { records[address] = nil }
    }
}
