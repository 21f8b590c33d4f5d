import Domain
import Storage

/// Signs somebody in: the password first, then the second factor if they have one.
package struct SignIn: Sendable {
    let desk: AccountDesk

    /// - Parameters:
    ///   - email: as typed.
    ///   - old: the session the browser had; it ends.
    /// - Returns: a session; its stage tells whether the second factor is still to come.
    /// - Throws: `AccountError.wrong`, whether there is such an account or not, `.wait` or `.busy`.
    package func callAsFunction(
        email typed: String, password: String, from origin: SignInOrigin, replacing old: SecretToken? = nil
    ) async throws -> NewSession {
        let now = desk.clock.now
        let email = EmailAddress(typed)
        let keys = desk.slowDown.keys(account: email?.text ?? typed.lowercased(), network: origin.network)
        let (wait, account, hash) = try await desk.database.write { connection -> (Int, Account?, String?) in
            let account = try email.flatMap { try connection.account($0) }
            let isKnown = try account.map { try connection.isKnown(keys.networkHash, to: $0.id, at: now) } ?? false
            let wait = try desk.slowDown.begin(keys, isKnown: isKnown, connection, at: now)
            let hash = account?.state == .active ? try account.flatMap { try connection.passwordHash(of: $0.id) } : nil
            return (wait, account, hash)
        }
        guard wait == 0 else { throw AccountError.wait(seconds: wait) }
        guard try await desk.matches(password, hash), let account else { throw AccountError.wrong }
        return try await desk.database.write { connection in
            // The password may have been changed, or the account suspended, while it was checked.
            guard try connection.account(account.id)?.state == .active, try connection.passwordHash(of: account.id) == hash else {
                throw AccountError.wrong
            }
            try desk.slowDown.succeeded(keys, connection)
            guard try connection.secondFactor(of: account.id)?.sealedSecret == nil else {
                return try connection.open(.password, for: account, device: origin.device, replacing: old, at: now)
            }
            try connection.remember(keys.networkHash, of: account.id, at: now)
            return try connection.open(.full, for: account, device: origin.device, replacing: old, at: now)
        }
    }
}
