package import Domain
import Storage

/// Sets a new password with a link from a mailbox. Every session ends; the second factor stays as it is.
package struct ResetPassword: Sendable {
    let desk: AccountDesk

    /// `nil` when the link is gone. It stays good.
    package func look(_ token: SecretToken) async throws -> Account? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            try connection.link(under: token.hash, for: .passwordReset, at: now).flatMap { try connection.account($0.account) }
        }
    }

    /// - Returns: a session; its stage tells whether the second factor is still to come.
    package func callAsFunction(_ token: SecretToken, password: String, from origin: SignInOrigin) async throws -> NewSession {
        guard let account = try await look(token), account.state == .active else { throw AccountError.linkGone }
        let now = desk.clock.now
        let institutions = try await desk.database.read { try $0.institutions(of: account.id) }
        let hash = try await desk.hash(password, for: account, at: institutions)
        let session = try await desk.database.write { connection in
            guard try connection.useLink(under: token.hash, for: .passwordReset, at: now) != nil,
                try connection.account(account.id)?.state == .active
            else { throw AccountError.linkGone }
            try connection.setPasswordHash(hash, of: account.id, at: now)
            try connection.eraseLinks(of: account.id, for: .passwordReset)
            try connection.endSessions(of: account.id)
            let keys = desk.slowDown.keys(account: account.email.text, network: origin.network)
            // Whoever holds the mailbox is no stranger: the wait for guesses of others is not theirs.
            try connection.remember(keys.networkHash, of: account.id, at: now)
            try connection.forgetAttempts(keys.both)
            let needsFactor = try connection.secondFactor(of: account.id)?.sealedSecret != nil
            let session = try connection.open(
                needsFactor ? .password : .full, for: account, device: origin.device, replacing: nil, at: now)
            try desk.post(.passwordChanged, to: account, link: desk.mail.addresses.signIn(in: account.language), connection, at: now)
            try connection.append(
                AuditEntry(.passwordReset, by: .account(account.id.rawValue), on: account.id.rawValue), at: now)
            return session
        }
        desk.mail.bell?.ring()
        return session
    }
}
