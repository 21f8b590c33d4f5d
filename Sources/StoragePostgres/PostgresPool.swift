import Dispatch
import Storage
import Synchronization

/// The connections of a node: made when they are needed, at most so many, lent to one transaction at a time.
///
/// When all are lent, who comes next waits in line for a while; when the line is long, or the wait, it is told that the database is busy,
/// so that a slow database slows requests down and does not fill the memory with them.
final class PostgresPool: Sendable {
    private let address: String
    private let options: PostgresOptions
    private let state = Mutex(State())

    private struct State {
        var idle: [PostgresLink] = []
        /// Lent, idle, and being made.
        var open = 0
        var line: [Waiting] = []
        var nextNumber = 0
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private struct Waiting {
        let number: Int
        /// A connection that was given back, or nothing: the right to make one.
        let continuation: CheckedContinuation<PostgresLink?, any Error>
    }

    init(address: String, options: PostgresOptions) {
        self.address = address
        self.options = options
    }

    /// Connections open, of them idle, and transactions in line.
    var usage: (open: Int, idle: Int, waiting: Int) { state.withLock { ($0.open, $0.idle.count, $0.line.count) } }

    /// Lends a connection to the body.
    /// - Parameter fresh: a new one rather than one that was used before.
    func withLink<Value: Sendable>(fresh: Bool = false, _ body: (PostgresLink) async throws -> Value) async throws -> Value {
        let link = try await take(fresh: fresh)
        do {
            let value = try await body(link)
            giveBack(link)
            return value
        } catch {
            giveBack(link)
            throw error
        }
    }

    /// Waits for what is lent, then lets go of the server.
    func close() async {
        await withCheckedContinuation { continuation in
            let (line, isDone) = state.withLock { state in
                state.isClosed = true
                state.open -= state.idle.count
                state.idle = []
                if state.open > 0 { state.closing.append(continuation) }
                defer { state.line = [] }
                return (state.line, state.open == 0)
            }
            for waiting in line { waiting.continuation.resume(throwing: Self.closed) }
            if isDone { continuation.resume() }
        }
    }

    private enum Turn { case link(PostgresLink), make, wait, refused(StorageError) }

    private func take(fresh: Bool) async throws -> PostgresLink {
        let turn: Turn = state.withLock { state in
            guard !state.isClosed else { return .refused(Self.closed) }
            if fresh, !state.idle.isEmpty {
                // Dropped for the new one.
                state.idle.removeLast()
                return .make
            }
            if let link = state.idle.popLast() { return .link(link) }
            if state.open < options.connections {
                state.open += 1
                return .make
            }
            return state.line.count < options.waiting ? .wait : .refused(.busy)
        }
        switch turn {
        case .link(let link): return link
        case .make: return try await make()
        case .wait: if let link = try await waitInLine() { return link } else { return try await make() }
        case .refused(let error): throw error
        }
    }

    private func make() async throws -> PostgresLink {
        do { return try await PostgresLink.open(address, options) } catch {
            release(nil)
            throw error
        }
    }

    private func waitInLine() async throws -> PostgresLink? {
        try await withCheckedThrowingContinuation { continuation in
            let turn: Turn? = state.withLock { state in
                // Something may have been given back since the first look.
                if state.isClosed { return .refused(Self.closed) }
                if let link = state.idle.popLast() { return .link(link) }
                if state.open < options.connections {
                    state.open += 1
                    return .make
                }
                state.nextNumber += 1
                let number = state.nextNumber
                state.line.append(Waiting(number: number, continuation: continuation))
                DispatchQueue.global().asyncAfter(deadline: .now() + options.waitingTime) { [weak self] in self?.giveUp(number) }
                return nil
            }
            switch turn {
            case .link(let link): continuation.resume(returning: link)
            case .make: continuation.resume(returning: nil)
            case .refused(let error): continuation.resume(throwing: error)
            case .wait, nil: break
            }
        }
    }

    private func giveUp(_ number: Int) {
        let waiting: Waiting? = state.withLock { state in
            guard let place = state.line.firstIndex(where: { $0.number == number }) else { return nil }
            return state.line.remove(at: place)
        }
        waiting?.continuation.resume(throwing: StorageError.busy)
    }

    private func giveBack(_ link: PostgresLink) { release(link.isAlive && !link.isInTransaction ? link : nil) }

    /// A connection to hand on; `nil` when it is gone, and another may be made in its place.
    private func release(_ link: PostgresLink?) {
        let (next, closing) = state.withLock { state -> (Waiting?, [CheckedContinuation<Void, Never>]) in
            if state.isClosed {
                state.open -= 1
                guard state.open == 0 else { return (nil, []) }
                defer { state.closing = [] }
                return (nil, state.closing)
            }
            if !state.line.isEmpty { return (state.line.removeFirst(), []) }
            if let link { state.idle.append(link) } else { state.open -= 1 }
            return (nil, [])
        }
        next?.continuation.resume(returning: link)
        for continuation in closing { continuation.resume() }
    }

    private static let closed = StorageError.lost("the database was closed")
}
