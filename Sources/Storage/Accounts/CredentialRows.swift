package import Domain

/// How somebody proves who they are, inside a transaction that may do more.
extension SQLConnection {
    package func passwordHash(of account: Account.ID) throws -> String? {
        try first("SELECT hash FROM account_password WHERE account = ?", [.text(account.rawValue)])?.text("hash")
    }

    package func setPasswordHash(_ hash: String, of account: Account.ID, at now: Timestamp) throws {
        try execute(
            .upsert(into: "account_password", key: ["account"], ["account", "hash", "changed_at"]),
            [.text(account.rawValue), .text(hash), .time(now)])
    }

    package func secondFactor(of account: Account.ID) throws -> StoredSecondFactor? {
        try first(
            "SELECT sealed_secret, pending_secret, last_step FROM second_factor WHERE account = ?", [.text(account.rawValue)]
        ).map { row in
            StoredSecondFactor(
                sealedSecret: try row.optionalText("sealed_secret"), pendingSecret: try row.optionalText("pending_secret"),
                lastStep: try row.integer("last_step"))
        }
    }

    package func setSecondFactor(_ factor: StoredSecondFactor, of account: Account.ID) throws {
        try execute(
            .upsert(into: "second_factor", key: ["account"], ["account", "sealed_secret", "pending_secret", "last_step"]),
            [.text(account.rawValue), .text(factor.sealedSecret), .text(factor.pendingSecret), .integer(factor.lastStep)])
    }

    /// Takes note that the code of a half-minute was used.
    /// - Returns: false when this one, or a later one, was used before. Of two at the same moment one is told so.
    package func useStep(_ step: Int, of account: Account.ID) throws -> Bool {
        try execute(
            "UPDATE second_factor SET last_step = ? WHERE account = ? AND last_step < ?",
            [.integer(step), .text(account.rawValue), .integer(step)]) == 1
    }

    /// Recovery codes go with it.
    package func removeSecondFactor(of account: Account.ID) throws {
        try execute("DELETE FROM second_factor WHERE account = ?", [.text(account.rawValue)])
        try execute("DELETE FROM recovery_code WHERE account = ?", [.text(account.rawValue)])
    }

    /// In the place of those there were.
    package func setRecoveryCodes(_ hashes: [String], of account: Account.ID) throws {
        try execute("DELETE FROM recovery_code WHERE account = ?", [.text(account.rawValue)])
        try execute(.insert(into: "recovery_code", ["account", "code_hash"]), each: hashes.map { [.text(account.rawValue), .text($0)] })
    }

    /// - Returns: false when there is no such code, or no longer.
    package func useRecoveryCode(_ hash: String, of account: Account.ID) throws -> Bool {
        try execute("DELETE FROM recovery_code WHERE account = ? AND code_hash = ?", [.text(account.rawValue), .text(hash)]) == 1
    }

    package func recoveryCodesLeft(of account: Account.ID) throws -> Int {
        try first("SELECT COUNT(*) AS n FROM recovery_code WHERE account = ?", [.text(account.rawValue)])?.integer("n") ?? 0
    }
}

/// A second factor as it is kept.
package struct StoredSecondFactor: Hashable, Sendable {
    /// The one in use; `nil` before the first was confirmed.
    package var sealedSecret: String?
    /// One that is being set up: it takes the other's place with its first right code.
    package var pendingSecret: String?
    /// The last half-minute since 1970 whose code was used.
    package var lastStep: Int

    package init(sealedSecret: String? = nil, pendingSecret: String? = nil, lastStep: Int = 0) {
        self.sealedSecret = sealedSecret
        self.pendingSecret = pendingSecret
        self.lastStep = lastStep
    }
}
