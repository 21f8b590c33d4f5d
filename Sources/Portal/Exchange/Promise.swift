import Dispatch
import Synchronization

/// The result of work that goes on elsewhere, for a thread that may wait: the one a database lends to the body of a transaction,
/// where nothing can be awaited.
final class Promise<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async {
            let result = Result { try work() }
            self.result.withLock { $0 = result }
            self.done.signal()
        }
    }

    /// Waits for it. To be asked once.
    func value() throws -> Value {
        done.wait()
        guard let result = result.withLock({ $0 }) else { preconditionFailure("a promise is kept before it says so") }
        return try result.get()
    }
}
