/// A link that works once, as it is kept. The token in its address is not.
package struct AccountLink: Hashable, Sendable {
    package enum Purpose: String, Sendable, CaseIterable {
        case invitation
        case passwordReset = "password-reset"
        case emailChange = "email-change"
    }

    package let purpose: Purpose
    package let account: Account.ID
    /// The new address, for a change of address.
    package let detail: String?
    package let expiresAt: Timestamp

    package init(purpose: Purpose, account: Account.ID, detail: String? = nil, expiresAt: Timestamp) {
        self.purpose = purpose
        self.account = account
        self.detail = detail
        self.expiresAt = expiresAt
    }
}
