package import Domain
package import Storage

/// Which sites may show an institution's programs in a frame.
package struct ManageEmbeds: Sendable {
    private let database: any SQLDatabase
    private let store: EmbedHostStore
    private let clock: PortalClock

    /// A frame's header names them all.
    private static let most = 20

    package init(database: any SQLDatabase, clock: PortalClock = .system) {
        self.database = database
        store = EmbedHostStore(database)
        self.clock = clock
    }

    package enum Refusal: Error, Hashable, Sendable { case noHost, tooMany, alreadyThere, notAllowed }

    package func hosts(of institution: Institution.ID) async throws -> [EmbedHost] { try await store.hosts(of: institution) }

    package func add(_ typed: String, at institution: Institution.ID, by person: SignedIn) async throws {
        guard person.may(.manageInstitution, at: institution) else { throw Refusal.notAllowed }
        guard let host = EmbedHost(typed.trimmed) else { throw Refusal.noHost }
        let now = clock.now
        try await database.write { connection in
            guard try connection.embedHosts(of: institution).count < Self.most else { throw Refusal.tooMany }
            guard try connection.add(host, for: institution, at: now) else { throw Refusal.alreadyThere }
            try connection.append(
                AuditEntry(.embedHostAdded, by: person.actor, on: institution.rawValue, at: institution, to: host.text), at: now)
        }
    }

    package func remove(_ host: EmbedHost, at institution: Institution.ID, by person: SignedIn) async throws {
        guard person.may(.manageInstitution, at: institution) else { throw Refusal.notAllowed }
        let now = clock.now
        try await database.write { connection in
            guard try connection.remove(host, of: institution) else { return }
            try connection.append(
                AuditEntry(.embedHostRemoved, by: person.actor, on: institution.rawValue, at: institution, from: host.text), at: now)
        }
    }
}
