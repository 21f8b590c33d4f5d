package import Domain

/// Imports under way, as their institution sees them. Nothing here is found without naming the institution.
package struct ImportJobStore: Sendable {
    let database: any SQLDatabase

    package init(_ database: any SQLDatabase) { self.database = database }

    /// 256 KB: what one row of a database takes without trouble.
    fileprivate static let pieceSize = 256 << 10

    /// Keeps a file to be compared.
    package func add(_ job: ImportJob, _ bytes: [UInt8]) async throws {
        try await database.write { connection in
            try connection.execute(
                .insert(into: "import_job", jobColumns + ["attempts"]), job.values + [.integer(0)])
            try connection.keep(bytes, for: job.id)
        }
    }

    /// Another file in the place of the first, to be compared from the beginning. Corrections of the first are over.
    /// - Returns: false when a node has the job in hand, or it is over.
    package func replaceFile(
        of job: ImportJob.ID, at institution: Institution.ID, name: String, format: String, _ bytes: [UInt8], at now: Timestamp
    ) async throws -> Bool {
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE import_job SET file_name = ?, format = ?, byte_count = ?, act = 'compare', state = 'waiting', attempts = 0,
                is_compared_anew = 0, changed_at = ? WHERE id = ? AND institution = ? AND state = 'ready'
                """,
                [
                    .text(name), .text(format), .integer(bytes.count), .time(now), .text(job.rawValue), .text(institution.rawValue),
                ])
            guard changed == 1 else { return false }
            try connection.execute("DELETE FROM import_piece WHERE job = ?", [.text(job.rawValue)])
            try connection.execute("DELETE FROM import_correction WHERE job = ?", [.text(job.rawValue)])
            try connection.keep(bytes, for: job)
            return true
        }
    }

    /// The newest first.
    package func jobs(of institution: Institution.ID, limit: Int = 50) async throws -> [ImportJob] {
        try await database.read { connection in
            try connection.jobs(
                "WHERE institution = ? ORDER BY created_at DESC, id DESC LIMIT ?", [.text(institution.rawValue), .integer(limit)])
        }
    }

    /// `nil` for another institution's as well.
    package func job(_ id: ImportJob.ID, of institution: Institution.ID) async throws -> ImportJob? {
        try await database.read { try $0.job(id, of: institution) }
    }

    /// Findings of one kind in the order of the file.
    package func findings(
        _ job: ImportJob.ID, of institution: Institution.ID, _ kind: ImportFindingKind, from position: Int = 0, limit: Int
    ) async throws -> [String] {
        try await database.read { connection in
            guard try connection.job(job, of: institution) != nil else { return [] }
            return try connection.query(
                "SELECT content FROM import_finding WHERE job = ? AND kind = ? AND position >= ? ORDER BY position LIMIT ?",
                [.text(job.rawValue), .word(kind), .integer(position), .integer(limit)]
            ).map { try $0.text("content") }
        }
    }

    /// Puts texts in the place of cells and has the file compared again.
    /// - Returns: false when a node has the job in hand, or it is over.
    package func correct(
        _ job: ImportJob.ID, of institution: Institution.ID, _ cells: [(row: Int, column: String, text: String)], at now: Timestamp
    ) async throws -> Bool {
        try await database.write { connection in
            guard try connection.ask(.compare, job, of: institution, at: now) else { return false }
            try connection.execute(
                .upsert(
                    into: "import_correction", key: ["job", "row_number", "column_name"], ["job", "row_number", "column_name", "content"]),
                each: cells.map { [.text(job.rawValue), .integer($0.row), .text($0.column), .text($0.text)] })
            return true
        }
    }

    /// Has a file that was compared be written, or be compared again.
    /// - Returns: false when a node has the job in hand, or it is over.
    package func ask(_ act: ImportJob.Act, _ job: ImportJob.ID, of institution: Institution.ID, at now: Timestamp) async throws -> Bool {
        try await database.write { try $0.ask(act, job, of: institution, at: now) }
    }

    /// Erases a job and its file. What it wrote stays.
    package func erase(_ job: ImportJob.ID, of institution: Institution.ID) async throws {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM import_job WHERE id = ? AND institution = ? AND state <> 'running'",
                [.text(job.rawValue), .text(institution.rawValue)])
        }
    }

    /// Erases jobs whose time is over.
    /// - Returns: how many.
    package func eraseExpired(at now: Timestamp) async throws -> Int {
        try await database.write { try $0.execute("DELETE FROM import_job WHERE expires_at <= ? AND state <> 'running'", [.time(now)]) }
    }

    /// The file of a job and what was corrected in it.
    package func file(_ job: ImportJob.ID) async throws -> (bytes: [UInt8], corrections: [(row: Int, column: String, text: String)]) {
        try await database.read { connection in
            var bytes: [UInt8] = []
            try connection.forEach("SELECT content FROM import_piece WHERE job = ? ORDER BY position", [.text(job.rawValue)]) {
                bytes += try $0.blob("content")
            }
            let corrections = try connection.query(
                "SELECT row_number, column_name, content FROM import_correction WHERE job = ?", [.text(job.rawValue)]
            ).map { (row: try $0.integer("row_number"), column: try $0.text("column_name"), text: try $0.text("content")) }
            return (bytes, corrections)
        }
    }
}

extension SQLConnection {
    package func job(_ id: ImportJob.ID, of institution: Institution.ID) throws -> ImportJob? {
        try jobs("WHERE id = ? AND institution = ?", [.text(id.rawValue), .text(institution.rawValue)]).first
    }

    func jobs(_ condition: SQL, _ values: [SQLValue]) throws -> [ImportJob] {
        try query(
            "SELECT " + .list(jobColumns) + ", progress FROM import_job LEFT JOIN import_heartbeat ON job = id " + condition, values
        ).map { try ImportJob($0) }
    }

    fileprivate func ask(_ act: ImportJob.Act, _ job: ImportJob.ID, of institution: Institution.ID, at now: Timestamp) throws -> Bool {
        try execute(
            """
            UPDATE import_job SET act = ?, state = 'waiting', attempts = 0, is_compared_anew = 0, changed_at = ?
            WHERE id = ? AND institution = ? AND state = 'ready'
            """, [.word(act), .time(now), .text(job.rawValue), .text(institution.rawValue)]) == 1
    }

    fileprivate func keep(_ bytes: [UInt8], for job: ImportJob.ID) throws {
        let pieces = stride(from: 0, to: bytes.count, by: ImportJobStore.pieceSize).enumerated().map { index, start in
            [SQLValue.text(job.rawValue), .integer(index), .blob(Array(bytes[start..<min(start + ImportJobStore.pieceSize, bytes.count)]))]
        }
        try execute(.insert(into: "import_piece", ["job", "position", "content"]), each: pieces)
    }
}

let jobColumns: [SQL] = [
    "id", "institution", "account", "file_name", "format", "byte_count", "act", "state", "last_change", "is_compared_anew", "rows_read",
    "new_programs", "changed_programs", "unchanged_programs", "notes", "errors", "error_rows", "missing_programs", "created_at",
    "changed_at",
    "expires_at",
]

extension ImportJob {
    fileprivate var values: [SQLValue] {
        [
            .text(id.rawValue), .text(institution.rawValue), .text(account.rawValue), .text(fileName), .text(format), .integer(byteCount),
            .word(act), .word(state), .integer(lastChange), .flag(isComparedAnew),
        ] + counts.values + [.time(createdAt), .time(changedAt), .time(expiresAt)]
    }

    fileprivate init(_ row: SQLRow) throws {
        var counts = Counts()
        counts.rows = try row.integer("rows_read")
        counts.new = try row.integer("new_programs")
        counts.changed = try row.integer("changed_programs")
        counts.unchanged = try row.integer("unchanged_programs")
        counts.notes = try row.integer("notes")
        counts.errors = try row.integer("errors")
        counts.errorRows = try row.integer("error_rows")
        counts.missing = try row.integer("missing_programs")
        self.init(
            id: ID(try row.text("id")), institution: Institution.ID(try row.text("institution")),
            account: Account.ID(try row.text("account")),
            fileName: try row.text("file_name"), format: try row.text("format"), byteCount: try row.integer("byte_count"),
            act: try row.word("act"), state: try row.word("state"), lastChange: try row.integer("last_change"),
            isComparedAnew: try row.flag("is_compared_anew"), counts: counts, createdAt: try row.time("created_at"),
            changedAt: try row.time("changed_at"), expiresAt: try row.time("expires_at"), progress: try row.optionalInteger("progress") ?? 0
        )
    }
}

extension ImportJob.Counts {
    /// In the order of the columns.
    var values: [SQLValue] { [rows, new, changed, unchanged, notes, errors, errorRows, missing].map { .integer($0) } }
}
