import Domain
package import Storage

/// What every use case with accounts works with.
package struct AccountDesk: Sendable {
    package let database: any SQLDatabase
    package let clock: PortalClock
    let secrets: PortalSecrets
    let hasher: PasswordHasher
    let rules: PasswordRules
    let slowDown: SlowDown
    let mail: AccountMail
    private let settings: PortalSettings

    package init(
        database: any SQLDatabase, settings: PortalSettings, secrets: PortalSecrets, mail: AccountMail, clock: PortalClock = .system,
        cost: PasswordHasher.Cost = .standard
    ) throws {
        self.database = database
        self.clock = clock
        self.secrets = secrets
        self.mail = mail
        self.settings = settings
        hasher = PasswordHasher(cost: cost)
        rules = try PasswordRules(portal: settings.name)
        slowDown = SlowDown(secrets: secrets)
    }

    func portalName(_ language: Language) -> String { settings.name.text(language) }

    /// A new password, judged and hashed.
    func hash(_ password: String, for account: Account, at institutions: [Institution]) async throws -> String {
        do {
            try rules.check(password, names: account.guessableNames + institutions.flatMap { [$0.name.en, $0.name.fr].compactMap(\.self) })
        } catch {
            throw AccountError.password(error)
        }
        do { return try await hasher.hash(password) } catch { throw AccountError.busy }
    }

    func matches(_ password: String, _ hash: String?) async throws(AccountError) -> Bool {
        do { return try await hasher.matches(password, hash) } catch { throw .busy }
    }

    /// Asks somebody who is signed in for their password once more.
    func confirm(_ password: String, of account: Account.ID, from origin: SignInOrigin) async throws {
        let now = clock.now
        let keys = slowDown.keys(account: account.rawValue, network: origin.network)
        let (wait, hash) = try await database.write { connection in
            (try slowDown.begin(keys, isKnown: true, connection, at: now), try connection.passwordHash(of: account))
        }
        guard wait == 0 else { throw AccountError.wait(seconds: wait) }
        guard try await matches(password, hash) else { throw AccountError.wrong }
        try await database.write { try slowDown.succeeded(keys, $0) }
    }
}

extension Account {
    /// What somebody who knows them would try first.
    var guessableNames: [String] { [name, String(email.text.prefix { $0 != "@" }), email.text, email.domain] }
}

extension SQLConnection {
    /// Where somebody has a role.
    func institutions(of account: Account.ID) throws -> [Institution] {
        try memberships(of: account).compactMap(\.institution).flatMap { try institutions("WHERE id = ?", [.text($0.rawValue)]) }
    }
}
