import Storage

/// A database that cannot be asked just now, as opposed to a fault of ours: worth another try, and worth saying so.
package struct DatabaseOutage: Hashable, Sendable {
    /// Seconds after which another try may help.
    package let wait: Int

    /// `nil` for every other error.
    package init?(_ error: any Error) {
        switch error as? StorageError {
        // Others hold it: a matter of a moment.
        case .busy: wait = 2
        // A server that starts again, or a standby that takes over, needs some seconds.
        case .lost: wait = 10
        default: return nil
        }
    }
}
