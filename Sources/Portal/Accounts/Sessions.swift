package import Domain
import Storage

/// A session that was just opened. The token goes to the browser and is never seen again.
package struct NewSession: Sendable {
    package let token: SecretToken
    package let session: AccountSession
    /// The language of the account, for where to go next.
    package let language: Language
}

/// Somebody who is signed in: who they are, what they hold, and in which session.
package struct SignedIn: Sendable {
    package let account: Account
    package let memberships: [Membership]
    package let session: AccountSession
    package let token: SecretToken
    package let hasSecondFactor: Bool

    /// Whether they must set up a second factor before they can do anything else.
    package var mustEnrol: Bool { !hasSecondFactor && AccessPolicy.requiresSecondFactor(memberships) }

    package func may(_ permission: Permission, at institution: Institution.ID? = nil) -> Bool {
        AccessPolicy.allows(permission, at: institution, memberships)
    }

    package var actor: AuditActor { .account(account.id.rawValue) }
}

/// Opens sessions, finds them again, and ends them.
package struct Sessions: Sendable {
    let desk: AccountDesk

    /// 14 days: whatever happens, a session ends then.
    static let longest: Int64 = 14 * 86_400_000
    /// Ten minutes from the password to the second factor.
    static let betweenFactors: Int64 = 600_000
    /// A session is written to once a minute at most.
    private static let touchedAfter: Int64 = 60_000

    /// After so long without a request a session is over: 12 hours, and two for those who can change what others see.
    static func idle(_ memberships: [Membership]) -> Int64 {
        AccessPolicy.requiresSecondFactor(memberships) ? 2 * 3_600_000 : 12 * 3_600_000
    }

    /// - Returns: `nil` when the session is over, or the account's time is.
    package func find(_ token: SecretToken) async throws -> SignedIn? {
        let (now, hash) = (desk.clock.now, token.hash)
        let found = try await desk.database.read { connection -> SignedIn? in
            guard let session = try connection.session(under: hash, at: now), let account = try connection.account(session.account),
                account.state == .active
            else { return nil }
            let memberships = try connection.memberships(of: account.id)
            guard now.milliseconds - session.seenAt.milliseconds < Self.idle(memberships) else { return nil }
            let hasSecondFactor = try connection.secondFactor(of: account.id)?.sealedSecret != nil
            return SignedIn(
                account: account, memberships: memberships, session: session, token: token, hasSecondFactor: hasSecondFactor)
        }
        if let found, now.milliseconds - found.session.seenAt.milliseconds > Self.touchedAfter {
            try await desk.database.write { try $0.touchSession(under: hash, at: now) }
        }
        return found
    }

    /// Those that are not over, the latest seen first.
    package func list(_ person: SignedIn) async throws -> [AccountSession] {
        let now = desk.clock.now
        let idle = Self.idle(person.memberships)
        return try await desk.database.read { connection in
            try connection.sessions(of: person.account.id, at: now).filter {
                $0.stage == .full && now.milliseconds - $0.seenAt.milliseconds < idle
            }
        }
    }

    /// - Returns: false when it is none of theirs.
    @discardableResult
    package func end(_ id: String, of person: SignedIn) async throws -> Bool {
        try await desk.database.write { try $0.endSession(id, of: person.account.id) }
    }

    package func endOthers(of person: SignedIn) async throws {
        try await desk.database.write { try $0.endSessions(of: person.account.id, except: person.session.id) }
    }

    package func signOut(_ token: SecretToken) async throws {
        try await desk.database.write { try $0.endSession(under: token.hash) }
    }

    /// Forgets what has expired.
    @discardableResult
    package func eraseExpired() async throws -> Int {
        let now = desk.clock.now
        return try await desk.database.write { try $0.eraseExpiredSignIns(at: now) }
    }
}

extension SQLConnection {
    /// A new session; the one it takes the place of ends.
    func open(
        _ stage: AccountSession.Stage, for account: Account, device: String, replacing old: SecretToken?, at now: Timestamp
    ) throws -> NewSession {
        if let old { try endSession(under: old.hash) }
        let token = SecretToken.random()
        let length = stage == .full ? Sessions.longest : Sessions.betweenFactors
        let session = AccountSession(
            id: UUIDv7.make(at: now), account: account.id, stage: stage, createdAt: now, seenAt: now,
            expiresAt: Timestamp(milliseconds: now.milliseconds + length), device: device)
        try insert(session, under: token.hash)
        return NewSession(token: token, session: session, language: account.language)
    }

    /// The same session under a new token, after what somebody may do or how they prove it has changed. All others end.
    func rotate(_ person: SignedIn, at now: Timestamp) throws -> NewSession {
        try endSessions(of: person.account.id)
        return try open(.full, for: person.account, device: person.session.device, replacing: nil, at: now)
    }

    /// From now on this network is one they have signed in from.
    func remember(_ network: String, of account: Account.ID, at now: Timestamp) throws {
        // 90 days without a sign-in, and it is a strange one again.
        try know(network, of: account, until: Timestamp(milliseconds: now.milliseconds + 90 * 86_400_000))
    }
}
