import Domain
package import Storage

/// Forgets mails that have been sent or given up: who got what after two weeks, that there was one after a year.
package struct ForgetMail: Sendable {
    private let outbox: OutboxStore
    private let clock: PortalClock

    package init(outbox: OutboxStore, clock: PortalClock = .system) {
        self.outbox = outbox
        self.clock = clock
    }

    /// Long enough to look into a complaint, and to send again what was given up while somebody was away.
    package static let daysOfContent = 14
    package static let daysOfCounts = 365

    /// - Returns: how many were forgotten now.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        let now = clock.now
        try await outbox.erase(finishedBefore: now.adding(.seconds(-Self.daysOfCounts * 86_400)))
        return try await outbox.forget(finishedBefore: now.adding(.seconds(-Self.daysOfContent * 86_400)))
    }
}
