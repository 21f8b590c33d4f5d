package import Domain

/// Signed-in browsers, inside a transaction that may do more.
extension SQLConnection {
    package func insert(_ session: AccountSession, under tokenHash: String) throws {
        try execute(
            .insert(into: "account_session", ["token_hash"] + sessionColumns),
            [
                .text(tokenHash), .text(session.id), .text(session.account.rawValue), .word(session.stage), .time(session.createdAt),
                .time(session.seenAt), .time(session.expiresAt), .text(session.device),
            ])
    }

    /// `nil` when there is none, or its last moment has passed.
    package func session(under tokenHash: String, at now: Timestamp) throws -> AccountSession? {
        try sessions("WHERE token_hash = ? AND expires_at > ?", [.text(tokenHash), .time(now)]).first
    }

    /// The latest seen first.
    package func sessions(of account: Account.ID, at now: Timestamp) throws -> [AccountSession] {
        try sessions("WHERE account = ? AND expires_at > ? ORDER BY seen_at DESC, id", [.text(account.rawValue), .time(now)])
    }

    package func touchSession(under tokenHash: String, at now: Timestamp) throws {
        try execute(
            "UPDATE account_session SET seen_at = ? WHERE token_hash = ? AND seen_at < ?", [.time(now), .text(tokenHash), .time(now)])
    }

    @discardableResult
    package func endSession(under tokenHash: String) throws -> Bool {
        try execute("DELETE FROM account_session WHERE token_hash = ?", [.text(tokenHash)]) > 0
    }

    /// - Returns: false when it was not one of theirs.
    @discardableResult
    package func endSession(_ id: String, of account: Account.ID) throws -> Bool {
        try execute("DELETE FROM account_session WHERE id = ? AND account = ?", [.text(id), .text(account.rawValue)]) > 0
    }

    /// - Parameter kept: the id of the one that stays.
    @discardableResult
    package func endSessions(of account: Account.ID, except kept: String = "") throws -> Int {
        try execute("DELETE FROM account_session WHERE account = ? AND id <> ?", [.text(account.rawValue), .text(kept)])
    }

    private func sessions(_ condition: SQL, _ values: [SQLValue]) throws -> [AccountSession] {
        try query("SELECT " + .list(sessionColumns) + " FROM account_session " + condition, values).map { row in
            AccountSession(
                id: try row.text("id"), account: Account.ID(try row.text("account")), stage: try row.word("stage"),
                createdAt: try row.time("created_at"), seenAt: try row.time("seen_at"), expiresAt: try row.time("expires_at"),
                device: try row.text("device"))
        }
    }
}

private let sessionColumns: [SQL] = ["id", "account", "stage", "created_at", "seen_at", "expires_at", "device"]
