import Domain
import Storage

/// How often something may be done in a day: by one network, for one address. Counted under keyed hashes like sign-ins, so that nobody can read
/// out of the database who did it.
struct DayLimits: Sendable {
    /// What is counted: the same name in another subject is another counter.
    let subject: String
    let secrets: PortalSecrets

    private static let day = Int64(86_400_000)

    /// Counts one more of each.
    /// - Returns: false when one of them has reached its limit; then the transaction should keep nothing.
    func take(_ names: [(name: String, most: Int)], _ connection: any SQLConnection, at now: Timestamp) throws -> Bool {
        // In one order everywhere: two transactions never wait for each other in a circle.
        let counters = names.map { (key: secrets.hash(subject + " " + $0.name, for: .attempts), most: $0.most) }
            .sorted { $0.key < $1.key }
        let found = try counters.map { try connection.lockAttempts($0.key, at: now) }
        guard zip(counters, found).allSatisfy({ $0.most > $1.failures }) else { return false }
        for (counter, found) in zip(counters, found) {
            // The day begins with the first one.
            let start = found.failures == 0 ? now : found.last
            try connection.setAttempts(counter.key, found.failures + 1, at: start, until: start.later(Self.day))
        }
        return true
    }
}
