package import Domain

/// What institutions wrote to employers, inside a transaction that may do more.
extension SQLConnection {
    package func insert(_ letter: OutreachLetter) throws {
        try execute(
            .insert(into: "outreach_letter", letterColumns),
            [
                .text(letter.id.rawValue), .text(letter.institution.rawValue), .text(letter.account.rawValue), .text(letter.author),
                .text(letter.replyTo.text), .text(letter.postal), .text(letter.subject), .text(letter.text), .time(letter.sentAt),
            ])
    }

    /// - Parameter endHash: of the link that ends such mail.
    package func insert(_ delivery: OutreachDelivery, endHash: String) throws {
        try execute(
            .insert(into: "outreach_delivery", outreachColumns + ["end_hash"]),
            [
                .text(delivery.id.rawValue), .text(delivery.letter.rawValue), .text(delivery.entry.rawValue),
                .text(delivery.institution.rawValue), .text(delivery.mail.rawValue), .time(delivery.sentAt), .text(endHash),
            ])
    }

    package func outreach(endedBy hash: String) throws -> OutreachDelivery? {
        try first("SELECT " + .list(outreachColumns) + " FROM outreach_delivery WHERE end_hash = ?", [.text(hash)])
            .map { try OutreachDelivery($0) }
    }

    /// When an institution last wrote to an employer.
    package func lastOutreach(to entry: DirectoryEntry.ID, from institution: Institution.ID) throws -> Timestamp? {
        try first(
            "SELECT MAX(sent_at) AS sent_at FROM outreach_delivery WHERE entry = ? AND institution = ?",
            [.text(entry.rawValue), .text(institution.rawValue)])?.optionalTime("sent_at")
    }

    /// By entry, when the institution last wrote to it.
    package func lastOutreach(from institution: Institution.ID) throws -> [DirectoryEntry.ID: Timestamp] {
        Dictionary(
            uniqueKeysWithValues: try query(
                "SELECT entry, MAX(sent_at) AS sent_at FROM outreach_delivery WHERE institution = ? GROUP BY entry",
                [.text(institution.rawValue)]
            ).map { (DirectoryEntry.ID(try $0.text("entry")), try $0.time("sent_at")) })
    }

    package func countOutreach(from institution: Institution.ID, since time: Timestamp) throws -> Int {
        try first(
            "SELECT COUNT(*) AS count FROM outreach_delivery WHERE institution = ? AND sent_at > ?",
            [.text(institution.rawValue), .time(time)])?.integer("count") ?? 0
    }

    /// What an employer got, the latest first.
    package func outreach(to entry: DirectoryEntry.ID) throws -> [OutreachLetter] {
        try query(
            "SELECT " + .list(letterColumns.map { "l." + $0 })
                + " FROM outreach_delivery d JOIN outreach_letter l ON l.id = d.letter WHERE d.entry = ? ORDER BY l.sent_at DESC, l.id",
            [.text(entry.rawValue)]
        ).map { try OutreachLetter($0) }
    }

    /// What an institution wrote and to how many who are still there, the latest first.
    package func outreach(from institution: Institution.ID, limit: Int = 50) throws -> [(letter: OutreachLetter, count: Int)] {
        try query(
            "SELECT " + .list(letterColumns.map { "l." + $0 })
                + """
                , (SELECT COUNT(*) FROM outreach_delivery d WHERE d.letter = l.id) AS count
                FROM outreach_letter l WHERE l.institution = ? ORDER BY l.sent_at DESC, l.id LIMIT ?
                """, [.text(institution.rawValue), .integer(limit)]
        ).map { (try OutreachLetter($0), try $0.integer("count")) }
    }

    /// After erasing who got them.
    package func eraseLettersToNobody() throws {
        try execute("DELETE FROM outreach_letter WHERE id NOT IN (SELECT letter FROM outreach_delivery)")
    }

    /// - Returns: how many.
    package func eraseOutreach(before time: Timestamp) throws -> Int {
        try execute("DELETE FROM outreach_letter WHERE sent_at <= ?", [.time(time)])
    }
}

private let letterColumns: [SQL] = ["id", "institution", "account", "author", "reply_to", "postal", "subject", "body", "sent_at"]
private let outreachColumns: [SQL] = ["id", "letter", "entry", "institution", "mail", "sent_at"]

extension OutreachLetter {
    fileprivate init(_ row: SQLRow) throws(StorageError) {
        guard let replyTo = EmailAddress(try row.text("reply_to")) else { throw .unexpected(column: "reply_to", found: "no address") }
        self.init(
            id: ID(try row.text("id")), institution: Institution.ID(try row.text("institution")),
            account: Account.ID(try row.text("account")),
            author: try row.text("author"), replyTo: replyTo, postal: try row.text("postal"), subject: try row.text("subject"),
            text: try row.text("body"), sentAt: try row.time("sent_at"))
    }
}

extension OutreachDelivery {
    fileprivate init(_ row: SQLRow) throws(StorageError) {
        self.init(
            id: ID(try row.text("id")), letter: OutreachLetter.ID(try row.text("letter")), entry: DirectoryEntry.ID(try row.text("entry")),
            institution: Institution.ID(try row.text("institution")), mail: OutgoingMail.ID(try row.text("mail")),
            sentAt: try row.time("sent_at"))
    }
}
