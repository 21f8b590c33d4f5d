import Synchronization

/// How far a run has come: told by the thread that reads, asked by the one that keeps the lease.
package final class ImportProgress: Sendable {
    private let count = Mutex(0)

    package init() {}

    func advance(by count: Int) { self.count.withLock { $0 += count } }

    /// A transaction that is run again begins anew.
    func restart() { count.withLock { $0 = 0 } }

    var rows: Int { count.withLock { $0 } }
}
