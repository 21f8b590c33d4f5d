package import Domain

/// A reading's row without its suggestions: enough to tell whether a text has to be read.
package struct ReadingMark: Hashable, Sendable {
    package let digest: String
    package let language: Language?
    package let reader: ReaderVersion
    /// Somebody decided not to take it.
    package let isLeft: Bool

    package init(digest: String, language: Language?, reader: ReaderVersion, isLeft: Bool) {
        self.digest = digest
        self.language = language
        self.reader = reader
        self.isLeft = isLeft
    }
}

extension SQLConnection {
    /// What was read of each of the programs.
    package func readingMarks(of ids: [Program.ID]) throws -> [Program.ID: [ReadingSide: ReadingMark]] {
        var found: [Program.ID: [ReadingSide: ReadingMark]] = [:]
        for part in ids.chunks(of: ProgramSelection.largest) {
            let selection = ProgramSelection.ids(Array(part))
            try scan(
                "SELECT program, side, digest, language, matcher, taxonomy, is_left FROM tag_reading" + selection.partCondition,
                selection.partValues([])
            ) { row in
                let mark = ReadingMark(
                    digest: try row.required(2), language: row.text(3).flatMap(Language.init),
                    reader: ReaderVersion(matcher: try row.required(4), taxonomy: try row.required(5)), isLeft: try row.flag(6))
                found[Program.ID(try row.required(0)), default: [:]][try row.word(1)] = mark
            }
        }
        return found
    }

    /// One reading with its suggestions, the most confident first.
    package func reading(of id: Program.ID, _ side: ReadingSide = .current) throws -> TextReading? {
        let key: [SQLValue] = [.text(id.rawValue), .word(side)]
        guard
            let row = try first("SELECT digest, language, matcher, taxonomy, read_at FROM tag_reading WHERE program = ? AND side = ?", key)
        else { return nil }
        let suggestions = try query(
            "SELECT " + .list(suggestionColumns)
                + " FROM tag_suggestion WHERE program = ? AND side = ? ORDER BY confidence DESC, kind, code",
            key
        ).map { try ReadSuggestion($0) }
        return TextReading(
            program: id, digest: try row.text("digest"), language: try row.optionalText("language").flatMap(Language.init),
            reader: ReaderVersion(matcher: try row.text("matcher"), taxonomy: try row.text("taxonomy")), at: try row.time("read_at"),
            suggestions: suggestions)
    }

    /// Keeps readings in the place of those on the same side. A current one ends the newer one beside it: that was of another text.
    package func keep(_ readings: [TextReading], as side: ReadingSide) throws {
        let ids = readings.map { [SQLValue.text($0.program.rawValue)] }
        switch side {
        case .current: try execute("DELETE FROM tag_reading WHERE program = ?", each: ids)
        case .next: try execute("DELETE FROM tag_reading WHERE program = ? AND side = 'next'", each: ids)
        }
        try execute(
            .insert(into: "tag_reading", ["program", "side", "digest", "language", "matcher", "taxonomy", "is_left", "read_at"]),
            each: readings.map { reading in
                [
                    .text(reading.program.rawValue), .word(side), .text(reading.digest), .text(reading.language?.rawValue),
                    .text(reading.reader.matcher), .text(reading.reader.taxonomy), .flag(false), .time(reading.at),
                ]
            })
        try execute(
            .insert(into: "tag_suggestion", ["program", "side"] + suggestionColumns),
            each: readings.flatMap { reading in
                reading.suggestions.map { [.text(reading.program.rawValue), .word(side)] + $0.values }
            })
    }
}

let suggestionColumns: [SQL] = ["kind", "code", "confidence", "part", "start_byte", "sentence", "taxonomy_version"]

extension ReadSuggestion {
    var values: [SQLValue] {
        [
            .word(target.kind), .text(target.code), .real(confidence), .text(evidence?.part), .integer(evidence?.start),
            .text(evidence?.sentence), .text(taxonomyVersion),
        ]
    }

    init(_ row: SQLRow) throws {
        let part = try row.optionalText("part")
        self.init(
            target: try row.tagTarget(), confidence: try row.optionalReal("confidence") ?? 0,
            evidence: try part.map {
                TextEvidence(part: $0, start: try row.integer("start_byte"), sentence: try row.text("sentence"))
            },
            taxonomyVersion: try row.optionalText("taxonomy_version"))
    }
}

extension SQLRow {
    /// The columns `kind` and `code`.
    func tagTarget() throws(StorageError) -> TagTarget {
        let (kind, code) = (try word("kind", as: TagTarget.Kind.self), try text("code"))
        guard let target = TagTarget(kind: kind, code: code) else { throw .unexpected(column: "code", found: code) }
        return target
    }
}
