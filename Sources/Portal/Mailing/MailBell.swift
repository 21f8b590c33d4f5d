import Synchronization

/// Wakes the worker of this node, so that a mail somebody waits for goes at once rather than at the next look. Ring it after the commit.
package final class MailBell: Sendable {
    private struct State {
        var isRung = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// Whoever waits goes on; if nobody does, the next wait ends at once.
    package func ring() {
        state.withLock { state in
            state.isRung = state.waiting == nil
            state.waiting?.resume()
            state.waiting = nil
        }
    }

    /// Until the bell rings, or that long. One waits at a time.
    package func wait(atMost time: Duration) async {
        let alarm = Task {
            try await Task.sleep(for: time)
            ring()
        }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                defer { state.isRung = false }
                if !state.isRung { state.waiting = continuation }
                return state.isRung
            }
            if isOver { continuation.resume() }
        }
        alarm.cancel()
    }
}
