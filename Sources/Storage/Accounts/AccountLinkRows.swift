package import Domain

/// Links that work once, inside a transaction that may do more.
extension SQLConnection {
    package func insert(_ link: AccountLink, under tokenHash: String) throws {
        try execute(
            .insert(into: "account_link", ["token_hash", "purpose", "account", "detail", "expires_at"]),
            [.text(tokenHash), .word(link.purpose), .text(link.account.rawValue), .text(link.detail), .time(link.expiresAt)])
    }

    /// Looks without using it up: the page a link leads to may be fetched by whatever examines mail.
    package func link(under tokenHash: String, for purpose: AccountLink.Purpose, at now: Timestamp) throws -> AccountLink? {
        try first(
            "SELECT account, detail, expires_at FROM account_link WHERE token_hash = ? AND purpose = ? AND expires_at > ?",
            [.text(tokenHash), .word(purpose), .time(now)]
        ).map { row in
            AccountLink(
                purpose: purpose, account: Account.ID(try row.text("account")), detail: try row.optionalText("detail"),
                expiresAt: try row.time("expires_at"))
        }
    }

    /// Uses it up. Of two at the same moment one gets it.
    package func useLink(under tokenHash: String, for purpose: AccountLink.Purpose, at now: Timestamp) throws -> AccountLink? {
        guard let link = try link(under: tokenHash, for: purpose, at: now) else { return nil }
        let used = try execute("DELETE FROM account_link WHERE token_hash = ? AND purpose = ?", [.text(tokenHash), .word(purpose)])
        return used == 1 ? link : nil
    }

    package func eraseLinks(of account: Account.ID, for purpose: AccountLink.Purpose? = nil) throws {
        if let purpose {
            try execute("DELETE FROM account_link WHERE account = ? AND purpose = ?", [.text(account.rawValue), .word(purpose)])
        } else {
            try execute("DELETE FROM account_link WHERE account = ?", [.text(account.rawValue)])
        }
    }
}
