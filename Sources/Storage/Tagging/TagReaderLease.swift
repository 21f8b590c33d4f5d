package import Domain

/// Which node reads programs' texts, and how far it has come. One node at a time reads; when it gives no sign of life, another goes on from
/// what was kept, because what was read and how far is one transaction.
package struct TagReaderState: Hashable, Sendable {
    package var reader: ReaderVersion
    /// The last program of a round through all of them; `nil` when the round is over.
    package var sweptTo: Program.ID?
    /// Programs written up to this change were looked at, once the round is over.
    package var change: Int

    package init(reader: ReaderVersion, sweptTo: Program.ID?, change: Int) {
        self.reader = reader
        self.sweptTo = sweptTo
        self.change = change
    }
}

extension SQLConnection {
    /// Whether `holder` may read now: nobody else holds the lease, or theirs is over.
    package func mayReadTags(_ holder: String, at now: Timestamp) throws -> Bool {
        guard let row = try first("SELECT holder, leased_until FROM tag_reader WHERE id = 1") else { return true }
        return try row.text("holder") == holder || row.time("leased_until") <= now
    }

    /// Takes or prolongs the lease.
    /// - Returns: how far the reading has come; `nil` when somebody else reads.
    package func takeTagReader(_ holder: String, _ reader: ReaderVersion, at now: Timestamp, leasedUntil: Timestamp) throws
        -> TagReaderState?
    {
        let beginning = TagReaderState(reader: reader, sweptTo: "", change: try latestChange())
        try execute(
            .insert(into: "tag_reader", ["id", "holder", "leased_until", "matcher", "taxonomy", "swept_to", "change_number"])
                + " ON CONFLICT (id) DO NOTHING",
            [
                .integer(1), .text(holder), .time(leasedUntil), .text(reader.matcher), .text(reader.taxonomy), .text(""),
                .integer(beginning.change),
            ])
        let taken = try first(
            """
            UPDATE tag_reader SET holder = ?, leased_until = ? WHERE id = 1 AND (holder = ? OR leased_until <= ?)
            RETURNING matcher, taxonomy, swept_to, change_number
            """, [.text(holder), .time(leasedUntil), .text(holder), .time(now)])
        guard let taken else { return nil }
        let state = TagReaderState(
            reader: ReaderVersion(matcher: try taken.text("matcher"), taxonomy: try taken.text("taxonomy")),
            sweptTo: try taken.optionalText("swept_to").map { Program.ID($0) }, change: try taken.integer("change_number"))
        // Another matcher or taxonomy: every program is looked at anew.
        return state.reader == reader ? state : beginning
    }

    /// Notes how far the reading has come, in the transaction that keeps what was read.
    /// - Returns: false when somebody else reads by now: the transaction must not be kept.
    package func advanceTagReader(_ holder: String, to state: TagReaderState) throws -> Bool {
        try execute(
            "UPDATE tag_reader SET matcher = ?, taxonomy = ?, swept_to = ?, change_number = ? WHERE id = 1 AND holder = ?",
            [
                .text(state.reader.matcher), .text(state.reader.taxonomy), .text(state.sweptTo?.rawValue), .integer(state.change),
                .text(holder),
            ]) == 1
    }

    /// Lets another node go on at once.
    package func releaseTagReader(_ holder: String) throws {
        try execute("UPDATE tag_reader SET leased_until = 0 WHERE id = 1 AND holder = ?", [.text(holder)])
    }

    /// How far the reading has come, whoever reads.
    package func tagReaderState() throws -> TagReaderState? {
        try first("SELECT matcher, taxonomy, swept_to, change_number FROM tag_reader WHERE id = 1").map { row in
            TagReaderState(
                reader: ReaderVersion(matcher: try row.text("matcher"), taxonomy: try row.text("taxonomy")),
                sweptTo: try row.optionalText("swept_to").map { Program.ID($0) }, change: try row.integer("change_number"))
        }
    }

    /// The next programs to look at, in order of their ids, whatever their state but the archive.
    package func programsToRead(after id: Program.ID, most: Int) throws -> [Program] {
        var ids: [Program.ID] = []
        try scan(
            "SELECT id FROM program WHERE id > ? AND state <> 'archived' ORDER BY id LIMIT ?", [.text(id.rawValue), .integer(most)]
        ) { ids.append(Program.ID(try $0.required(0))) }
        return try programs(in: ids)
    }

    /// Programs written after a change, at most the first `most` of the log's entries, and the number of the last one looked at.
    /// - Returns: `nil` when the log no longer reaches that far back: all must be looked at.
    package func programsToRead(since change: Int, most: Int) throws -> (programs: [Program], change: Int)? {
        var (last, ids, isWhole) = (change, Set<Program.ID>(), true)
        try scan(
            "SELECT number, subject_kind, subject FROM change WHERE number > ? ORDER BY number LIMIT ?", [.integer(change), .integer(most)]
        ) { row in
            let number = try row.requiredInteger(0)
            if number != last + 1 { isWhole = false }
            last = number
            if row.holds("program", 1) { ids.insert(Program.ID(try row.required(2))) }
            if row.holds("everything", 1) { isWhole = false }
        }
        guard try isWhole && (last > change || latestChange() == change) else { return nil }
        return (try programs(in: ids.sorted()).filter { $0.state != .archived }, last)
    }
}
