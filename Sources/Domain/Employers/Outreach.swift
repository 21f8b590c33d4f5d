/// What somebody at an institution wrote to employers of the directory: one text, delivered to each of them.
package struct OutreachLetter: Hashable, Sendable {
    package typealias ID = Identifier<OutreachLetter>

    package let id: ID
    package var institution: Institution.ID
    package var account: Account.ID
    /// As the mail names whoever wrote it.
    package var author: String
    package var replyTo: EmailAddress
    /// The institution's postal address, as it stood in the mail.
    package var postal: String
    package var subject: String
    package var text: String
    package var sentAt: Timestamp

    package init(
        id: ID, institution: Institution.ID, account: Account.ID, author: String, replyTo: EmailAddress, postal: String, subject: String,
        text: String, sentAt: Timestamp
    ) {
        self.id = id
        self.institution = institution
        self.account = account
        self.author = author
        self.replyTo = replyTo
        self.postal = postal
        self.subject = subject
        self.text = text
        self.sentAt = sentAt
    }
}

/// One letter to one employer.
package struct OutreachDelivery: Hashable, Sendable {
    package typealias ID = Identifier<OutreachDelivery>

    package let id: ID
    package let letter: OutreachLetter.ID
    package let entry: DirectoryEntry.ID
    package let institution: Institution.ID
    package let mail: OutgoingMail.ID
    package let sentAt: Timestamp

    package init(
        id: ID, letter: OutreachLetter.ID, entry: DirectoryEntry.ID, institution: Institution.ID, mail: OutgoingMail.ID, sentAt: Timestamp
    ) {
        self.id = id
        self.letter = letter
        self.entry = entry
        self.institution = institution
        self.mail = mail
        self.sentAt = sentAt
    }
}
