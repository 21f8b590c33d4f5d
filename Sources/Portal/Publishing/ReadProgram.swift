package import Domain
import Storage

/// A program as its editors see it: both texts, and what was done to them.
package struct ReadProgram: Sendable {
    let desk: ProgramDesk

    package func sheet(_ id: Program.ID, at institution: Institution.ID) async throws -> ProgramSheet {
        try await desk.database.read { try $0.sheet(id, at: institution) }
    }

    /// The newest first, with who did it; at most `limit`, and those before `number`.
    package func history(
        _ id: Program.ID, at institution: Institution.ID, before number: Int = .max, limit: Int
    ) async throws -> (versions: [ProgramVersion], names: [Account.ID: String]) {
        try await desk.database.read { connection in
            _ = try connection.sheet(id, at: institution)
            let versions = try connection.history(of: id, before: number, limit: limit)
            return (versions, try connection.names(of: versions))
        }
    }

    /// A version, what its text was before, and who wrote it. A draft is compared with what its editor saw, the standing text with what learners
    /// saw.
    package func version(
        _ number: Int, of id: Program.ID, at institution: Institution.ID
    ) async throws -> (version: ProgramVersion, before: Program?, names: [Account.ID: String]) {
        try await desk.database.read { connection in
            _ = try connection.sheet(id, at: institution)
            guard let version = try connection.version(number, of: id) else { throw PublishingError.unknown }
            let before =
                switch version.side {
                case .draft: try connection.edited(id, at: number - 1)
                case .standing: try connection.version(before: number, side: .standing, of: id)?.program
                }
            return (version, before, try connection.names(of: [version]))
        }
    }

    /// Names for those who wrote; accounts erased since have none.
    package func names(of versions: [ProgramVersion]) async throws -> [Account.ID: String] {
        try await desk.database.read { try $0.names(of: versions) }
    }
}

extension SQLConnection {
    fileprivate func names(of versions: [ProgramVersion]) throws -> [Account.ID: String] {
        var names: [Account.ID: String] = [:]
        for version in versions {
            if case .account(let id) = version.actor, names[id] == nil { names[id] = try account(id)?.name }
        }
        return names
    }
}
