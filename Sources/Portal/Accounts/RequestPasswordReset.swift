import Domain
import Storage

/// Somebody forgot their password: a link goes to their mailbox. Whoever asks learns nothing, not even from how long it takes.
package struct RequestPasswordReset: Sendable {
    let desk: AccountDesk

    /// - Throws: `AccountError.noAddress` for what is no address, `.wait` or `.busy`; never anything that depends on whether there is such an account.
    package func callAsFunction(email typed: String, from origin: SignInOrigin) async throws {
        guard let email = EmailAddress(typed) else { throw AccountError.noAddress }
        let now = desk.clock.now
        let keys = desk.slowDown.keys(account: email.text, network: origin.network, act: "reset")
        let wait = try await desk.database.write { try desk.slowDown.begin(keys, isKnown: false, $0, at: now) }
        guard wait == 0 else { throw AccountError.wait(seconds: wait) }
        // The answer waits for a password's hash, which takes many times longer than what is done for an account that exists.
        async let pause = desk.matches("", nil)
        let isPosted = try await post(email, at: now)
        _ = try await pause
        if isPosted { desk.mail.bell?.ring() }
    }

    private func post(_ email: EmailAddress, at now: Timestamp) async throws -> Bool {
        try await desk.database.write { connection in
            guard let account = try connection.account(email) else { return false }
            switch account.state {
            case .suspended: return false
            // Whoever has no password yet has lost the invitation.
            case .invited:
                let link = try desk.makeLink(.invitation, for: account, connection, at: now)
                let portal = desk.portalName(account.language)
                try desk.post(.invitation, to: account, values: ["place": portal, "inviter": portal], link: link, connection, at: now)
            case .active:
                let link = try desk.makeLink(.passwordReset, for: account, connection, at: now)
                try desk.post(.passwordReset, to: account, link: link, connection, at: now)
            }
            return true
        }
    }
}
