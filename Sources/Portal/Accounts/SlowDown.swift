import Domain
import Storage

/// Slows guessing down without locking anybody out.
///
/// Wrong tries are counted three ways: for the account, for the network they come from, and for both together. Whoever signs in from a
/// network they have signed in from before waits only for the mistakes made there with their own account: strangers who try their
/// password from elsewhere, and colleagues who forget theirs, do not hold them up. Attempts made while waiting do not count, so that a wait
/// always ends; a link for a new password works at any time.
struct SlowDown: Sendable {
    let secrets: PortalSecrets

    struct Keys: Sendable {
        let account: String
        let network: String
        let both: String
        /// The network alone, as it is remembered for an account.
        let networkHash: String
    }

    /// Tries without a wait, and the longest wait in seconds.
    private struct Allowance {
        let free: Int
        let longest: Int

        func wait(after failures: Int) -> Int { failures < free ? 0 : min(longest, 1 << min(failures - free + 1, 12)) }
    }

    /// People mistype: five times. Ten for an account and thirty for a network, where more than one person may be at work.
    private static let forBoth = Allowance(free: 5, longest: 300)
    private static let forAccount = Allowance(free: 10, longest: 300)
    private static let forNetwork = Allowance(free: 30, longest: 300)
    private static let forgottenAfter: Int64 = 86_400_000

    /// - Parameter account: what the account is called, whether there is one or not.
    func keys(account: String, network: String, act: String = "password") -> Keys {
        Keys(
            account: hash("\(act) account \(account)"), network: hash("\(act) network \(network)"),
            both: hash("\(act) both \(account) \(network)"), networkHash: hash("known \(network)"))
    }

    private func hash(_ text: String) -> String { secrets.hash(text, for: .attempts) }

    /// Takes note of a try as if it were wrong, so that tries side by side count as well; `succeeded` takes it back.
    /// - Parameter isKnown: whether the account was signed in to from this network before.
    /// - Returns: seconds to wait; 0 when this one may go on.
    func begin(_ keys: Keys, isKnown: Bool, _ connection: any SQLConnection, at now: Timestamp) throws -> Int {
        var counters: [(key: String, allowance: Allowance)] = [(keys.both, Self.forBoth)]
        if !isKnown { counters += [(keys.account, Self.forAccount), (keys.network, Self.forNetwork)] }
        // In one order everywhere: two transactions never wait for each other in a circle.
        counters.sort { $0.key < $1.key }
        let found = try counters.map { try connection.lockAttempts($0.key, at: now) }
        let waits = zip(counters, found).map { counter, found in
            let wait = counter.allowance.wait(after: found.failures)
            return wait == 0 ? 0 : wait - Int((now.milliseconds - found.last.milliseconds) / 1000)
        }
        if let wait = waits.max(), wait > 0 { return wait }
        for (counter, found) in zip(counters, found) {
            let end = Timestamp(milliseconds: now.milliseconds + Self.forgottenAfter)
            try connection.setAttempts(counter.key, found.failures + 1, at: now, until: end)
        }
        return 0
    }

    func succeeded(_ keys: Keys, _ connection: any SQLConnection) throws {
        try connection.forgetAttempts(keys.both)
        for key in [keys.account, keys.network].sorted() { try connection.takeBackAttempt(key) }
    }
}
