package import Domain

/// Deliveries, inside a transaction that may do more.
extension SQLConnection {
    /// - Parameters:
    ///   - employerKey: the hash of what stands in the address the employer's answers go to.
    ///   - officeKey: the same for the institution's.
    package func insert(_ delivery: Delivery, employerKey: String, officeKey: String) throws {
        try execute(
            .insert(into: "inquiry_delivery", ["employer_key_hash", "office_key_hash"] + deliveryColumns),
            [.text(employerKey), .text(officeKey)] + delivery.values)
    }

    /// With what the ledger counts of it, so that no step can be taken without being counted.
    package func update(_ delivery: Delivery) throws {
        let entry = try ledgerEntry(of: delivery.id)
        try execute(
            "UPDATE inquiry_delivery SET " + .list(deliveryColumns.dropFirst().map { $0 + " = ?" }) + " WHERE id = ?",
            Array(delivery.values.dropFirst()) + [.text(delivery.id.rawValue)])
        if let entry { try count(delivery, after: entry) }
    }

    /// The mail that tells the institution: when it has gone, the delivery counts as sent.
    package func setMail(_ mail: OutgoingMail.ID, of delivery: Delivery.ID) throws {
        try execute("UPDATE inquiry_delivery SET mail = ? WHERE id = ?", [.text(mail.rawValue), .text(delivery.rawValue)])
    }

    /// Locks the row until the end of the transaction: what is read here is still so when it is written.
    package func lockDelivery(_ id: Delivery.ID) throws -> Delivery? {
        guard try execute("UPDATE inquiry_delivery SET status = status WHERE id = ?", [.text(id.rawValue)]) == 1 else { return nil }
        return try delivery(id)
    }

    package func delivery(_ id: Delivery.ID) throws -> Delivery? { try deliveries("WHERE d.id = ?", [.text(id.rawValue)]).first }

    /// By institution.
    package func deliveries(of inquiry: Inquiry.ID) throws -> [Delivery] {
        try deliveries("WHERE d.inquiry = ? ORDER BY d.institution", [.text(inquiry.rawValue)])
    }

    /// Whom a mail to an address of the portal is about, and which side it comes from.
    package func delivery(answeredUnder keyHash: String) throws -> (delivery: Delivery, side: InquiryMessage.Side)? {
        if let one = try deliveries("WHERE d.employer_key_hash = ?", [.text(keyHash)]).first { return (one, .employer) }
        return try deliveries("WHERE d.office_key_hash = ?", [.text(keyHash)]).first.map { ($0, .institution) }
    }

    /// Those that wait for their employer to confirm are gone.
    package func eraseDeliveries(of inquiry: Inquiry.ID) throws {
        try execute("DELETE FROM inquiry_delivery WHERE inquiry = ?", [.text(inquiry.rawValue)])
    }

    /// Takes down which mails have gone: before the outbox forgets them.
    /// - Returns: how many.
    @discardableResult
    package func noteHandedOver() throws -> Int {
        try execute(
            """
            UPDATE inquiry_delivery SET status = CASE WHEN status = 'queued' THEN 'sent' ELSE status END,
            sent_at = (SELECT finished_at FROM outbox WHERE outbox.id = inquiry_delivery.mail)
            WHERE sent_at IS NULL AND mail IS NOT NULL
            AND EXISTS (SELECT 1 FROM outbox WHERE outbox.id = inquiry_delivery.mail AND outbox.state = 'sent')
            """)
    }

    func deliveries(_ condition: SQL, _ values: [SQLValue]) throws -> [Delivery] {
        try query(
            "SELECT " + deliveryAndMail + " FROM inquiry_delivery d " + mailJoin
                + condition,
            values
        ).map { try Delivery($0) }
    }

    // MARK: What was said

    /// - Returns: false when that mail is there already.
    package func insert(_ message: InquiryMessage) throws -> Bool {
        try execute(
            "INSERT INTO inquiry_message (id, delivery, side, author, body, written_at, message_id) VALUES (?, ?, ?, ?, ?, ?, ?) "
                + "ON CONFLICT (delivery, message_id) DO NOTHING",
            [
                .text(message.id), .text(message.delivery.rawValue), .word(message.side), .text(message.author?.rawValue),
                .text(message.text), .time(message.at), .text(message.messageID),
            ]) == 1
    }

    /// The oldest first.
    package func messages(of delivery: Delivery.ID) throws -> [InquiryMessage] {
        try query("SELECT * FROM inquiry_message WHERE delivery = ? ORDER BY written_at, id", [.text(delivery.rawValue)]).map { row in
            InquiryMessage(
                id: try row.text("id"), delivery: delivery, side: try row.word("side"),
                author: try row.optionalText("author").map { Account.ID($0) }, text: try row.text("body"),
                at: try row.time("written_at"), messageID: try row.optionalText("message_id"))
        }
    }

    package func mail(of delivery: Delivery.ID) throws -> OutgoingMail.ID? {
        try first("SELECT mail FROM inquiry_delivery WHERE id = ?", [.text(delivery.rawValue)])?.optionalText("mail")
            .map { OutgoingMail.ID($0) }
    }
}

/// Of a delivery `d`, and how the mail went that tells its office.
let deliveryAndMail: SQL = .list(deliveryColumns.map { "d." + $0 }) + ", o.state AS mail_state, o.finished_at AS mail_end"
let mailJoin: SQL = "LEFT JOIN outbox o ON o.id = d.mail AND o.state IN ('sent', 'dead') "

let deliveryColumns: [SQL] = [
    "id", "inquiry", "institution", "status", "kind", "address", "label_en", "label_fr", "reply_hours", "queued_at", "sent_at",
    "opened_at", "replied_at", "closed_at", "outcome", "assignee",
]

extension Delivery {
    fileprivate var values: [SQLValue] {
        [
            .text(id.rawValue), .text(inquiry.rawValue), .text(institution.rawValue), .word(status), .word(mailbox.kind),
            .text(mailbox.address.text), .text(mailbox.label.en), .text(mailbox.label.fr), .integer(mailbox.replyHours), .time(queuedAt),
            .time(sentAt), .time(openedAt), .time(repliedAt), .time(closedAt), .text(outcome?.rawValue), .text(assignee?.rawValue),
        ]
    }

    init(_ row: SQLRow) throws {
        let address = try row.text("address")
        guard let email = EmailAddress(address) else { throw StorageError.unexpected(column: "address", found: "no address") }
        self.init(
            id: Delivery.ID(try row.text("id")), inquiry: Inquiry.ID(try row.text("inquiry")),
            institution: Institution.ID(try row.text("institution")), status: try row.word("status"),
            mailbox: Destination(
                kind: try row.word("kind"), address: email, label: try row.localized("label"),
                replyHours: try row.optionalInteger("reply_hours")),
            queuedAt: try row.optionalTime("queued_at"), sentAt: try row.optionalTime("sent_at"),
            openedAt: try row.optionalTime("opened_at"), repliedAt: try row.optionalTime("replied_at"),
            closedAt: try row.optionalTime("closed_at"), outcome: try row.optionalText("outcome").flatMap { Outcome(rawValue: $0) },
            assignee: try row.optionalText("assignee").map { Account.ID($0) })
        // The outbox knows before anybody has taken it down.
        guard sentAt == nil, let end = try row.optionalTime("mail_end") else { return }
        if try row.text("mail_state") == "sent" { _ = apply(.handedOver, at: end) } else { mailFailedAt = end }
    }
}
