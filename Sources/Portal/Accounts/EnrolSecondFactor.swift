import Domain
import Foundation
import Storage

/// Sets up an authenticator app, or another one in its place.
package struct EnrolSecondFactor: Sendable {
    let desk: AccountDesk

    /// The secret to put into the app: the same one until it is confirmed, so that a page loaded twice shows one.
    package func begin(_ person: SignedIn) async throws -> TimedCode {
        try await desk.database.write { connection in
            var factor = try connection.secondFactor(of: person.account.id) ?? StoredSecondFactor()
            if let pending = desk.open(factor.pendingSecret) { return pending }
            let code = TimedCode.random()
            factor.pendingSecret = desk.seal(code)
            try connection.setSecondFactor(factor, of: person.account.id)
            return code
        }
    }

    /// The first code shows that the app has the secret. Every other session ends, and this one goes on under a new token.
    /// - Parameter password: asked for when there is a second factor already.
    /// - Returns: the recovery codes, which are never shown again.
    /// - Throws: `AccountError.wrong` when the code or the password is; `.wait` or `.busy`.
    package func confirm(
        _ person: SignedIn, code: String, password: String, from origin: SignInOrigin
    ) async throws -> (session: NewSession, codes: [RecoveryCode]) {
        if person.hasSecondFactor { try await desk.confirm(password, of: person.account.id, from: origin) }
        let now = desk.clock.now
        return try await desk.database.write { connection in
            let account = person.account.id
            guard let factor = try connection.secondFactor(of: account), let timed = desk.open(factor.pendingSecret),
                let step = timed.step(of: code, at: now)
            else { throw AccountError.wrong }
            try connection.setSecondFactor(StoredSecondFactor(sealedSecret: factor.pendingSecret, lastStep: step), of: account)
            let codes = try desk.makeRecoveryCodes(for: account, connection)
            let session = try connection.rotate(person, at: now)
            let keys = desk.slowDown.keys(account: account.rawValue, network: origin.network)
            try connection.remember(keys.networkHash, of: account, at: now)
            try connection.append(AuditEntry(.secondFactorEnrolled, by: person.actor, on: account.rawValue), at: now)
            return (session, codes)
        }
    }
}

/// Ten new recovery codes in the place of those there are.
package struct MakeRecoveryCodes: Sendable {
    let desk: AccountDesk

    package func callAsFunction(_ person: SignedIn, password: String, from origin: SignInOrigin) async throws -> [RecoveryCode] {
        guard person.hasSecondFactor else { throw AccountError.notAllowed }
        try await desk.confirm(password, of: person.account.id, from: origin)
        let now = desk.clock.now
        return try await desk.database.write { connection in
            let codes = try desk.makeRecoveryCodes(for: person.account.id, connection)
            try connection.append(AuditEntry(.recoveryCodesMade, by: person.actor, on: person.account.id.rawValue), at: now)
            return codes
        }
    }

    package func left(_ person: SignedIn) async throws -> Int {
        try await desk.database.read { try $0.recoveryCodesLeft(of: person.account.id) }
    }
}

extension AccountDesk {
    fileprivate func makeRecoveryCodes(for account: Account.ID, _ connection: any SQLConnection) throws -> [RecoveryCode] {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.random() }
        try connection.setRecoveryCodes(codes.map { $0.hash(secrets) }, of: account)
        return codes
    }

    func seal(_ code: TimedCode) -> String { Data(SecretBytes.seal(code.secret, key: secrets.key(.secondFactor))).base64EncodedString() }

    /// `nil` for nothing, and for what another key has sealed.
    func open(_ sealed: String?) -> TimedCode? {
        sealed.flatMap { Data(base64Encoded: $0) }.flatMap { SecretBytes.open(Array($0), key: secrets.key(.secondFactor)) }
            .map(TimedCode.init(secret:))
    }
}
