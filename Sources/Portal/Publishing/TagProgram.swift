package import Domain
import Matching
import Storage

/// Adds a tag to a program by hand, or rejects one. It counts at once, for the standing text and the draft alike: a tag says something about the
/// program, and is not a part of its text.
package struct TagProgram: Sendable {
    let desk: ProgramDesk

    package func approve(_ target: TagTarget, on id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        guard desk.information.isKnown(target) else { throw PublishingError.unknown }
        try await change(target, .approved, on: id, at: institution, by: person)
    }

    /// It stays on the program as rejected, so that no matcher suggests it again.
    package func reject(_ target: TagTarget, on id: Program.ID, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(target, .rejected, on: id, at: institution, by: person)
    }

    private func change(
        _ target: TagTarget, _ verdict: TagDecision.Verdict, on id: Program.ID, at institution: Institution.ID, by person: SignedIn
    ) async throws {
        try desk.require(.reviewTags, at: institution, person)
        let (now, versions) = (desk.clock.now, ReviewTags(desk: desk).versions([target]))
        try await desk.write { connection in
            _ = try connection.sheet(id, at: institution)
            _ = try connection.decide(
                TagVerdicts(verdicts: [id: [target: verdict]], versions: versions, manner: .hand), at: institution, by: person, at: now)
        }
    }
}
