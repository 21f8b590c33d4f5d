import CPostgres
import Dispatch
import Foundation
import Storage
import Synchronization

/// A connection that does nothing but hear what other nodes announce, on a thread of its own.
///
/// It may be away for a while when the server is; whoever follows looks by itself as well, and is told to look once it is back.
final class PostgresListener: Sendable {
    /// The channel of PostgreSQL's NOTIFY.
    static let channel = "tremplin_change"

    private let address: String
    private let options: PostgresOptions
    private let state = Mutex(State())

    private struct State {
        var hearers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextHearer = 0
        var isRunning = false
        var isStopped = false
        var stopping: CheckedContinuation<Void, Never>?
    }

    /// Milliseconds after which it looks whether it is to stop.
    private static let patience: Int32 = 250

    init(address: String, options: PostgresOptions) {
        self.address = address
        self.options = options
    }

    /// One element when there may be something new; several announcements at once may come as one.
    func announcements() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let starts = state.withLock { state -> Bool in
            guard !state.isStopped else {
                continuation.finish()
                return false
            }
            let number = state.nextHearer
            state.nextHearer += 1
            state.hearers[number] = continuation
            continuation.onTermination = { [weak self] _ in self?.forget(number) }
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if starts { Thread.detachNewThread { self.listen() } }
        return stream
    }

    func stop() async {
        await withCheckedContinuation { continuation in
            let hearers = state.withLock { state in
                state.isStopped = true
                if state.isRunning { state.stopping = continuation }
                defer { state.hearers = [:] }
                return (state.hearers.values, state.isRunning)
            }
            for hearer in hearers.0 { hearer.finish() }
            if !hearers.1 { continuation.resume() }
        }
    }

    private func forget(_ number: Int) { state.withLock { $0.hearers[number] = nil } }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func tell() {
        for hearer in state.withLock({ Array($0.hearers.values) }) { hearer.yield() }
    }

    private func listen() {
        while !isStopped {
            if let connection = try? PostgresAddress.connect(address, options) {
                hear(connection)
                PQfinish(connection)
            }
            for _ in 0..<4 where !isStopped { usleep(UInt32(Self.patience) * 1_000) }
        }
        let stopping = state.withLock { state in
            state.isRunning = false
            return state.stopping
        }
        stopping?.resume()
    }

    private func hear(_ connection: OpaquePointer) {
        let answer = PQexec(connection, "LISTEN \(Self.channel)")
        let isListening = PQresultStatus(answer) == PGRES_COMMAND_OK
        PQclear(answer)
        guard isListening else { return }
        // Something may have been announced before it listened.
        tell()
        while !isStopped {
            var waiting = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Self.patience)
            guard ready >= 0 || errno == EINTR else { return }
            guard ready > 0 else { continue }
            guard PQconsumeInput(connection) == 1 else { return }
            var isNew = false
            while let notification = PQnotifies(connection) {
                PQfreemem(notification)
                isNew = true
            }
            if isNew { tell() }
        }
    }
}
