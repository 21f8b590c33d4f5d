import Domain
import Storage

/// How often something may be done in a day, under keyed hashes: by one network, for one address.
struct DayLimits: Sendable {
    let secrets: PortalSecrets

    /// Counts one more of each.
    /// - Returns: false when one of them has reached its limit; then the transaction should keep nothing.
    func take(_ subjects: [(name: String, most: Int)], _ connection: any SQLConnection, at now: Timestamp) throws -> Bool {
        // In one order everywhere: two transactions never wait for each other in a circle.
        let counters = subjects.map { (key: secrets.hash("directory " + $0.name, for: .attempts), most: $0.most) }
            .sorted { $0.key < $1.key }
        let found = try counters.map { try connection.lockAttempts($0.key, at: now) }
        guard zip(counters, found).allSatisfy({ $0.most > $1.failures }) else { return false }
        for (counter, found) in zip(counters, found) {
            // The day begins with the first one.
            let start = found.failures == 0 ? now : found.last
            try connection.setAttempts(counter.key, found.failures + 1, at: start, until: start.later(DirectoryTerms.day))
        }
        return true
    }
}
