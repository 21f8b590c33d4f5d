package import Domain

/// Who is what, inside a transaction that may do more.
extension SQLConnection {
    /// What somebody holds: roles everywhere first, then by institution.
    package func memberships(of account: Account.ID) throws -> [Membership] {
        let everywhere = try query("SELECT role FROM portal_role WHERE account = ? ORDER BY role", [.text(account.rawValue)])
            .compactMap { Membership(try $0.word("role")) }
        let somewhere = try query(
            "SELECT institution, role FROM institution_role WHERE account = ? ORDER BY institution", [.text(account.rawValue)]
        ).compactMap { Membership(try $0.word("role"), at: Institution.ID(try $0.text("institution"))) }
        return everywhere + somewhere
    }

    package func role(of account: Account.ID, at institution: Institution.ID) throws -> Role? {
        try first(
            "SELECT role FROM institution_role WHERE account = ? AND institution = ?",
            [.text(account.rawValue), .text(institution.rawValue)]
        )?.word("role")
    }

    /// Gives a membership; one at the same institution is changed.
    package func give(_ membership: Membership, to account: Account.ID) throws {
        if let institution = membership.institution {
            try execute(
                .upsert(into: "institution_role", key: ["account", "institution"], ["account", "institution", "role"]),
                [.text(account.rawValue), .text(institution.rawValue), .word(membership.role)])
        } else {
            try execute(
                "INSERT INTO portal_role (account, role) VALUES (?, ?) ON CONFLICT (account, role) DO NOTHING",
                [.text(account.rawValue), .word(membership.role)])
        }
    }

    /// - Returns: false when they did not hold it.
    @discardableResult
    package func take(_ membership: Membership, from account: Account.ID) throws -> Bool {
        if let institution = membership.institution {
            try execute(
                "DELETE FROM institution_role WHERE account = ? AND institution = ? AND role = ?",
                [.text(account.rawValue), .text(institution.rawValue), .word(membership.role)]) > 0
        } else {
            try execute(
                "DELETE FROM portal_role WHERE account = ? AND role = ?", [.text(account.rawValue), .word(membership.role)]) > 0
        }
    }
}
