package import Domain
import Matching
import Storage

/// Writes what an editor made of a program: to the draft beside it when it is published, to the program itself when it is not.
package struct EditProgram: Sendable {
    let desk: ProgramDesk

    /// How a text was saved.
    package struct Saved: Hashable, Sendable {
        package let id: Program.ID
        package let version: Int
        /// What somebody else had changed meanwhile, and was kept.
        package var merged: [ProgramField] = []
    }

    /// A program that nobody sees yet.
    @discardableResult
    package func create(_ program: Program, by person: SignedIn, act: ProgramAct = .created) async throws -> Saved {
        try desk.require(.editPrograms, at: program.institution, person)
        let now = desk.clock.now
        var new = program
        new.state = .draft
        let created = new
        let written = try await desk.write { connection in
            try connection.write([ProgramWrite(created, act, expecting: .absent)], by: person.programActor, at: now)
        }
        return Saved(id: created.id, version: written.versions[created.id] ?? 1)
    }

    /// - Parameters:
    ///   - program: the form's fields; everything else of it is passed over.
    ///   - base: the version the editor began from.
    ///   - seen: the version of theirs that the choices were made against; the same as `base` at first.
    /// - Throws: `PublishingError.conflict` when somebody else changed the same fields, and nothing is written then.
    @discardableResult
    package func save(
        _ program: Program, from base: Int, seen: Int, choices: [ProgramField: ProgramMerge.Choice] = [:], by person: SignedIn
    ) async throws -> Saved {
        try desk.require(.editPrograms, at: program.institution, person)
        let now = desk.clock.now
        return try await desk.write { connection in
            let sheet = try connection.sheet(program.id, at: program.institution)
            let theirs = sheet.edited
            let start = sheet.version == base ? theirs : try connection.edited(program.id, at: base)
            var merge = ProgramMerge(base: start, mine: program, theirs: theirs)
            // Choices were made between these very texts, or they are asked for again.
            if sheet.version == seen { merge = merge.resolving(choices, theirs: theirs) }
            guard merge.conflicts.isEmpty else {
                throw PublishingError.conflict(
                    ProgramConflict(
                        base: start, mine: program, theirs: theirs, version: sheet.version,
                        latest: try connection.version(sheet.version, of: program.id), fields: merge.conflicts, taken: merge.taken))
            }
            return try connection.save(merge, over: sheet, .edited, by: person.programActor, at: now)
        }
    }

    /// Brings an earlier version back: as the draft where the program is published. What only acts change stays as it is.
    @discardableResult
    package func revert(
        _ id: Program.ID, at institution: Institution.ID, to number: Int, seen: Int, by person: SignedIn
    ) async throws -> Saved {
        try desk.require(.editPrograms, at: institution, person)
        let now = desk.clock.now
        return try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            guard let version = try connection.version(number, of: id) else { throw PublishingError.unknown }
            let fields = ProgramField.allCases.filter { $0.isInForm || $0 == .tags }
            let merge = ProgramMerge(base: sheet.edited, mine: version.program, theirs: sheet.edited, fields: fields)
            guard sheet.version == seen else {
                throw PublishingError.conflict(
                    ProgramConflict(
                        base: nil, mine: version.program, theirs: sheet.edited, version: sheet.version,
                        latest: try connection.version(sheet.version, of: id), fields: [], taken: []))
            }
            return try connection.save(merge, over: sheet, .reverted, by: person.programActor, at: now)
        }
    }

    /// Throws the draft beside a published program away.
    package func discard(_ id: Program.ID, at institution: Institution.ID, seen: Int, by person: SignedIn) async throws {
        try desk.require(.editPrograms, at: institution, person)
        let now = desk.clock.now
        try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            guard let draft = sheet.draft else { return }
            guard sheet.version == seen else { throw try connection.moved(sheet, mine: draft) }
            try connection.write(
                [ProgramWrite(sheet.standing, .discarded, side: .standingAndNoDraft, expecting: .version(seen))], by: person.programActor,
                at: now)
        }
    }

    /// A draft that begins as a copy of another program.
    /// - Parameter mark: what is put behind the title, in each language.
    @discardableResult
    package func duplicate(
        _ id: Program.ID, at institution: Institution.ID, mark: LocalizedText, by person: SignedIn
    ) async throws -> Saved {
        try desk.require(.editPrograms, at: institution, person)
        let now = desk.clock.now
        let copyID = Program.ID(UUIDv7.make(at: now))
        let version = try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            let source = sheet.edited
            var title = source.title
            for language in Language.allCases { title[language] = title[language].map { "\($0) \(mark.text(language))" } }
            let reference = try connection.freeReference(like: source.reference, at: institution)
            var copy = Program(
                id: copyID, institution: institution, reference: reference, state: .draft, title: title, url: source.url)
            for field in ProgramField.allCases where field.isInForm || field == .tags {
                if ![.reference, .titleEn, .titleFr].contains(field) { field.take(from: source, into: &copy) }
            }
            return try connection.write([ProgramWrite(copy, .duplicated, expecting: .absent)], by: person.programActor, at: now)
                .versions[copyID] ?? 1
        }
        return Saved(id: copyID, version: version)
    }
}

extension SQLConnection {
    /// Writes a merged text where an editor's text belongs. What changes nothing is not written.
    func save(
        _ merge: ProgramMerge, over sheet: ProgramSheet, _ act: ProgramAct, by actor: ProgramActor, at now: Timestamp
    ) throws -> EditProgram.Saved {
        let program = merge.program
        guard program != sheet.edited else { return EditProgram.Saved(id: program.id, version: sheet.version, merged: merge.taken) }
        let key = ProgramKey(program)
        if let owner = try programs([key])[key]?.id, owner != program.id { throw PublishingError.referenceTaken }
        let side: ProgramWrite.Side = sheet.standing.state == .published ? .draft : .standing
        let written = try write([ProgramWrite(program, act, side: side, expecting: .version(sheet.version))], by: actor, at: now)
        return EditProgram.Saved(id: program.id, version: written.versions[program.id] ?? 0, merged: merge.taken)
    }

    /// For an act on a text that is no longer the one that was looked at.
    func moved(_ sheet: ProgramSheet, mine: Program) throws -> PublishingError {
        .conflict(
            ProgramConflict(
                base: nil, mine: mine, theirs: sheet.edited, version: sheet.version,
                latest: try version(sheet.version, of: mine.id), fields: [], taken: []))
    }

    /// `WLD-1` becomes `WLD-1-2`, or the next number that is free.
    fileprivate func freeReference(like reference: String, at institution: Institution.ID) throws -> String {
        for number in 2...10_000 {
            let candidate = "\(reference.prefix(ProgramLimits.reference - 6))-\(number)"
            let key = ProgramKey(institution: institution, reference: candidate)
            if try programs([key]).isEmpty { return candidate }
        }
        throw PublishingError.referenceTaken
    }
}
