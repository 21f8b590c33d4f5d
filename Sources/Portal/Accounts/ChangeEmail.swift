package import Domain
import Storage

/// Another address: a link goes to it, and the former one is told when it is used.
package struct ChangeEmail: Sendable {
    let desk: AccountDesk

    /// Says nothing of whether the new address has an account: its mailbox gets no mail then.
    package func request(_ person: SignedIn, to typed: String, password: String, from origin: SignInOrigin) async throws {
        guard let email = EmailAddress(typed), email != person.account.email else { throw AccountError.noAddress }
        try await desk.confirm(password, of: person.account.id, from: origin)
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard try connection.account(email) == nil else { return }
            let link = try desk.makeLink(.emailChange, for: person.account, detail: email.text, connection, at: now)
            try desk.post(.emailChange, to: person.account, mailbox: email, link: link, connection, at: now)
        }
        desk.mail.bell?.ring()
    }

    /// The address a link would bring; `nil` when it is gone. It stays good.
    package func look(_ token: SecretToken) async throws -> EmailAddress? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            try connection.link(under: token.hash, for: .emailChange, at: now)?.detail.flatMap { EmailAddress($0) }
        }
    }

    /// Every session ends: whoever holds the new mailbox signs in with it.
    package func callAsFunction(_ token: SecretToken) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            guard let link = try connection.useLink(under: token.hash, for: .emailChange, at: now),
                let email = link.detail.flatMap({ EmailAddress($0) }), var account = try connection.account(link.account),
                account.state == .active, try connection.account(email) == nil
            else { throw AccountError.linkGone }
            let former = account.email
            account.email = email
            try connection.update(account)
            try connection.eraseLinks(of: account.id)
            try connection.endSessions(of: account.id)
            try connection.forgetNetworks(of: account.id)
            try desk.post(.emailChanged, to: account, mailbox: former, connection, at: now)
            // Addresses stand in no log.
            try connection.append(AuditEntry(.emailChanged, by: .account(account.id.rawValue), on: account.id.rawValue), at: now)
        }
        desk.mail.bell?.ring()
    }
}
