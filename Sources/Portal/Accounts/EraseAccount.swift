package import Domain
import Storage

/// Erases an account with everything that hangs on it: address, name, password, second factor, sessions, roles. What was done with it stays in the
/// log and in histories under an id that leads to nobody. Mail that is on its way goes after two weeks, as all mail does.
package struct EraseAccount: Sendable {
    let desk: AccountDesk

    /// One's own, for somebody who knows its password.
    package func callAsFunction(_ person: SignedIn, password: String, from origin: SignInOrigin) async throws {
        try await desk.confirm(password, of: person.account.id, from: origin)
        try await erase(by: person.actor) { try $0.account(person.account.id) }
    }

    /// Somebody else's, once it is suspended: two steps, since there is no way back.
    package func callAsFunction(_ id: Account.ID, by person: SignedIn) async throws {
        guard person.may(.manageOperators) else { throw AccountError.notAllowed }
        guard id != person.account.id else { throw AccountError.own }
        try await erase(by: person.actor) { connection in
            guard let account = try connection.account(id) else { return nil }
            guard account.state == .suspended else { throw AccountError.notSuspended }
            return account
        }
    }

    package func fromCommandLine(_ email: EmailAddress) async throws { try await erase(by: .commandLine) { try $0.account(email) } }

    private func erase(by actor: AuditActor, _ find: @escaping @Sendable (any SQLConnection) throws -> Account?) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let account = try find(connection) else { throw AccountError.unknown }
            if try connection.memberships(of: account.id).contains(where: { $0.role == .operator }) {
                try connection.keepAnOperator(without: account.id)
            }
            try connection.erase(account.id)
            try connection.append(AuditEntry(.accountErased, by: actor, on: account.id.rawValue), at: now)
        }
    }
}
