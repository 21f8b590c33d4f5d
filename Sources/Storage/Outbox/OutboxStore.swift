package import Domain

/// The outbox, as the worker that empties it sees it. Any number of nodes may work on the same one.
package struct OutboxStore: Sendable {
    let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// For whoever has no other write to queue mail with.
    package func enqueue(_ mails: [OutgoingMail], at now: Timestamp) async throws {
        try await database.write { try $0.enqueue(mails, at: now) }
    }

    /// Takes mails that are due, longest due first; nobody else gets them before `leasedUntil`. Counts as an attempt of each.
    package func claim(most: Int, at now: Timestamp, leasedUntil: Timestamp) async throws -> [ClaimedMail] {
        // Nearly every look finds nothing: that must not cost a write.
        let isDue = try await database.read { connection in
            try connection.first("SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ? LIMIT 1", [.time(now)]) != nil
        }
        guard isDue else { return [] }
        let lease = UUIDv7.make(at: now)
        return try await database.write { connection in
            // The condition stands twice because, where two nodes choose the same rows at once, a database with row locks lets the
            // second wait for the first and then looks at the outer one again.
            try connection.query(
                """
                UPDATE outbox SET lease = ?, due_at = ?, attempts = attempts + 1
                WHERE state = 'waiting' AND due_at <= ?
                AND id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?)
                RETURNING attempts, created_at, expires_at,
                """ + " " + .list(mailColumns),
                [.text(lease), .time(leasedUntil), .time(now), .time(now), .integer(most)]
            ).map { row in
                ClaimedMail(
                    mail: try OutgoingMail(row), queuedAt: try row.time("created_at"), expiry: try row.time("expires_at"),
                    attempts: try row.integer("attempts"), leasedUntil: leasedUntil, lease: lease)
            }
        }.sorted { $0.mail.id < $1.mail.id }
    }

    /// A mail server took it: it is never sent again. True of the mail whoever holds the lease by now.
    /// - Returns: false when it was confirmed already.
    @discardableResult
    package func confirm(_ mail: OutgoingMail.ID, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE outbox SET state = 'sent', lease = NULL, finished_at = ?, failure = NULL WHERE id = ? AND state <> 'sent'",
                [.time(now), .text(mail.rawValue)]) > 0
        }
    }

    /// Gives mails back untried: their attempt does not count, and they are due at `time`.
    package func release(_ claims: [ClaimedMail], dueAt time: Timestamp, because failure: String? = nil) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE outbox SET lease = NULL, due_at = ?, attempts = attempts - 1, failure = COALESCE(?, failure)
                WHERE id = ? AND lease = ? AND state = 'waiting'
                """,
                each: claims.map { [.time(time), .text(failure), .text($0.mail.id.rawValue), .text($0.lease)] })
        }
    }

    /// To be tried again at `time`.
    package func retry(_ claim: ClaimedMail, dueAt time: Timestamp, because failure: String) async throws {
        try await database.write { connection in
            try connection.execute(
                "UPDATE outbox SET lease = NULL, due_at = ?, failure = ? WHERE id = ? AND lease = ? AND state = 'waiting'",
                [.time(time), .text(failure), .text(claim.mail.id.rawValue), .text(claim.lease)])
        }
    }

    /// Not to be tried again, unless somebody says so (`retryDead`).
    package func giveUp(_ claim: ClaimedMail, because failure: String, at now: Timestamp) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE outbox SET state = 'dead', lease = NULL, finished_at = ?, failure = ?
                WHERE id = ? AND lease = ? AND state = 'waiting'
                """,
                [.time(now), .text(failure), .text(claim.mail.id.rawValue), .text(claim.lease)])
        }
    }
}
