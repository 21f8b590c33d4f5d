package import Domain

/// Accounts, inside a transaction that may do more.
extension SQLConnection {
    package func account(_ id: Account.ID) throws -> Account? {
        try accounts("WHERE id = ?", [.text(id.rawValue)]).first
    }

    package func account(_ email: EmailAddress) throws -> Account? {
        try accounts("WHERE email = ?", [.text(email.text)]).first
    }

    /// By name.
    package func accounts() throws -> [Account] { try accounts("ORDER BY name, email", []) }

    /// Whoever holds a role at an institution, by name.
    package func staff(of institution: Institution.ID) throws -> [(account: Account, role: Role)] {
        try query(
            "SELECT " + .list(accountColumns)
                + ", role FROM account JOIN institution_role ON account = id WHERE institution = ? ORDER BY name, email",
            [.text(institution.rawValue)]
        ).map { (try Account($0), try $0.word("role")) }
    }

    /// Whoever holds a role everywhere, by name.
    package func accounts(holding role: Role) throws -> [Account] {
        try accounts("WHERE id IN (SELECT account FROM portal_role WHERE role = ?) ORDER BY name, email", [.word(role)])
    }

    /// - Throws: `StorageError.unique` when the address has an account.
    package func insert(_ account: Account, at now: Timestamp) throws {
        try execute(
            .insert(into: "account", accountColumns + ["created_at"]),
            [
                .text(account.id.rawValue), .text(account.email.text), .text(account.name), .word(account.language),
                .word(account.state), .time(now),
            ])
    }

    package func update(_ account: Account) throws {
        try execute(
            "UPDATE account SET email = ?, name = ?, language = ?, state = ? WHERE id = ?",
            [
                .text(account.email.text), .text(account.name), .word(account.language), .word(account.state), .text(account.id.rawValue),
            ])
    }

    /// With everything that hangs on it.
    package func erase(_ id: Account.ID) throws {
        try execute("DELETE FROM account WHERE id = ?", [.text(id.rawValue)])
    }

    private func accounts(_ condition: SQL, _ values: [SQLValue]) throws -> [Account] {
        try query("SELECT " + .list(accountColumns) + " FROM account " + condition, values).map { try Account($0) }
    }
}

private let accountColumns: [SQL] = ["id", "email", "name", "language", "state"]

extension Account {
    init(_ row: SQLRow) throws {
        let text = try row.text("email")
        guard let email = EmailAddress(text) else { throw StorageError.unexpected(column: "email", found: "no address") }
        self.init(
            id: Account.ID(try row.text("id")), email: email, name: try row.text("name"), language: try row.word("language"),
            state: try row.word("state"))
    }
}
