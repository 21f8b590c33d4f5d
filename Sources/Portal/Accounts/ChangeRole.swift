package import Domain
import Storage

/// Gives somebody another role, or takes it. They sign in anew: what a session may do never outlives what its owner may do.
package struct ChangeRole: Sendable {
    let desk: AccountDesk

    /// Another role at the same institution.
    package func callAsFunction(of account: Account.ID, to role: Role, at institution: Institution.ID, by person: SignedIn) async throws {
        guard let membership = Membership(role, at: institution), person.may(.manageStaff, at: institution) else {
            throw AccountError.notAllowed
        }
        guard account != person.account.id else { throw AccountError.own }
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let old = try connection.role(of: account, at: institution) else { throw AccountError.unknown }
            guard old != role else { return }
            try connection.give(membership, to: account)
            try connection.endSessions(of: account)
            try connection.append(
                AuditEntry(
                    .roleChanged, by: person.actor, on: account.rawValue, at: institution, from: old.rawValue, to: role.rawValue), at: now)
        }
    }

    /// - Parameter membership: the one they hold, whichever role was last seen on the page.
    package func remove(_ membership: Membership, of account: Account.ID, by person: SignedIn) async throws {
        guard person.may(membership.permissionToGive, at: membership.institution) else { throw AccountError.notAllowed }
        guard account != person.account.id else { throw AccountError.own }
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let held = try connection.held(account, like: membership) else { throw AccountError.unknown }
            if held.role == .operator { try connection.keepAnOperator(without: account) }
            try connection.take(held, from: account)
            try connection.endSessions(of: account)
            // An invitation to nothing is none.
            if try connection.memberships(of: account).isEmpty { try connection.eraseLinks(of: account, for: .invitation) }
            try connection.append(
                AuditEntry(
                    .roleChanged, by: person.actor, on: account.rawValue, at: membership.institution, from: held.role.rawValue), at: now)
        }
    }
}

extension SQLConnection {
    func keepAnOperator(without account: Account.ID) throws {
        let others = try accounts(holding: .operator).filter { $0.id != account && $0.state == .active }
        guard !others.isEmpty else { throw AccountError.lastOperator }
    }
}
