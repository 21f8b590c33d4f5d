import CSodium
import Domain
package import Storage
import Synchronization

/// Slows down whoever tries codes: after five wrong ones from an address, each further one doubles the wait, up to five minutes. All nodes
/// of the portal count together.
///
/// A code in use is never held up, whichever node its answers were given on: people behind one address do not wait for each other's mistakes.
/// Hashes of codes in use are held in memory for an hour. An address is never kept, only its hash with the day's salt, for an hour after a wrong code.
package final class GuessLimit: Sendable {
    /// People mistype.
    private static let free = 5
    private static let longestWait = 300
    private static let forgottenAfter: Int64 = 3_600_000
    /// Some 4 MB. When so many come at once, the oldest are forgotten.
    private static let capacity = 20_000

    private struct Memory {
        /// When a code was last found, by its hash.
        var inUse: [String: Timestamp] = [:]
        /// Until when a guesser has to wait, as far as this node has heard: whoever hammers does not reach the database.
        var held: [String: Timestamp] = [:]
        var salt: (day: CalendarDate, text: String)?
    }

    private let store: GuessStore?
    private let quizzes: QuizStore?
    private let clock: PortalClock
    private let memory = Mutex(Memory())
    /// In the place of the store when there is none.
    private let shelf = Mutex<[String: (wrong: Int, last: Timestamp)]>([:])

    /// - Parameter database: `nil` counts in memory: for tests and the command line.
    package init(database: (any SQLDatabase)? = nil, clock: PortalClock = .system) {
        store = database.map(GuessStore.init)
        quizzes = database.map(QuizStore.init)
        self.clock = clock
    }

    /// Takes note of an attempt as if it were wrong, so that attempts side by side count as well; `found` takes it back.
    /// - Returns: seconds to wait before the next attempt; 0 when this one may go on.
    package func begin(from address: String, with code: QuizCode) async throws -> Int {
        let now = clock.now
        guard try await !isInUse(code, now) else { return 0 }
        let guesser = try await guesser(address, now)
        if let until = memory.withLock({ $0.held[guesser] }), until > now { return Self.seconds(until, after: now) }
        let forgotten = Timestamp(milliseconds: now.milliseconds - Self.forgottenAfter)
        let wait =
            if let store {
                try await store.begin(guesser, at: now, forgotten: forgotten) { Self.wait(after: $0) }
            } else {
                beginInMemory(guesser, now, forgotten)
            }
        if wait > 0 {
            memory.withLock { memory in
                Self.makeRoom(&memory.held, now) { $0 }
                memory.held[guesser] = Timestamp(milliseconds: now.milliseconds + Int64(wait) * 1_000)
            }
        }
        return wait
    }

    /// There is something under the code: the attempt was none, and the code is in use from now on.
    package func found(_ code: QuizCode, from address: String) async throws {
        let (now, hash) = (clock.now, QuizSeal.hash(code))
        let wasInUse = wasFound(hash, now)
        made(code)
        guard !wasInUse else { return }
        let guesser = try await guesser(address, now)
        if let store { return try await store.takeBack(guesser) }
        shelf.withLock { shelf in
            guard let record = shelf[guesser] else { return }
            shelf[guesser] = record.wrong > 1 ? (record.wrong - 1, record.last) : nil
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

    /// Erases what is over.
    /// - Returns: how many guessers were forgotten.
    @discardableResult
    package func forget() async throws -> Int {
        let now = clock.now
        return try await store?.forget(
            before: Timestamp(milliseconds: now.milliseconds - Self.forgottenAfter), saltsBefore: now.day().adding(days: -1)) ?? 0
    }

    private func beginInMemory(_ guesser: String, _ now: Timestamp, _ forgotten: Timestamp) -> Int {
        shelf.withLock { shelf in
            let record = shelf[guesser] ?? (0, now)
            let counted = record.last < forgotten ? 0 : record.wrong
            let rest = Self.wait(after: counted) - Int((now.milliseconds - record.last.milliseconds) / 1_000)
            if counted > 0, rest > 0 { return rest }
            Self.makeRoom(&shelf, now) { $0.last }
            shelf[guesser] = (counted + 1, now)
            return 0
        }
    }

    /// Found here within the hour, or its answers were kept within the hour, on whatever node.
    private func isInUse(_ code: QuizCode, _ now: Timestamp) async throws -> Bool {
        let hash = QuizSeal.hash(code)
        if wasFound(hash, now) { return true }
        let hourAgo = Timestamp(milliseconds: now.milliseconds + KeepQuiz.lifetime - Self.forgottenAfter)
        guard let quizzes, try await quizzes.answers(under: hash, at: hourAgo) != nil else { return false }
        made(code)
        return true
    }

    private func wasFound(_ hash: String, _ now: Timestamp) -> Bool {
        memory.withLock { $0.inUse[hash] }.map { now.milliseconds - $0.milliseconds <= Self.forgottenAfter } ?? false
    }

    /// The address as it is counted: the same on every node, another one every day.
    private func guesser(_ address: String, _ now: Timestamp) async throws -> String {
        let day = now.day()
        let salt: String
        if let known = memory.withLock({ $0.salt }), known.day == day {
            salt = known.text
        } else {
            let proposal = SecretText.random()
            salt = try await store?.salt(of: day, proposal: proposal) ?? proposal
            memory.withLock { $0.salt = (day, salt) }
        }
        return SecretText.hash(address, salt: salt)
    }

    private static func seconds(_ until: Timestamp, after now: Timestamp) -> Int {
        Int((until.milliseconds - now.milliseconds + 999) / 1_000)
    }

    private static func wait(after wrong: Int) -> Int {
        wrong < free ? 0 : min(longestWait, 1 << min(wrong - free + 1, 9))
    }

    private static func makeRoom<Value>(_ entries: inout [String: Value], _ now: Timestamp, time: (Value) -> Timestamp) {
        guard entries.count >= capacity else { return }
        entries = entries.filter { now.milliseconds - time($0.value).milliseconds <= forgottenAfter }
        guard entries.count >= capacity else { return }
        for (key, _) in entries.sorted(by: { time($0.value) < time($1.value) }).prefix(capacity / 4) { entries[key] = nil }
    }
}
