package import Domain
import Storage

/// Who is where.
package struct ListStaff: Sendable {
    let desk: AccountDesk

    /// One person of a list.
    package struct Member: Sendable {
        package let account: Account
        package let memberships: [Membership]
        package let hasSecondFactor: Bool

        package func role(at institution: Institution.ID) -> Role? { memberships.first { $0.institution == institution }?.role }
    }

    /// Whoever holds a role at an institution, by name.
    package func callAsFunction(of institution: Institution.ID) async throws -> [Member] {
        try await desk.database.read { connection in
            try connection.staff(of: institution).map { try connection.member($0.account) }
        }
    }

    /// Every account, by name.
    package func all() async throws -> [Member] {
        try await desk.database.read { connection in try connection.accounts().map { try connection.member($0) } }
    }

    package func member(_ id: Account.ID) async throws -> Member? {
        try await desk.database.read { connection in try connection.account(id).map { try connection.member($0) } }
    }

    /// Names for the keys that an audit log holds. Accounts erased since have none.
    package func names(of ids: Set<String>) async throws -> [String: String] {
        try await desk.database.read { connection in
            var names: [String: String] = [:]
            for id in ids { names[id] = try connection.account(Account.ID(id))?.name }
            return names
        }
    }
}

extension SQLConnection {
    fileprivate func member(_ account: Account) throws -> ListStaff.Member {
        ListStaff.Member(
            account: account, memberships: try memberships(of: account.id),
            hasSecondFactor: try secondFactor(of: account.id)?.sealedSecret != nil)
    }
}
