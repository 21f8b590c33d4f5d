package import Domain

/// The log by which nodes keep their catalogues the same as the database.
package struct ChangeLog: Sendable {
    private let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// The number of the last change committed; 0 before the first.
    package func latestNumber() async throws -> Int {
        try await database.read { try $0.latestChange() }
    }

    /// The number of the oldest change kept; `nil` when there is none.
    package func oldestNumber() async throws -> Int? {
        try await database.read { try $0.first("SELECT MIN(number) AS number FROM change")?.optionalInteger("number") }
    }

    /// How many changes are read at once.
    package static let most = 10_000

    /// What was written after change `number`, in order, at most `limit` changes.
    package func changes(since number: Int, limit: Int = most) async throws -> [Change] {
        try await database.read { connection in
            try connection.query(
                "SELECT number, subject_kind, subject, at FROM change WHERE number > ? ORDER BY number LIMIT ?",
                [.integer(number), .integer(limit)]
            ).map { row in
                Change(
                    number: try row.integer("number"),
                    subject: try Change.Subject(kind: try row.text("subject_kind"), key: try row.text("subject")),
                    at: try row.time("at"))
            }
        }
    }

    /// Has every node read the database anew.
    /// - Returns: the number of the change that says so.
    @discardableResult
    package func callForRebuild(at now: Timestamp) async throws -> Int {
        try await database.write { try $0.appendChanges([.everything], at: now) }
    }

    /// Forgets all but the last `kept` changes. A node that has not seen them by then reads the database anew.
    /// - Returns: how many were forgotten.
    @discardableResult
    package func forget(allBut kept: Int) async throws -> Int {
        try await database.write { connection in
            try connection.execute("DELETE FROM change WHERE number <= ?", [.integer(try connection.latestChange() - kept)])
        }
    }
}

extension SQLConnection {
    /// The number of the last change this transaction sees.
    package func latestChange() throws -> Int {
        try first("SELECT number FROM change_counter WHERE id = 1")?.integer("number") ?? 0
    }

    /// Programs written after change `number`.
    package func programsChanged(since number: Int) throws -> Set<Program.ID> {
        var ids: Set<Program.ID> = []
        try scan("SELECT DISTINCT subject FROM change WHERE number > ? AND subject_kind = 'program'", [.integer(number)]) {
            ids.insert(Program.ID(try $0.required(0)))
        }
        return ids
    }

    /// Adds one change for each subject, inside the transaction that writes them. Called last in it: from here to the commit
    /// the counter's row is locked, and that is what puts the numbers in the order of commits.
    /// - Returns: the number of the last one.
    @discardableResult
    package func appendChanges(_ subjects: [Change.Subject], at now: Timestamp) throws -> Int {
        let last = try first(
            "UPDATE change_counter SET number = number + ? WHERE id = 1 RETURNING number", [.integer(subjects.count)]
        )?.integer("number")
        guard let last else { throw StorageError.other("the change counter has no row") }
        try execute(.insert(into: "change", ["number", "subject_kind", "subject", "at"])) { row in
            for (index, subject) in subjects.enumerated() {
                try row.append(last - subjects.count + 1 + index)
                try row.append(subject.kind)
                try row.append(subject.key)
                try row.append(Int(now.milliseconds))
                try row.endRow()
            }
        }
        try announce()
        return last
    }
}
