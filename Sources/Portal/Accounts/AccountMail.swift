package import Domain
import Storage

/// What accounts need to write to people: words, addresses of pages, and the bell that wakes whoever sends.
package struct AccountMail: Sendable {
    let letters: any LetterWriting
    let addresses: any AccountAddresses
    let bell: MailBell?

    package init(letters: any LetterWriting, addresses: any AccountAddresses, bell: MailBell? = nil) {
        self.letters = letters
        self.addresses = addresses
        self.bell = bell
    }
}

/// Whole addresses of the pages that mails lead to.
package protocol AccountAddresses: Sendable {
    func page(_ purpose: AccountLink.Purpose, _ token: SecretToken, in language: Language) -> String
    func signIn(in language: Language) -> String
}

extension OutgoingMail.Kind {
    package static let invitation: Self = "invitation"
    /// Somebody who has an account was given a role.
    package static let welcome: Self = "welcome"
    package static let passwordReset: Self = "passwordReset"
    package static let emailChange: Self = "emailChange"
    /// To the former address.
    package static let emailChanged: Self = "emailChanged"
    package static let passwordChanged: Self = "passwordChanged"
    package static let secondFactorReset: Self = "secondFactorReset"
}

extension AccountDesk {
    /// Makes a link that works once, in the place of any other for the same purpose.
    func makeLink(
        _ purpose: AccountLink.Purpose, for account: Account, detail: String? = nil, _ connection: any SQLConnection, at now: Timestamp
    ) throws -> String {
        let token = SecretToken.random()
        let end = Timestamp(milliseconds: now.milliseconds + purpose.validFor)
        try connection.eraseLinks(of: account.id, for: purpose)
        try connection.insert(AccountLink(purpose: purpose, account: account.id, detail: detail, expiresAt: end), under: token.hash)
        return mail.addresses.page(purpose, token, in: account.language)
    }

    /// Puts a letter into the post, in the transaction of what it tells of.
    func post(
        _ kind: OutgoingMail.Kind, to account: Account, mailbox: EmailAddress? = nil, values: [String: String] = [:], link: String? = nil,
        _ connection: any SQLConnection, at now: Timestamp
    ) throws {
        let letter = Letter(
            kind, to: mailbox ?? account.email, in: account.language, values: values.merging(["name": account.name]) { given, _ in given },
            link: link)
        try connection.enqueue([mail.letters.mail(letter, at: now)], at: now)
    }
}

extension AccountLink.Purpose {
    /// Milliseconds: seven days for an invitation, which may arrive on a Friday; a day for a new address; an hour for a new password.
    var validFor: Int64 {
        switch self {
        case .invitation: 7 * 86_400_000
        case .emailChange: 86_400_000
        case .passwordReset: 3_600_000
        }
    }
}
