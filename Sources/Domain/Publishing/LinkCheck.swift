/// What a look at an address found.
package struct LinkCheck: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case fine
        /// There is no such page any more (404 or 410).
        case gone
        /// No answer, or one that says the server is in trouble.
        case unreachable
        /// An address in a private network: never asked.
        case refused
        /// The site's robots.txt asks not to.
        case notAsked = "not-asked"
    }

    package let url: String
    package let at: Timestamp
    package let outcome: Outcome
    /// What HTTP answered; 0 for none.
    package let status: Int
    /// How many looks in a row were not fine.
    package let failures: Int

    package init(url: String, at: Timestamp, outcome: Outcome, status: Int = 0, failures: Int = 0) {
        self.url = url
        self.at = at
        self.outcome = outcome
        self.status = status
        self.failures = failures
    }

    /// Gone twice in a row, or not to be reached three times: a server that was down for an hour is not called dead.
    package var isDead: Bool {
        switch outcome {
        case .gone: failures >= 2
        case .unreachable: failures >= 3
        case .fine, .refused, .notAsked: false
        }
    }
}
