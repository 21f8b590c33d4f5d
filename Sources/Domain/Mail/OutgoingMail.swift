/// A mail that is ready to go: whoever sends it adds nothing but headers. It is queued in the same transaction as what it tells of
/// (`SQLConnection.enqueue`), so that the one is never there without the other.
package struct OutgoingMail: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<OutgoingMail>

    /// A UUIDv7. The Message-ID is made of it, so that a mail sent again can be told to be the same one.
    package let id: ID
    package let kind: Kind
    package let recipient: EmailAddress
    /// The reader's.
    package let language: Language
    package let subject: String
    /// The same content twice: lines of plain text, and a whole HTML document.
    package let text: String
    package let html: String
    /// Where an answer goes; `nil` for the sender.
    package let replyTo: EmailAddress?
    /// An address of the portal that ends such mails with one POST (RFC 8058); `nil` for mail that somebody asked for at this moment.
    package let unsubscribe: String?
    /// The mails before it in a conversation, the oldest first: `<id@host>` for one that came from elsewhere, a mail's own id for one of the
    /// portal's.
    package let answers: [String]

    package init(
        id: ID, kind: Kind, recipient: EmailAddress, language: Language, subject: String, text: String, html: String,
        replyTo: EmailAddress? = nil, unsubscribe: String? = nil, answers: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.replyTo = replyTo
        self.unsubscribe = unsubscribe
        self.answers = answers
    }

    /// What a mail is for, in one word: `invitation`. Figures and logs show it, and its texts stand under it (`mail.invitation.subject`).
    ///
    /// Each part of the portal names its own: `extension OutgoingMail.Kind { package static let invitation: Self = "invitation" }`.
    package struct Kind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }
        package init(stringLiteral value: String) { rawValue = value }
    }
}
