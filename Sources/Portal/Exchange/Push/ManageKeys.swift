package import Domain
package import Storage

/// Makes and revokes the keys of an institution, and finds whose key somebody shows.
package struct ManageKeys: Sendable {
    private let database: any SQLDatabase
    private let store: InstitutionKeyStore
    private let clock: PortalClock

    /// Before the token, so that whoever finds one in a file knows what it is, and programs that look for lost secrets find it.
    private static let mark = "tremplin-key-"
    /// Twenty systems that write the programs of one institution are more than it has.
    private static let most = 20
    /// Written down once a minute at most: a key may be used ten times a second.
    private static let touchedAfter: Int64 = 60_000

    package init(database: any SQLDatabase, clock: PortalClock = .system) {
        self.database = database
        store = InstitutionKeyStore(database)
        self.clock = clock
    }

    package enum Refusal: Error, Hashable, Sendable { case noName, tooMany, notAllowed }

    package func keys(of institution: Institution.ID) async throws -> [InstitutionKey] { try await store.keys(of: institution) }

    /// - Returns: what opens, as text. It is never seen again.
    package func make(
        _ name: String, _ scope: InstitutionKey.Scope, at institution: Institution.ID, by person: SignedIn
    ) async throws -> (key: InstitutionKey, secret: String) {
        guard person.may(.manageInstitution, at: institution) else { throw Refusal.notAllowed }
        let name = name.trimmed
        guard (1...100).contains(name.count) else { throw Refusal.noName }
        let now = clock.now
        let token = SecretToken.random()
        let key = InstitutionKey(
            id: InstitutionKey.ID(UUIDv7.make(at: now)), institution: institution, name: name, scope: scope, createdAt: now,
            createdBy: person.account.id)
        try await database.write { connection in
            guard try connection.openKeyCount(of: institution) < Self.most else { throw Refusal.tooMany }
            try connection.add(key, under: token.hash)
            try connection.append(
                AuditEntry(.keyMade, by: person.actor, on: key.id.rawValue, at: institution, to: scope.rawValue), at: now)
        }
        return (key, Self.mark + token.text)
    }

    /// - Returns: false when the institution has no such key, or it was revoked before.
    package func revoke(_ key: InstitutionKey.ID, at institution: Institution.ID, by person: SignedIn) async throws -> Bool {
        guard person.may(.manageInstitution, at: institution) else { throw Refusal.notAllowed }
        let now = clock.now
        return try await database.write { connection in
            guard try connection.revoke(key, of: institution, at: now) else { return false }
            try connection.append(AuditEntry(.keyRevoked, by: person.actor, on: key.rawValue, at: institution), at: now)
            return true
        }
    }

    /// - Parameter secret: what somebody shows.
    /// - Returns: `nil` for what opens nothing.
    package func find(_ secret: String) async throws -> InstitutionKey? {
        guard secret.hasPrefix(Self.mark), let token = SecretToken(String(secret.dropFirst(Self.mark.count))) else { return nil }
        guard let key = try await store.key(under: token.hash) else { return nil }
        let now = clock.now
        if now.milliseconds - (key.usedAt?.milliseconds ?? 0) > Self.touchedAfter { try await store.touch(key.id, at: now) }
        return key
    }
}
