package import Domain
import Matching
import Storage

/// Puts a program into the catalogue, and takes it out again.
package struct PublishProgram: Sendable {
    let desk: ProgramDesk

    /// Publishes what was edited. To publish is to say that it is right: the day becomes the day of the last confirmation.
    /// - Parameters:
    ///   - seen: the version that was looked at.
    ///   - choices: where the standing text was written to beside the draft, such as by an import, what goes in.
    package func callAsFunction(
        _ id: Program.ID, at institution: Institution.ID, seen: Int, choices: [ProgramField: ProgramMerge.Choice] = [:],
        by person: SignedIn
    ) async throws {
        try desk.require(.publishPrograms, at: institution, person)
        let (now, today, information) = (desk.clock.now, desk.today, desk.information)
        try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            guard sheet.standing.state != .archived else { throw PublishingError.wrongState(.archived) }
            guard sheet.version == seen else { throw try connection.moved(sheet, mine: sheet.edited) }
            var program = try connection.settled(sheet, choices: choices)
            let problems = ProgramFields(program).reading(onto: program, information: information).problems
            guard problems.isEmpty else { throw PublishingError.incomplete(problems) }
            program.state = .published
            program.lastConfirmed = today
            try connection.write(
                [ProgramWrite(program, .published, side: .standingAndNoDraft, expecting: .version(seen))], by: person.programActor, at: now)
        }
    }

    /// Takes it out of the catalogue. What was being edited stays, as its one text.
    package func withdraw(_ id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(id, at: institution, from: [.published], to: .draft, .unpublished, by: person)
    }

    package func archive(_ id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(id, at: institution, from: [.published, .draft], to: .archived, .archived, by: person)
    }

    /// Takes it out of the archive, as a draft.
    package func unarchive(_ id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(id, at: institution, from: [.archived], to: .draft, .unarchived, by: person)
    }

    private func change(
        _ id: Program.ID, at institution: Institution.ID, from states: [Program.State], to state: Program.State, _ act: ProgramAct,
        by person: SignedIn
    ) async throws {
        try desk.require(.publishPrograms, at: institution, person)
        let now = desk.clock.now
        try await desk.write { connection in
            let sheet = try connection.sheet(id, at: institution)
            guard sheet.standing.state != state else { return }
            guard states.contains(sheet.standing.state) else { throw PublishingError.wrongState(sheet.standing.state) }
            var program = sheet.edited
            // A draft may have a reference that somebody else has by now.
            let key = ProgramKey(program)
            if let owner = try connection.programs([key])[key]?.id, owner != id { program.reference = sheet.standing.reference }
            program.state = state
            try connection.write(
                [ProgramWrite(program, act, side: .standingAndNoDraft, expecting: .version(sheet.version))], by: person.programActor,
                at: now)
        }
    }
}

extension SQLConnection {
    /// The draft with what was written beside it to the standing text since it began.
    fileprivate func settled(_ sheet: ProgramSheet, choices: [ProgramField: ProgramMerge.Choice]) throws -> Program {
        guard let draft = sheet.draft, let number = sheet.draftBase else { return sheet.edited }
        let base = try version(number, of: draft.id)?.program
        let fields = ProgramField.allCases.filter { $0 != .state && $0 != .lastConfirmed }
        let merge = ProgramMerge(base: base, mine: draft, theirs: sheet.standing, fields: fields)
            .resolving(choices, theirs: sheet.standing)
        guard merge.conflicts.isEmpty else {
            throw PublishingError.conflict(
                ProgramConflict(
                    base: base, mine: draft, theirs: sheet.standing, version: sheet.version,
                    latest: try version(before: .max, side: .standing, of: draft.id), fields: merge.conflicts, taken: merge.taken))
        }
        return merge.program
    }
}
