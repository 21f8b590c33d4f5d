package import Domain

/// What an operator asks of the outbox, and what is forgotten.
extension OutboxStore {
    package func counts() async throws -> OutboxCounts {
        try await database.read { connection in
            let lines = try connection.query(
                "SELECT state, kind, COUNT(*) AS n FROM outbox GROUP BY state, kind ORDER BY state, kind"
            ).map { row in
                OutboxCounts.Line(
                    state: try row.word("state"), kind: OutgoingMail.Kind(rawValue: try row.text("kind")), count: try row.integer("n"))
            }
            let oldest = try connection.first("SELECT MIN(created_at) AS oldest FROM outbox WHERE state = 'waiting'")
            return OutboxCounts(lines: lines, oldestWaiting: try oldest?.optionalTime("oldest"))
        }
    }

    /// Why the latest mails failed, newest first: what the server answered, never what was written.
    package func failures(most: Int) async throws -> [(mail: OutgoingMail.ID, kind: OutgoingMail.Kind, failure: String)] {
        try await database.read { connection in
            try connection.query(
                "SELECT id, kind, failure FROM outbox WHERE failure IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT ?", [.integer(most)]
            ).map { row in
                (OutgoingMail.ID(try row.text("id")), OutgoingMail.Kind(rawValue: try row.text("kind")), try row.text("failure"))
            }
        }
    }

    /// Everything given up is tried again from the start; what has been forgotten is not.
    /// - Returns: how many.
    @discardableResult
    package func retryDead(at now: Timestamp) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ?, expires_at = ?, finished_at = NULL
                WHERE state = 'dead' AND recipient <> ''
                """,
                [.time(now), .time(OutgoingMail.expiry(queuedAt: now))])
        }
    }

    /// Forgets who got what of mails that were sent or given up before `time`: only kind, state and times stay, for figures.
    /// - Returns: how many.
    @discardableResult
    package func forget(finishedBefore time: Timestamp) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE outbox SET recipient = '', subject = '', text_body = '', html_body = '', reply_to = NULL, unsubscribe = NULL,
                answers = NULL, failure = NULL
                WHERE finished_at < ? AND recipient <> ''
                """,
                [.time(time)])
        }
    }

    /// Erases mails that were sent or given up before `time`, whole.
    /// - Returns: how many.
    @discardableResult
    package func erase(finishedBefore time: Timestamp) async throws -> Int {
        try await database.write { try $0.execute("DELETE FROM outbox WHERE finished_at < ?", [.time(time)]) }
    }
}
