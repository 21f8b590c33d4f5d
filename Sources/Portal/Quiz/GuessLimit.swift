import Domain
import Synchronization

/// Slows down whoever tries codes: after five wrong ones from an address, each further one doubles the wait, up to five minutes.
///
/// A code in use is never held up: people behind one address do not wait for each other's mistakes. Addresses, and hashes of codes in use, are
/// held in memory for an hour and never written anywhere.
package final class GuessLimit: Sendable {
    private struct Record {
        var wrong = 0
        var last: Timestamp
    }

    /// People mistype.
    private static let free = 5
    private static let longestWait = 300
    private static let forgottenAfter: Int64 = 3_600_000
    /// Some 4 MB. When so many come at once, the oldest are forgotten.
    private static let capacity = 20_000

    private struct Memory {
        /// By address.
        var records: [String: Record] = [:]
        /// When a code was last found, by its hash.
        var inUse: [String: Timestamp] = [:]
    }

    private let clock: PortalClock
    private let memory = Mutex(Memory())

    package init(clock: PortalClock = .system) { self.clock = clock }

    /// Takes note of an attempt as if it were wrong, so that attempts side by side count as well; `found` takes it back.
    /// - Returns: seconds to wait before the next attempt; 0 when this one may go on.
    package func begin(from address: String, with code: QuizCode) -> Int {
        let (now, hash) = (clock.now, QuizSeal.hash(code))
        return memory.withLock { memory in
            if let last = memory.inUse[hash], !Self.isForgotten(last, now) { return 0 }
            var record = memory.records[address] ?? Record(last: now)
            if Self.isForgotten(record.last, now) { record.wrong = 0 }
            let wait = Self.wait(after: record.wrong)
            let passed = (now.milliseconds - record.last.milliseconds) / 1000
            guard passed >= wait else { return wait - Int(passed) }
            record.wrong += 1
            record.last = now
            Self.makeRoom(&memory.records, now) { $0.last }
            memory.records[address] = record
            return 0
        }
    }

    /// There is something under the code: the attempt was none, and the code is in use from now on.
    package func found(_ code: QuizCode, from address: String) {
        let (now, hash) = (clock.now, QuizSeal.hash(code))
        memory.withLock { memory in
            let wasInUse = memory.inUse[hash].map { !Self.isForgotten($0, now) } ?? false
            Self.makeRoom(&memory.inUse, now) { $0 }
            memory.inUse[hash] = now
            guard !wasInUse, var record = memory.records[address] else { return }
            record.wrong -= 1
            memory.records[address] = record.wrong > 0 ? record : nil
        }
    }

    /// A code was just made: there was no attempt to take back.
    package func made(_ code: QuizCode) {
        let (now, hash) = (clock.now, QuizSeal.hash(code))
        memory.withLock { memory in
            Self.makeRoom(&memory.inUse, now) { $0 }
            memory.inUse[hash] = now
        }
    }

    /// There is nothing under the code, or nothing any more.
    package func missed(_ code: QuizCode) { memory.withLock { $0.inUse[QuizSeal.hash(code)] = nil } }

    private static func isForgotten(_ time: Timestamp, _ now: Timestamp) -> Bool {
        now.milliseconds - time.milliseconds > forgottenAfter
    }

    private static func wait(after wrong: Int) -> Int {
        wrong < free ? 0 : min(longestWait, 1 << min(wrong - free + 1, 9))
    }

    private static func makeRoom<Value>(_ entries: inout [String: Value], _ now: Timestamp, time: (Value) -> Timestamp) {
        guard entries.count >= capacity else { return }
        entries = entries.filter { !isForgotten(time($0.value), now) }
        guard entries.count >= capacity else { return }
        for (key, _) in entries.sorted(by: { time($0.value) < time($1.value) }).prefix(capacity / 4) { entries[key] = nil }
    }
}
