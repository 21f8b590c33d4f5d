package import Domain

/// Imports as the nodes see them: one node at a time has a job in hand, for as long as it gives signs of life.
package struct ImportQueue: Sendable {
    let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// A job somebody has in hand.
    package struct Claim: Sendable {
        package let job: ImportJob
        /// Names this run: whoever has another one may not end the job.
        package let run: String
        /// How often it was begun.
        package let attempts: Int
    }

    /// Takes the job that has waited longest, or one whose node gave no sign of life since its lease ran out.
    package func claim(at now: Timestamp, leasedUntil: Timestamp) async throws -> Claim? {
        let condition: SQL = """
            (state = 'waiting'
             OR state = 'running' AND id IN (SELECT job FROM import_heartbeat WHERE leased_until <= ?))
            """
        // Nearly every look finds nothing: that must not cost a write.
        let isThere = try await database.read { connection in
            try connection.first("SELECT id FROM import_job WHERE " + condition + " LIMIT 1", [.time(now)]) != nil
        }
        guard isThere else { return nil }
        let run = UUIDv7.make(at: now)
        return try await database.write { connection in
            // The condition stands twice because, where two nodes choose the same row at once, the second waits for the first and then
            // looks at the outer one again.
            let claimed = try connection.first(
                "UPDATE import_job SET state = 'running', run = ?, attempts = attempts + 1 WHERE " + condition
                    + " AND id IN (SELECT id FROM import_job WHERE " + condition
                    + " ORDER BY created_at, id LIMIT 1) RETURNING id, attempts",
                [.text(run), .time(now), .time(now)])
            guard let claimed, let job = try connection.jobs("WHERE id = ?", [.text(try claimed.text("id"))]).first else { return nil }
            try connection.beat(job.id, leasedUntil: leasedUntil, progress: 0)
            return Claim(job: job, run: run, attempts: try claimed.integer("attempts"))
        }
    }

    /// A sign of life. It touches no row that the run itself writes, so that neither waits for the other.
    package func beat(_ claim: Claim, leasedUntil: Timestamp, progress: Int) async throws {
        try await database.write { try $0.beat(claim.job.id, leasedUntil: leasedUntil, progress: progress) }
    }

    /// The comparison is done.
    /// - Returns: false when another node has it in hand by now: nothing was kept.
    @discardableResult
    package func compared(
        _ claim: Claim, counts: ImportJob.Counts, lastChange: Int, findings: [ImportFindingKind: [String]], isAnew: Bool, at now: Timestamp
    ) async throws -> Bool {
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE import_job SET state = 'ready', run = NULL, changed_at = ?, last_change = ?, is_compared_anew = ?,
                rows_read = ?, new_programs = ?, changed_programs = ?, unchanged_programs = ?, notes = ?, errors = ?, error_rows = ?,
                missing_programs = ? WHERE id = ? AND state = 'running' AND run = ?
                """,
                [.time(now), .integer(lastChange), .flag(isAnew)] + counts.values + [.text(claim.job.id.rawValue), .text(claim.run)])
            guard changed == 1 else { return false }
            try connection.execute("DELETE FROM import_finding WHERE job = ?", [.text(claim.job.id.rawValue)])
            for (kind, contents) in findings {
                try connection.execute(
                    .insert(into: "import_finding", ["job", "kind", "position", "content"]),
                    each: contents.enumerated().map { [.text(claim.job.id.rawValue), .word(kind), .integer($0), .text($1)] })
            }
            return true
        }
    }

    /// Given up.
    package func fail(_ claim: Claim, at now: Timestamp) async throws {
        try await database.write { connection in
            try connection.execute(
                "UPDATE import_job SET state = 'failed', run = NULL, changed_at = ? WHERE id = ? AND state = 'running' AND run = ?",
                [.time(now), .text(claim.job.id.rawValue), .text(claim.run)])
        }
    }

    /// Back to those that wait: something came in between. It counts as an attempt.
    package func release(_ claim: Claim) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE import_job SET state = 'waiting', run = NULL WHERE id = ? AND state = 'running' AND run = ?
                """, [.text(claim.job.id.rawValue), .text(claim.run)])
        }
    }
}

extension SQLConnection {
    fileprivate func beat(_ job: ImportJob.ID, leasedUntil: Timestamp, progress: Int) throws {
        try execute(
            .upsert(into: "import_heartbeat", key: ["job"], ["job", "leased_until", "progress"]),
            [.text(job.rawValue), .time(leasedUntil), .integer(progress)])
    }

    /// Inside the transaction that writes the programs: both are done, or neither.
    /// - Returns: false when another node has it in hand by now: the transaction must not be kept.
    package func importIsDone(_ claim: ImportQueue.Claim, at now: Timestamp) throws -> Bool {
        try execute(
            "UPDATE import_job SET state = 'done', run = NULL, changed_at = ? WHERE id = ? AND state = 'running' AND run = ?",
            [.time(now), .text(claim.job.id.rawValue), .text(claim.run)]) == 1
    }
}
