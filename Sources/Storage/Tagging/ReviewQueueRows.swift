package import Domain

/// A program with something to decide.
package struct WaitingProgram: Hashable, Sendable, Identifiable {
    package let id: Program.ID
    package let state: Program.State
    /// How many tags wait.
    package let count: Int
    /// The largest confidence among them; what an import suggests counts as 1.
    package let best: Double
}

/// A suggestion nobody has decided about, of one of many programs.
package struct WaitingSuggestion: Hashable, Sendable {
    package let program: Program.ID
    package let suggestion: ReadSuggestion
    /// What the text was read with.
    package let matcher: String
}

extension SQLConnection {
    /// Programs of an institution with suggestions that nobody decided about: published first, then the most confident.
    package func waitingPrograms(of institution: Institution.ID) throws -> [WaitingProgram] {
        var found: [WaitingProgram] = []
        try scan(
            """
            SELECT waiting.program, waiting.state, COUNT(*), MAX(waiting.confidence) FROM (
                SELECT tag_suggestion.program, program.state, tag_suggestion.confidence FROM program
                JOIN tag_suggestion ON tag_suggestion.program = program.id AND tag_suggestion.side = 'current'
                WHERE program.institution = ? AND program.state <> 'archived' AND NOT EXISTS (
                    SELECT 1 FROM tag WHERE tag.program = tag_suggestion.program AND tag.kind = tag_suggestion.kind
                    AND tag.code = tag_suggestion.code)
                UNION ALL
                SELECT tag.program, program.state, COALESCE(tag.confidence, 1) FROM program
                JOIN tag ON tag.program = program.id AND tag.state = 'suggested'
                WHERE program.institution = ? AND program.state <> 'archived'
            ) AS waiting GROUP BY waiting.program, waiting.state
            """, [.text(institution.rawValue), .text(institution.rawValue)]
        ) { row in
            found.append(
                WaitingProgram(
                    id: Program.ID(try row.required(0)), state: try row.word(1), count: try row.requiredInteger(2), best: row.real(3) ?? 0))
        }
        return found.sorted { a, b in
            let (first, second) = (a.state == .published, b.state == .published)
            if first != second { return first }
            return a.best != b.best ? a.best > b.best : a.id < b.id
        }
    }

    /// Programs of an institution without any text to read.
    package func textlessPrograms(of institution: Institution.ID) throws -> [Program.ID] {
        var found: [Program.ID] = []
        try scan(
            """
            SELECT id FROM program JOIN tag_reading ON program = id AND side = 'current'
            WHERE institution = ? AND state <> 'archived' AND language IS NULL ORDER BY id
            """, [.text(institution.rawValue)]
        ) { found.append(Program.ID(try $0.required(0))) }
        return found
    }

    /// Programs of an institution whose text nobody has read yet.
    package func unreadCount(of institution: Institution.ID) throws -> Int {
        try first(
            """
            SELECT COUNT(*) AS programs FROM program WHERE institution = ? AND state <> 'archived'
            AND NOT EXISTS (SELECT 1 FROM tag_reading WHERE program = id AND side = 'current')
            """, [.text(institution.rawValue)]
        )?.integer("programs") ?? 0
    }

    /// Everything read that waits at an institution, from a confidence on, the most confident first.
    package func waitingSuggestions(
        of institution: Institution.ID, states: [Program.State], kinds: [TagTarget.Kind], from confidence: Double
    ) throws -> [WaitingSuggestion] {
        guard !states.isEmpty, !kinds.isEmpty else { return [] }
        var values: [SQLValue] = [.text(institution.rawValue), .real(confidence)]
        values += states.map { .word($0) }
        values += kinds.map { .word($0) }
        let columns = suggestionColumns.map { "tag_suggestion." + $0 }
        return try query(
            "SELECT tag_suggestion.program, tag_reading.matcher, " + .list(columns)
                + """
                 FROM program JOIN tag_reading ON tag_reading.program = program.id AND tag_reading.side = 'current'
                JOIN tag_suggestion ON tag_suggestion.program = program.id AND tag_suggestion.side = 'current'
                WHERE program.institution = ? AND tag_suggestion.confidence >= ? AND program.state IN (
                """ + .placeholders(states.count) + ") AND tag_suggestion.kind IN (" + .placeholders(kinds.count)
                    + """
                    ) AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.program = tag_suggestion.program AND tag.kind = tag_suggestion.kind
                    AND tag.code = tag_suggestion.code)
                    ORDER BY tag_suggestion.confidence DESC, tag_suggestion.program, tag_suggestion.kind, tag_suggestion.code
                    """, values
        ).map { row in
            WaitingSuggestion(
                program: Program.ID(try row.text("program")), suggestion: try ReadSuggestion(row), matcher: try row.text("matcher"))
        }
    }
}
