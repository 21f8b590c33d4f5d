package import Domain
import Storage

/// Takes somebody's second factor away who has lost it and the recovery codes. They sign in by password and set up another.
package struct ResetSecondFactor: Sendable {
    let desk: AccountDesk

    package func callAsFunction(_ id: Account.ID, by person: SignedIn) async throws {
        guard person.may(.manageOperators) else { throw AccountError.notAllowed }
        guard id != person.account.id else { throw AccountError.own }
        try await reset(by: person.actor) { try $0.account(id) }
    }

    package func fromCommandLine(_ email: EmailAddress) async throws { try await reset(by: .commandLine) { try $0.account(email) } }

    private func reset(by actor: AuditActor, _ find: @escaping @Sendable (any SQLConnection) throws -> Account?) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let account = try find(connection) else { throw AccountError.unknown }
            try connection.removeSecondFactor(of: account.id)
            try connection.endSessions(of: account.id)
            if account.state == .active {
                let signIn = desk.mail.addresses.signIn(in: account.language)
                try desk.post(.secondFactorReset, to: account, link: signIn, connection, at: now)
            }
            try connection.append(AuditEntry(.secondFactorReset, by: actor, on: account.id.rawValue), at: now)
        }
        desk.mail.bell?.ring()
    }
}
