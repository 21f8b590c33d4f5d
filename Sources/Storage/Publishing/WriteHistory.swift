package import Domain

extension SQLConnection {
    /// Writes programs with their history and their changes, inside a transaction that may have written more: nothing follows it, because the
    /// log of changes comes last. Of several writes to one program each has its entry, and all expect what was there before the first.
    ///
    /// After the commit `FollowChanges.catchUp()` lets whoever wrote see it.
    /// - Throws: `ProgramWriteError`, before anything is written.
    @discardableResult
    package func write(_ writes: [ProgramWrite], by actor: ProgramActor, at now: Timestamp) throws -> WrittenPrograms {
        let ids = Array(Set(writes.map(\.program.id)))
        let stored = try keys(of: ids)
        var versions = try versions(of: ids)
        try check(writes, stored: stored, versions: versions)

        var entries = try foundings(ids.filter { stored[$0] != nil && versions[$0] == nil }, at: now)
        for entry in entries { versions[entry.program] = 1 }
        // Of two writes to one program the second is made after the first.
        for round in rounds(writes) {
            for part in round.filter({ !$0.side.isDraft }).map(\.program).chunks(of: ProgramSelection.largest) { try replace(part) }
            for write in round {
                let number = (versions[write.program.id] ?? 0) + 1
                versions[write.program.id] = number
                entries.append(
                    HistoryRow(
                        program: write.program.id, number: number, actor: actor, act: write.act,
                        side: write.side.isDraft ? .draft : .standing, content: try StoredProgram.text(write.program)))
            }
            try insert(entries, at: now)
            entries = []
            try writeDrafts(round)
        }
        return WrittenPrograms(versions: versions, lastChange: try appendChanges(ids.sorted().map { .program($0) }, at: now))
    }

    /// Writes to both texts of programs alike what concerns both, such as a tag or a confirmation, whatever was written before. Programs that
    /// the body leaves as they are, and those that are not there, are not written.
    /// - Returns: `nil` when nothing had to be written.
    @discardableResult
    package func revise(
        _ ids: [Program.ID], _ act: ProgramAct, by actor: ProgramActor, at now: Timestamp, _ body: (inout Program) throws -> Void
    ) throws -> WrittenPrograms? {
        var writes: [ProgramWrite] = []
        for sheet in try sheets(ids) {
            var (standing, draft) = (sheet.standing, sheet.draft)
            try body(&standing)
            if standing != sheet.standing { writes.append(ProgramWrite(standing, act, expecting: .version(sheet.version))) }
            if draft != nil { try body(&draft!) }
            if let draft, draft != sheet.draft { writes.append(ProgramWrite(draft, act, side: .draft, expecting: .version(sheet.version))) }
        }
        return writes.isEmpty ? nil : try write(writes, by: actor, at: now)
    }

    /// The last version of each program that has a history.
    package func versions(of ids: [Program.ID]) throws -> [Program.ID: Int] {
        var found: [Program.ID: Int] = [:]
        for part in ids.chunks(of: ProgramSelection.largest) {
            let selection = ProgramSelection.ids(Array(part))
            try scan(
                "SELECT program, MAX(number) FROM program_version" + selection.partCondition + " GROUP BY program", selection.partValues([])
            ) { found[Program.ID(try $0.required(0))] = try $0.requiredInteger(1) }
        }
        return found
    }

    private func check(_ writes: [ProgramWrite], stored: [Program.ID: ProgramKey], versions: [Program.ID: Int]) throws {
        for write in writes {
            let id = write.program.id
            let isThere = stored[id] != nil
            switch write.expecting {
            case .anything: break
            case .absent where isThere: throw ProgramWriteError.conflict(id, found: versions[id] ?? 0)
            case .absent: break
            case .version(let expected):
                let found = isThere ? versions[id] ?? 0 : nil
                guard found == expected else { throw ProgramWriteError.conflict(id, found: found) }
            }
            if let key = stored[id], key.institution != write.program.institution { throw ProgramWriteError.otherInstitution(id) }
        }
        // A reference is a program's own in its institution. A draft may hold one that is taken: it is looked at when it is published.
        var owners: [ProgramKey: Program.ID] = [:]
        let standing = writes.filter { !$0.side.isDraft }.map { (key: ProgramKey($0.program), id: $0.program.id) }
        for part in standing.filter({ stored[$0.id] != $0.key }).map(\.key).chunks(of: ProgramSelection.largest) {
            owners.merge(try ids(of: part)) { $1 }
        }
        for (key, id) in standing {
            if let owner = owners[key], owner != id { throw ProgramWriteError.referenceTaken(key, by: owner) }
            owners[key] = id
        }
    }

    /// The first entries of programs that were there before the history.
    private func foundings(_ ids: [Program.ID], at now: Timestamp) throws -> [HistoryRow] {
        try programs(in: ids).map { program in
            HistoryRow(
                program: program.id, number: 1, actor: .system, act: .found, side: .standing, content: try StoredProgram.text(program))
        }
    }

    /// After the entries: a draft that begins is begun from the last standing one.
    private func writeDrafts(_ writes: [ProgramWrite]) throws {
        let gone = writes.filter { $0.side == .standingAndNoDraft }
        try execute("DELETE FROM program_draft WHERE program = ?", each: gone.map { [.text($0.program.id.rawValue)] })
        for write in writes where write.side.isDraft {
            try execute(
                """
                INSERT INTO program_draft (program, base_version, content)
                VALUES (?, (SELECT MAX(number) FROM program_version WHERE program = ? AND side = 'standing'), ?)
                ON CONFLICT (program) DO UPDATE SET content = excluded.content
                """ + (write.side == .settledDraft ? ", base_version = excluded.base_version" : ""),
                [.text(write.program.id.rawValue), .text(write.program.id.rawValue), .text(try StoredProgram.text(write.program))])
        }
    }

    /// The writes in order, cut so that no part writes to a program twice.
    private func rounds(_ writes: [ProgramWrite]) -> [[ProgramWrite]] {
        var rounds: [[ProgramWrite]] = []
        var turns: [Program.ID: Int] = [:]
        for write in writes {
            let turn = turns[write.program.id, default: 0]
            turns[write.program.id] = turn + 1
            if turn == rounds.count { rounds.append([]) }
            rounds[turn].append(write)
        }
        return rounds
    }

    private func insert(_ entries: [HistoryRow], at now: Timestamp) throws {
        try execute(.insert(into: "program_version", ["program", "number", "at", "actor", "act", "side", "content"])) { row in
            for entry in entries {
                try row.append(entry.program.rawValue)
                try row.append(entry.number)
                try row.append(Int(now.milliseconds))
                try row.append(entry.actor.text)
                try row.append(entry.act.rawValue)
                try row.append(entry.side.rawValue)
                try row.append(entry.content)
                try row.endRow()
            }
        }
    }
}

private struct HistoryRow {
    let program: Program.ID
    let number: Int
    let actor: ProgramActor
    let act: ProgramAct
    let side: ProgramSide
    let content: String
}

extension ProgramKey {
    package init(_ program: Program) { self.init(institution: program.institution, reference: program.reference) }
}
