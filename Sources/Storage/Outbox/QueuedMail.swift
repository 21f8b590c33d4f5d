package import Domain

/// How far a mail has come.
package enum OutboxState: String, Sendable, CaseIterable {
    /// Not handed over yet, whether or not a worker is at it.
    case waiting
    /// A mail server took it.
    case sent
    /// Given up: refused for good, tried too often, or too old.
    case dead
}

/// A mail that one worker has taken, and nobody else may send until the lease is over.
package struct ClaimedMail: Sendable {
    package let mail: OutgoingMail
    package let queuedAt: Timestamp
    /// When trying ends.
    package let expiry: Timestamp
    /// This one included.
    package let attempts: Int
    /// When the mail is free again for any worker.
    package let leasedUntil: Timestamp
    let lease: String
}

/// What is in the outbox.
package struct OutboxCounts: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let state: OutboxState
        package let kind: OutgoingMail.Kind
        package let count: Int
    }

    /// By state and kind; those of which there are none are left out.
    package let lines: [Line]
    /// When the mail that has waited longest was queued.
    package let oldestWaiting: Timestamp?

    package func count(_ state: OutboxState) -> Int { lines.filter { $0.state == state }.reduce(0) { $0 + $1.count } }
}
