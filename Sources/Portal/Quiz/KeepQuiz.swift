package import Domain
package import Storage
import Synchronization

/// A person's answers and the code that brings them back.
package struct KeptQuiz: Hashable, Sendable {
    package let code: QuizCode
    package var answers: QuizAnswers
    /// When they will be erased.
    package let until: Timestamp
}

/// Keeps answers from one page to the next and for 90 days after the last one, then erases them.
package struct KeepQuiz: Sendable {
    package static let days = 90
    /// The same in milliseconds.
    static let lifetime = Int64(days) * 86_400_000

    private enum Place: Sendable {
        case store(QuizStore)
        /// Forgotten when the process ends: for tests and the command line.
        case memory(MemoryShelf)
    }

    private let place: Place
    private let clock: PortalClock

    /// - Parameter store: `nil` keeps answers in memory only.
    package init(store: QuizStore?, clock: PortalClock = .system) {
        place = store.map { .store($0) } ?? .memory(MemoryShelf())
        self.clock = clock
    }

    /// Answers under a new code.
    package func begin(_ answers: QuizAnswers) async throws -> KeptQuiz { try await keep(answers, under: .random()) }

    /// `nil` when nothing is kept under the code, or no longer.
    package func find(_ code: QuizCode) async throws -> KeptQuiz? {
        let hash = QuizSeal.hash(code)
        let found =
            switch place {
            case .store(let store): try await store.answers(under: hash, at: clock.now)
            case .memory(let shelf): shelf.answers(under: hash, at: clock.now)
            }
        return try found.map { KeptQuiz(code: code, answers: try QuizSeal.open($0.sealed, with: code), until: $0.expiry) }
    }

    /// Answers given since: the 90 days begin again.
    package func save(_ answers: QuizAnswers, under code: QuizCode) async throws -> KeptQuiz { try await keep(answers, under: code) }

    /// - Returns: false when nothing was kept under the code.
    @discardableResult
    package func erase(_ code: QuizCode) async throws -> Bool {
        let hash = QuizSeal.hash(code)
        switch place {
        case .store(let store): return try await store.erase(hash)
        case .memory(let shelf): return shelf.erase(hash)
        }
    }

    /// - Returns: how many were past their days.
    @discardableResult
    package func eraseExpired() async throws -> Int {
        switch place {
        case .store(let store): try await store.eraseExpired(at: clock.now)
        case .memory(let shelf): shelf.eraseExpired(at: clock.now)
        }
    }

    private func keep(_ answers: QuizAnswers, under code: QuizCode) async throws -> KeptQuiz {
        let until = Timestamp(milliseconds: clock.now.milliseconds + Self.lifetime)
        let (hash, sealed) = (QuizSeal.hash(code), try QuizSeal.seal(answers, with: code))
        switch place {
        case .store(let store): try await store.save(sealed, under: hash, until: until)
        case .memory(let shelf): shelf.save(sealed, under: hash, until: until)
        }
        return KeptQuiz(code: code, answers: answers, until: until)
    }
}

/// The store's twin in memory.
private final class MemoryShelf: Sendable {
    private let kept = Mutex<[String: (sealed: String, expiry: Timestamp)]>([:])

    func save(_ sealed: String, under hash: String, until expiry: Timestamp) { kept.withLock { $0[hash] = (sealed, expiry) } }

    func answers(under hash: String, at now: Timestamp) -> (sealed: String, expiry: Timestamp)? {
        kept.withLock { $0[hash] }.flatMap { $0.expiry > now ? $0 : nil }
    }

    func erase(_ hash: String) -> Bool { kept.withLock { $0.removeValue(forKey: hash) != nil } }

    func eraseExpired(at now: Timestamp) -> Int {
        kept.withLock { kept in
            let before = kept.count
            kept = kept.filter { $0.value.expiry > now }
            return before - kept.count
        }
    }
}
