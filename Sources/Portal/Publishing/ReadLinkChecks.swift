package import Domain
import Storage

/// What was found at the addresses of an institution's programs.
package struct ReadLinkChecks: Sendable {
    let desk: ProgramDesk

    /// Programs whose page could not be read, the latest look first.
    package func callAsFunction(of institution: Institution.ID) async throws -> [(program: Program.ID, check: LinkCheck)] {
        try await desk.database.read { try $0.troubledLinks(of: institution) }
    }
}
