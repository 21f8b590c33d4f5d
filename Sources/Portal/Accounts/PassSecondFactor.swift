import Domain
import Storage

/// The second step of signing in: a code of the authenticator app, or one of the recovery codes.
package struct PassSecondFactor: Sendable {
    let desk: AccountDesk

    /// - Returns: a new session in the place of the one that waited.
    /// - Throws: `AccountError.wrong` (also for a code that was used before), `.wait`, or `.unknown` when no session waits under the token.
    package func callAsFunction(code: String, session token: SecretToken, from origin: SignInOrigin) async throws -> NewSession {
        try await pass(token, origin) { connection, account, now in
            guard let factor = try connection.secondFactor(of: account.id), let timed = desk.open(factor.sealedSecret),
                let step = timed.step(of: code, at: now)
            else { return false }
            return try connection.useStep(step, of: account.id)
        }
    }

    /// The same with a recovery code, which is used up.
    package func callAsFunction(recoveryCode typed: String, session token: SecretToken, from origin: SignInOrigin) async throws
        -> NewSession
    {
        try await pass(token, origin) { connection, account, now in
            guard let code = RecoveryCode(typed), try connection.useRecoveryCode(code.hash(desk.secrets), of: account.id) else {
                return false
            }
            let left = try connection.recoveryCodesLeft(of: account.id)
            try connection.append(
                AuditEntry(.recoveryCodeUsed, by: .account(account.id.rawValue), on: account.id.rawValue, to: "\(left)"), at: now)
            return true
        }
    }

    private func pass(
        _ token: SecretToken, _ origin: SignInOrigin, _ check: @escaping @Sendable (any SQLConnection, Account, Timestamp) throws -> Bool
    ) async throws -> NewSession {
        let now = desk.clock.now
        // A wrong code is no error inside the transaction: what was counted stays counted.
        let outcome = try await desk.database.write { connection -> Result<NewSession, AccountError> in
            guard let session = try connection.session(under: token.hash, at: now), session.stage == .password,
                let account = try connection.account(session.account), account.state == .active
            else { return .failure(.unknown) }
            let keys = desk.slowDown.keys(account: account.id.rawValue, network: origin.network, act: "second factor")
            let isKnown = try connection.isKnown(keys.networkHash, to: account.id, at: now)
            let wait = try desk.slowDown.begin(keys, isKnown: isKnown, connection, at: now)
            guard wait == 0 else { return .failure(.wait(seconds: wait)) }
            guard try check(connection, account, now) else { return .failure(.wrong) }
            try desk.slowDown.succeeded(keys, connection)
            try connection.remember(keys.networkHash, of: account.id, at: now)
            return .success(try connection.open(.full, for: account, device: origin.device, replacing: token, at: now))
        }
        return try outcome.get()
    }
}
