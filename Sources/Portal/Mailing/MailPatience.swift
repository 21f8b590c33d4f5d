import Domain

/// How often mail is looked for, and how long it is tried.
package struct MailPatience: Sendable {
    /// Between two looks, when nobody rings: mail that another process queued.
    package var look = Duration.seconds(1)
    /// For which a mail is taken: half as long again as sending it may take, so that nobody else sends it meanwhile. A node that dies gives its
    /// mail back after it.
    package var lease: Duration
    /// Attempts that reached a server and were put off, after which a mail is given up: 15 seconds, then twice as long each time, four hours
    /// at most. Together some 40 hours.
    package var attempts = 20

    /// - Parameter timeout: what sending one mail may take.
    package init(timeout: Duration = .seconds(60)) { lease = timeout + timeout / 2 }

    func delay(after attempts: Int) -> Duration { .seconds(min(15 << min(attempts - 1, 12), 4 * 3_600)) }

    /// One second, then twice as long each time, a minute at most: a server that restarts is found again soon.
    func pause(afterBlocked turns: Int) -> Duration { .seconds(min(1 << min(turns - 1, 6), 60)) }
}

extension Timestamp {
    func adding(_ duration: Duration) -> Timestamp {
        Timestamp(
            milliseconds: milliseconds + duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }
}
