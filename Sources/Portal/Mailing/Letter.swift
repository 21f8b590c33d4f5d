package import Domain

/// What a mail is to say, before it is put into words: a kind, the values its texts name, and at most one link.
package struct Letter: Sendable {
    package var kind: OutgoingMail.Kind
    package var recipient: EmailAddress
    /// The reader's.
    package var language: Language
    /// What the texts of the kind hold in braces: `["institution": "Cedar College"]`. Line ends and other controls in a value become spaces:
    /// what somebody typed stays inside its sentence.
    package var values: [String: String]
    /// Days among those values, written as the reader's language writes them.
    package var dates: [String: CalendarDate] = [:]
    /// Where the button leads: a whole address, `https://…`.
    package var link: String?
    package var replyTo: EmailAddress?
    /// A whole address that ends such mails with one POST, for mail nobody asked for at this moment.
    package var unsubscribe: String?
    /// One line each, between the body and the button: titles of programs, for one.
    package var list: [String] = []
    /// What somebody wrote, with its lines: between the body and the list.
    package var passage: String?
    /// The mails before it in a conversation (`OutgoingMail.answers`).
    package var answers: [String] = []

    package init(
        _ kind: OutgoingMail.Kind, to recipient: EmailAddress, in language: Language, values: [String: String] = [:],
        link: String? = nil, replyTo: EmailAddress? = nil, unsubscribe: String? = nil
    ) {
        self.kind = kind
        self.recipient = recipient
        self.language = language
        self.values = values
        self.link = link
        self.replyTo = replyTo
        self.unsubscribe = unsubscribe
    }
}

/// Puts letters into words. Done by whoever has the texts: use cases ask for it and know no sentence themselves.
package protocol LetterWriting: Sendable {
    /// A mail with an id of its own, ready for `SQLConnection.enqueue`.
    func mail(_ letter: Letter, at now: Timestamp) -> OutgoingMail
}
