package import Domain

/// Wrong passwords and codes, under keyed hashes, inside a transaction that may do more.
extension SQLConnection {
    /// Locks a counter until the end of the transaction, so that attempts side by side are counted one after the other.
    /// - Returns: what it holds; nothing when it has expired.
    package func lockAttempts(_ key: String, at now: Timestamp) throws -> (failures: Int, last: Timestamp) {
        let row = try first(
            """
            INSERT INTO sign_in_attempt (attempt_key, failures, last_at, expires_at) VALUES (?, 0, ?, ?)
            ON CONFLICT (attempt_key) DO UPDATE SET failures = sign_in_attempt.failures RETURNING failures, last_at, expires_at
            """, [.text(key), .time(now), .time(now)])
        guard let row, try row.time("expires_at") > now else { return (0, now) }
        return (try row.integer("failures"), try row.time("last_at"))
    }

    package func setAttempts(_ key: String, _ failures: Int, at now: Timestamp, until expiry: Timestamp) throws {
        try execute(
            "UPDATE sign_in_attempt SET failures = ?, last_at = ?, expires_at = ? WHERE attempt_key = ?",
            [.integer(failures), .time(now), .time(expiry), .text(key)])
    }

    /// Takes back one attempt that was none.
    package func takeBackAttempt(_ key: String) throws {
        try execute("UPDATE sign_in_attempt SET failures = failures - 1 WHERE attempt_key = ? AND failures > 0", [.text(key)])
    }

    package func forgetAttempts(_ key: String) throws { try execute("DELETE FROM sign_in_attempt WHERE attempt_key = ?", [.text(key)]) }

    package func isKnown(_ network: String, to account: Account.ID, at now: Timestamp) throws -> Bool {
        try first(
            "SELECT 1 AS found FROM known_network WHERE account = ? AND network = ? AND expires_at > ?",
            [.text(account.rawValue), .text(network), .time(now)]) != nil
    }

    package func know(_ network: String, of account: Account.ID, until expiry: Timestamp) throws {
        try execute(
            .upsert(into: "known_network", key: ["account", "network"], ["account", "network", "expires_at"]),
            [.text(account.rawValue), .text(network), .time(expiry)])
    }

    package func forgetNetworks(of account: Account.ID) throws {
        try execute("DELETE FROM known_network WHERE account = ?", [.text(account.rawValue)])
    }

    /// Erases sessions, links, counters and networks whose time is over.
    /// - Returns: how many.
    @discardableResult
    package func eraseExpiredSignIns(at now: Timestamp) throws -> Int {
        let tables: [SQL] = ["account_session", "account_link", "sign_in_attempt", "known_network"]
        return try tables.reduce(0) { $0 + (try execute("DELETE FROM " + $1 + " WHERE expires_at <= ?", [.time(now)])) }
    }
}
