package import Domain
import Matching
import Storage

/// Adds a tag to a program by hand, or rejects one. It counts at once, for the standing text and the draft alike: a tag says something about the
/// program, and is not a part of its text.
package struct TagProgram: Sendable {
    let desk: ProgramDesk

    package func approve(_ target: TagTarget, on id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        guard desk.information.isKnown(target) else { throw PublishingError.unknown }
        try await change(target, to: .approved, on: id, at: institution, by: person)
    }

    /// It stays on the program as rejected, so that no matcher suggests it again.
    package func reject(_ target: TagTarget, on id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(target, to: .rejected, on: id, at: institution, by: person)
    }

    private func change(
        _ target: TagTarget, to state: Tag.State, on id: Program.ID, at institution: Institution.ID, by person: SignedIn
    ) async throws {
        try desk.require(.reviewTags, at: institution, person)
        let now = desk.clock.now
        let name = person.account.name
        let version = desk.information.version(of: target)
        try await desk.write { connection in
            _ = try connection.sheet(id, at: institution)
            try connection.revise([id], .tagged, by: person.programActor, at: now) { program in
                var tag = program.tags.first { $0.target == target } ?? Tag(target, taxonomyVersion: version)
                guard tag.state != state || tag.decidedAt == nil else { return }
                tag.state = state
                tag.decidedBy = name
                tag.decidedAt = now
                if let place = program.tags.firstIndex(where: { $0.target == target }) {
                    program.tags[place] = tag
                } else if state == .approved, program.tags.count < ProgramLimits.tags {
                    program.tags.append(tag)
                }
            }
        }
    }
}
