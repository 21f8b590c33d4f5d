/// A signed-in browser as it is kept. The token that opens it is not.
package struct AccountSession: Hashable, Sendable {
    package enum Stage: String, Sendable {
        /// The password was right, and the second factor is still to come.
        case password
        case full
    }

    /// Names it without opening it.
    package let id: String
    package let account: Account.ID
    package let stage: Stage
    package let createdAt: Timestamp
    package let seenAt: Timestamp
    /// Whatever happens, it ends then.
    package let expiresAt: Timestamp
    /// The browser and the system, in a few words.
    package let device: String

    package init(
        id: String, account: Account.ID, stage: Stage, createdAt: Timestamp, seenAt: Timestamp, expiresAt: Timestamp, device: String
    ) {
        self.id = id
        self.account = account
        self.stage = stage
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.expiresAt = expiresAt
        self.device = device
    }
}
