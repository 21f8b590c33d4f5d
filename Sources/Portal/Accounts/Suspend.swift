package import Domain
import Storage

/// Shuts an account, or opens it again. Only operators may: an account can belong to more than one institution.
package struct Suspend: Sendable {
    let desk: AccountDesk

    package func callAsFunction(_ id: Account.ID, by person: SignedIn) async throws {
        guard person.may(.manageOperators) else { throw AccountError.notAllowed }
        guard id != person.account.id else { throw AccountError.own }
        try await change(id, to: .suspended, .accountSuspended, by: person)
    }

    package func restore(_ id: Account.ID, by person: SignedIn) async throws {
        guard person.may(.manageOperators) else { throw AccountError.notAllowed }
        try await change(id, to: .active, .accountRestored, by: person)
    }

    private func change(_ id: Account.ID, to wanted: Account.State, _ act: AuditAct, by person: SignedIn) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard var account = try connection.account(id) else { throw AccountError.unknown }
            let old = account.state
            // Whoever never chose a password goes back to being invited.
            let hasPassword = try connection.passwordHash(of: id) != nil
            account.state = wanted == .active && !hasPassword ? .invited : wanted
            guard account.state != old else { return }
            if wanted == .suspended, try connection.memberships(of: id).contains(where: { $0.role == .operator }) {
                try connection.keepAnOperator(without: id)
            }
            try connection.update(account)
            try connection.endSessions(of: id)
            try connection.eraseLinks(of: id)
            try connection.append(
                AuditEntry(act, by: person.actor, on: id.rawValue, from: old.rawValue, to: account.state.rawValue), at: now)
        }
    }
}
