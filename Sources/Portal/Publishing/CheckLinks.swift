package import Domain
package import Storage

/// Looks at one address of the web.
package protocol LinkLooking: Sendable {
    func look(at address: String) async -> (outcome: LinkCheck.Outcome, status: Int)
}

/// Looks, from time to time, whether the pages of published programs are still there.
package struct CheckLinks: Sendable {
    private let database: any SQLDatabase
    private let looking: any LinkLooking
    private let clock: PortalClock

    /// 14 days between two looks at an address that is fine.
    private static let often = Int64(14) * 86_400_000
    /// One day before an address that was not fine is looked at again.
    private static let soon = Int64(1) * 86_400_000

    package init(database: any SQLDatabase, looking: any LinkLooking, clock: PortalClock = .system) {
        self.database = database
        self.looking = looking
        self.clock = clock
    }

    /// Addresses that are due, hosts taking turns.
    /// - Parameter most: of them.
    /// - Returns: how many were looked at, and how many are dead now.
    package func callAsFunction(most: Int = 200) async throws -> (looked: Int, dead: Int) {
        let now = clock.now
        try await database.write { try $0.forgetUnusedLinks() }
        let due = try await database.read {
            try $0.linksDue(
                before: Timestamp(milliseconds: now.milliseconds - Self.often),
                troubledBefore: Timestamp(milliseconds: now.milliseconds - Self.soon), most: most)
        }
        var (looked, dead) = (0, 0)
        for address in Self.inTurns(due) {
            guard !Task.isCancelled else { break }
            let found = await looking.look(at: address)
            // What was broken off half-way found nothing.
            guard !Task.isCancelled else { break }
            let time = clock.now
            let check = try await database.write { connection in
                let failures = try connection.linkCheck(address)?.failures ?? 0
                let isTrouble = found.outcome == .gone || found.outcome == .unreachable
                let check = LinkCheck(
                    url: address, at: time, outcome: found.outcome, status: found.status, failures: isTrouble ? failures + 1 : 0)
                try connection.save(check)
                return check
            }
            looked += 1
            if check.isDead { dead += 1 }
        }
        return (looked, dead)
    }

    /// One of each host, then the next of each: the pause after a host is spent at others.
    static func inTurns(_ addresses: [String]) -> [String] {
        var turns: [String: Int] = [:]
        return addresses.enumerated().map { place, address in
            let host = String(address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first ?? "")
            turns[host, default: 0] += 1
            return (turn: turns[host] ?? 0, place: place, address: address)
        }.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.address)
    }
}
