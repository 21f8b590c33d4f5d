package import Domain

extension SQLConnection {
    /// A program, the draft beside it, and the last version.
    package func sheet(_ id: Program.ID) throws -> ProgramSheet? { try sheets([id]).first }

    /// Those of the programs that are there, in order of their ids.
    package func sheets(_ ids: [Program.ID]) throws -> [ProgramSheet] {
        let versions = try versions(of: ids)
        let drafts = try drafts(of: ids)
        return try programs(in: ids).map { program in
            let draft = drafts[program.id]
            return ProgramSheet(standing: program, draft: draft?.program, draftBase: draft?.base, version: versions[program.id] ?? 0)
        }
    }

    private func drafts(of ids: [Program.ID]) throws -> [Program.ID: (program: Program, base: Int)] {
        var found: [Program.ID: (program: Program, base: Int)] = [:]
        for part in ids.chunks(of: ProgramSelection.largest) {
            let selection = ProgramSelection.ids(Array(part))
            try scan("SELECT program, base_version, content FROM program_draft" + selection.partCondition, selection.partValues([])) {
                row in
                found[Program.ID(try row.required(0))] = (try StoredProgram.program(try row.required(2)), try row.requiredInteger(1))
            }
        }
        return found
    }

    /// The history of a program, the newest first.
    /// - Parameter number: only entries before this one.
    package func history(of id: Program.ID, before number: Int = .max, limit: Int) throws -> [ProgramVersion] {
        try query(
            "SELECT " + .list(versionColumns) + " FROM program_version WHERE program = ? AND number < ? ORDER BY number DESC LIMIT ?",
            [.text(id.rawValue), .integer(number), .integer(limit)]
        ).map { try ProgramVersion($0) }
    }

    package func version(_ number: Int, of id: Program.ID) throws -> ProgramVersion? {
        try first(
            "SELECT " + .list(versionColumns) + " FROM program_version WHERE program = ? AND number = ?",
            [.text(id.rawValue), .integer(number)]
        ).map { try ProgramVersion($0) }
    }

    /// The last entry of one of the two texts before `number`.
    package func version(before number: Int, side: ProgramSide, of id: Program.ID) throws -> ProgramVersion? {
        try first(
            "SELECT " + .list(versionColumns)
                + " FROM program_version WHERE program = ? AND number < ? AND side = ? ORDER BY number DESC LIMIT 1",
            [.text(id.rawValue), .integer(number), .word(side)]
        ).map { try ProgramVersion($0) }
    }
}

private let versionColumns: [SQL] = ["number", "at", "actor", "act", "side", "content"]

extension ProgramVersion {
    fileprivate init(_ row: SQLRow) throws {
        self.init(
            number: try row.integer("number"), at: try row.time("at"), actor: ProgramActor(text: try row.text("actor")),
            act: try row.word("act"), side: try row.word("side"), program: try StoredProgram.program(try row.text("content")))
    }
}

extension SQLConnection {
    /// The programs written after a change, or `nil` when they cannot be told one by one: too many, or some of the log was forgotten.
    package func changedPrograms(since number: Int, most: Int) throws -> [Program.ID]? {
        var (count, ids) = (0, Set<Program.ID>())
        var isAll = true
        try scan(
            "SELECT number, subject_kind, subject FROM change WHERE number > ? ORDER BY number LIMIT ?",
            [.integer(number), .integer(most + 1)]
        ) { row in
            count += 1
            if try row.requiredInteger(0) != number + count { isAll = false }
            switch try row.required(1) {
            case "program": ids.insert(Program.ID(try row.required(2)))
            default: isAll = false
            }
        }
        let missed = try latestChange() - number
        return isAll && count <= most && count == missed ? ids.sorted() : nil
    }

    /// Every program of an institution with the draft beside it. Versions are left at 0: nothing is written on the strength of these.
    package func sheets(of institution: Institution.ID) throws -> [ProgramSheet] {
        var drafts: [Program.ID: Program] = [:]
        try scan(
            "SELECT program, content FROM program_draft WHERE program IN (SELECT id FROM program WHERE institution = ?)",
            [.text(institution.rawValue)]
        ) { drafts[Program.ID(try $0.required(0))] = try StoredProgram.program(try $0.required(1)) }
        return try programs(.institution(institution)).map { ProgramSheet(standing: $0, draft: drafts[$0.id], version: 0) }
    }
}
