package import Domain

/// What a newer reading says otherwise than the one that is reviewed.
package struct ReadingDifference: Hashable, Sendable {
    package enum Change: String, Sendable, CaseIterable {
        /// Only the newer reading has it.
        case new
        /// Only the present one has it, and nobody decided about it.
        case gone
        /// Both have it, with another confidence.
        case changed
    }

    package let program: Program.ID
    package let target: TagTarget
    package let change: Change
    package let before: Double?
    package let after: Double?

    package init(program: Program.ID, target: TagTarget, change: Change, before: Double?, after: Double?) {
        self.program = program
        self.target = target
        self.change = change
        self.before = before
        self.after = after
    }
}

extension SQLConnection {
    /// Differences that somebody has to take or leave. What was decided already is no difference.
    /// - Parameter margin: how far two confidences may differ and still count as the same.
    package func readingDifferences(of institution: Institution.ID, margin: Double) throws -> [ReadingDifference] {
        let undecided: SQL =
            " AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.program = mine.program AND tag.kind = mine.kind AND tag.code = mine.code)"
        let waiting: SQL =
            """
             FROM program JOIN tag_reading ON tag_reading.program = program.id AND tag_reading.side = 'next' AND tag_reading.is_left = 0
            JOIN tag_suggestion AS mine ON mine.program = program.id
            """
        let partner: SQL =
            """
             LEFT JOIN tag_suggestion AS other ON other.program = mine.program AND other.kind = mine.kind AND other.code = mine.code
             AND other.side
            """
        let place: SQL = " WHERE program.institution = ? AND program.state <> 'archived' AND mine.side = "
        let id = SQLValue.text(institution.rawValue)
        var found: [ReadingDifference] = []
        try forEach(
            "SELECT mine.program, mine.kind, mine.code, mine.confidence AS after_value, other.confidence AS before_value" + waiting
                + partner + " = 'current'" + place + "'next'" + undecided
                + " ORDER BY mine.program, mine.kind, mine.confidence DESC, mine.code", [id]
        ) { row in
            let (before, after) = (try row.optionalReal("before_value"), try row.optionalReal("after_value") ?? 0)
            if let before, abs(before - after) < margin { return }
            found.append(
                ReadingDifference(
                    program: Program.ID(try row.text("program")), target: try row.tagTarget(), change: before == nil ? .new : .changed,
                    before: before, after: after))
        }
        try forEach(
            "SELECT mine.program, mine.kind, mine.code, mine.confidence AS before_value" + waiting + partner + " = 'next'" + place
                + "'current' AND other.code IS NULL" + undecided + " ORDER BY mine.program, mine.kind, mine.confidence DESC, mine.code",
            [id]
        ) { row in
            found.append(
                ReadingDifference(
                    program: Program.ID(try row.text("program")), target: try row.tagTarget(), change: .gone,
                    before: try row.optionalReal("before_value"), after: nil))
        }
        return found
    }

    /// Programs of an institution for which a newer reading waits.
    package func newerReadings(of institution: Institution.ID) throws -> [Program.ID] {
        var found: [Program.ID] = []
        try scan(
            """
            SELECT program.id FROM program JOIN tag_reading ON tag_reading.program = program.id
            WHERE program.institution = ? AND tag_reading.side = 'next' AND tag_reading.is_left = 0 ORDER BY program.id
            """, [.text(institution.rawValue)]
        ) { found.append(Program.ID(try $0.required(0))) }
        return found
    }

    /// Puts the newer readings of programs in the place of the present ones. Decisions stay.
    package func takeNewerReadings(_ ids: [Program.ID]) throws {
        let readings = try ids.compactMap { try reading(of: $0, .next) }
        try keep(readings, as: .current)
    }

    /// Keeps the present readings. The newer ones stay, so that they are not made again, and wait no longer.
    package func leaveNewerReadings(_ ids: [Program.ID]) throws {
        try execute(
            "UPDATE tag_reading SET is_left = 1 WHERE program = ? AND side = 'next'", each: ids.map { [.text($0.rawValue)] })
    }

    /// Approved tags of an institution's programs by kind: what is compared with the taxonomies in use.
    package func approvedTags(of institution: Institution.ID) throws -> [(program: Program.ID, target: TagTarget)] {
        try query(
            """
            SELECT tag.program, tag.kind, tag.code FROM tag JOIN program ON program.id = tag.program
            WHERE program.institution = ? AND program.state <> 'archived' AND tag.state = 'approved' ORDER BY tag.program, tag.position
            """, [.text(institution.rawValue)]
        ).map { (Program.ID(try $0.text("program")), try $0.tagTarget()) }
    }
}
