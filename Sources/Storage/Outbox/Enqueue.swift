package import Domain

extension SQLConnection {
    /// Puts mails in the outbox, inside the transaction of what they tell of: both are there after the commit, or neither.
    ///
    /// A worker finds them by itself within seconds. Ring `MailBell` after the commit, and it looks at once.
    package func enqueue(_ mails: [OutgoingMail], at now: Timestamp) throws {
        guard !mails.isEmpty else { return }
        try execute(.insert(into: "outbox", outboxColumns), each: mails.map { $0.values(queuedAt: now) })
    }
}

/// Those that make the mail itself come first.
let mailColumns: [SQL] = [
    "id", "kind", "recipient", "language", "subject", "text_body", "html_body", "reply_to", "unsubscribe", "answers",
]
private let outboxColumns: [SQL] = mailColumns + ["state", "attempts", "created_at", "due_at", "expires_at"]

extension OutgoingMail {
    /// Three days: by then the server was repaired, or the links in the mail mean nothing any more.
    static let days = Int64(3)

    static func expiry(queuedAt now: Timestamp) -> Timestamp { Timestamp(milliseconds: now.milliseconds + days * 86_400_000) }

    fileprivate func values(queuedAt now: Timestamp) -> [SQLValue] {
        [
            .text(id.rawValue), .word(kind), .text(recipient.text), .word(language), .text(subject), .text(text), .text(html),
            .text(replyTo?.text), .text(unsubscribe),
            .text(answers.isEmpty ? nil : answers.joined(separator: " ")), .word(OutboxState.waiting), .integer(0), .time(now), .time(now),
            .time(Self.expiry(queuedAt: now)),
        ]
    }

    init(_ row: SQLRow) throws(StorageError) {
        self.init(
            id: OutgoingMail.ID(try row.text("id")), kind: Kind(rawValue: try row.text("kind")),
            recipient: try row.address("recipient"), language: try row.word("language"), subject: try row.text("subject"),
            text: try row.text("text_body"), html: try row.text("html_body"),
            replyTo: try row.optionalText("reply_to") == nil ? nil : try row.address("reply_to"),
            unsubscribe: try row.optionalText("unsubscribe"),
            answers: (try row.optionalText("answers") ?? "").split(separator: " ").map(String.init))
    }
}

extension SQLRow {
    fileprivate func address(_ column: String) throws(StorageError) -> EmailAddress {
        let text = try text(column)
        guard let address = EmailAddress(text) else { throw .unexpected(column: column, found: text) }
        return address
    }
}
