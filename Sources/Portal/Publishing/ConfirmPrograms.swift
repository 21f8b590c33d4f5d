package import Domain
import Storage

/// Says of programs that they are still right, today.
package struct ConfirmPrograms: Sendable {
    let desk: ProgramDesk

    /// - Returns: how many of them are published programs of the institution.
    @discardableResult
    package func callAsFunction(_ ids: [Program.ID], at institution: Institution.ID, by person: SignedIn) async throws -> Int {
        try desk.require(.editPrograms, at: institution, person)
        return try await confirm(ids, at: institution, as: person.programActor)
    }

    func confirm(_ ids: [Program.ID], at institution: Institution.ID, as actor: ProgramActor) async throws -> Int {
        let (now, today) = (desk.clock.now, desk.today)
        return try await desk.write { connection in
            let known = try connection.sheets(ids).filter { $0.standing.institution == institution && $0.standing.state == .published }
            try connection.revise(known.map(\.standing.id), .confirmed, by: actor, at: now) { $0.lastConfirmed = today }
            return known.count
        }
    }
}
