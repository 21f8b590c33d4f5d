package import Domain
import Storage

/// Somebody who was invited comes: they choose their name, their language and a password, and are signed in.
package struct AcceptInvitation: Sendable {
    let desk: AccountDesk

    /// What the page is about before anything is chosen; `nil` when the link is gone. The link stays good.
    package func look(_ token: SecretToken) async throws -> Account? {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            try connection.link(under: token.hash, for: .invitation, at: now).flatMap { try connection.account($0.account) }
        }
    }

    package func callAsFunction(
        _ token: SecretToken, name typed: String, language: Language, password: String, from origin: SignInOrigin
    ) async throws -> NewSession {
        guard var account = try await look(token), account.state == .invited else { throw AccountError.linkGone }
        account.name = typed.asName
        account.language = language
        account.state = .active
        guard !account.name.isEmpty else { throw AccountError.noName }
        let (now, changed) = (desk.clock.now, account)
        let institutions = try await desk.database.read { try $0.institutions(of: changed.id) }
        let hash = try await desk.hash(password, for: changed, at: institutions)
        return try await desk.database.write { connection in
            guard try connection.useLink(under: token.hash, for: .invitation, at: now) != nil,
                let before = try connection.account(changed.id), before.state == .invited
            else { throw AccountError.linkGone }
            try connection.update(changed)
            try connection.setPasswordHash(hash, of: changed.id, at: now)
            try connection.eraseLinks(of: changed.id)
            let keys = desk.slowDown.keys(account: changed.email.text, network: origin.network)
            try connection.remember(keys.networkHash, of: changed.id, at: now)
            let session = try connection.open(.full, for: changed, device: origin.device, replacing: nil, at: now)
            try connection.append(
                AuditEntry(.accountAccepted, by: .account(changed.id.rawValue), on: changed.id.rawValue, from: "invited", to: "active"),
                at: now)
            return session
        }
    }
}
