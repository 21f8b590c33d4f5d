package import Domain

/// Inquiries, inside a transaction that may do more.
extension SQLConnection {
    /// The hash of a link that lasts as long as the inquiry.
    package func insert(_ inquiry: Inquiry, under tokenHash: String) throws {
        try execute(.insert(into: "inquiry", ["token_hash"] + inquiryColumns), [.text(tokenHash)] + inquiry.values)
    }

    /// Everything but its links.
    package func update(_ inquiry: Inquiry) throws {
        try execute(
            "UPDATE inquiry SET " + .list(inquiryColumns.dropFirst().map { $0 + " = ?" }) + " WHERE id = ?",
            Array(inquiry.values.dropFirst()) + [.text(inquiry.id.rawValue)])
    }

    package func inquiry(_ id: Inquiry.ID) throws -> Inquiry? { try inquiry("WHERE id = ?", [.text(id.rawValue)]) }

    package func inquiry(under tokenHash: String, at now: Timestamp) throws -> Inquiry? {
        try inquiry("WHERE token_hash = ? AND expires_at > ?", [.text(tokenHash), .time(now)])
    }

    /// Looks without using it up: whatever examines mail follows links as well.
    package func inquiry(toConfirm hash: String, at now: Timestamp) throws -> Inquiry? {
        try inquiry(
            "WHERE confirmation_hash = ? AND confirmation_until > ? AND state = 'unverified' AND expires_at > ?",
            [.text(hash), .time(now), .time(now)])
    }

    package func expectConfirmation(of inquiry: Inquiry.ID, under hash: String, until end: Timestamp, consentedAt now: Timestamp) throws {
        try execute(
            "UPDATE inquiry SET confirmation_hash = ?, confirmation_until = ?, consented_at = ? WHERE id = ?",
            [.text(hash), .time(end), .time(now), .text(inquiry.rawValue)])
    }

    /// Uses the link up, and gives the inquiry another in its place: whoever wrote the draft may be another than who has the mailbox.
    /// - Returns: false when somebody was faster.
    package func useConfirmation(_ hash: String, of inquiry: Inquiry.ID, newToken: String) throws -> Bool {
        try execute(
            """
            UPDATE inquiry SET state = 'sent', confirmation_hash = NULL, confirmation_until = NULL, token_hash = ?
            WHERE id = ? AND confirmation_hash = ? AND state = 'unverified'
            """, [.text(newToken), .text(inquiry.rawValue), .text(hash)]) == 1
    }

    package func extend(_ inquiry: Inquiry.ID, until end: Timestamp) throws {
        try execute("UPDATE inquiry SET expires_at = ? WHERE id = ?", [.time(end), .text(inquiry.rawValue)])
    }

    /// With everything that was said, and the mails about it, those that wait among them.
    package func erase(_ inquiry: Inquiry.ID) throws {
        try execute("DELETE FROM outbox WHERE id IN (SELECT mail FROM inquiry_mail WHERE inquiry = ?)", [.text(inquiry.rawValue)])
        try execute("DELETE FROM inquiry WHERE id = ?", [.text(inquiry.rawValue)])
    }

    /// - Returns: how many.
    @discardableResult
    package func eraseExpiredInquiries(at now: Timestamp) throws -> Int {
        let ids = try query("SELECT id FROM inquiry WHERE expires_at <= ?", [.time(now)]).map { Inquiry.ID(try $0.text("id")) }
        for id in ids { try erase(id) }
        return ids.count
    }

    /// Puts mails about an inquiry in the outbox.
    package func enqueue(_ mails: [OutgoingMail], about inquiry: Inquiry.ID, at now: Timestamp) throws {
        try enqueue(mails, at: now)
        try execute(
            .insert(into: "inquiry_mail", ["inquiry", "mail"]), each: mails.map { [.text(inquiry.rawValue), .text($0.id.rawValue)] })
    }

    private func inquiry(_ condition: SQL, _ values: [SQLValue]) throws -> Inquiry? {
        try first("SELECT " + .list(inquiryColumns) + " FROM inquiry " + condition, values).map { try Inquiry($0) }
    }
}

private let inquiryColumns: [SQL] = [
    "id", "state", "language", "purpose", "head_count", "place", "timing", "message", "name", "organisation", "email", "consent",
    "programs", "institutions", "created_at", "expires_at",
]

extension Inquiry {
    fileprivate var values: [SQLValue] {
        [
            .text(id.rawValue), .word(state), .word(language), .word(purpose), .text(headCount), .text(place), .text(timing),
            .text(message),
            .text(name), .text(organisation), .text(email?.text), .text(consent), .text(programs.map(\.rawValue).joined(separator: "\n")),
            .text(institutions.map(\.rawValue).joined(separator: "\n")), .time(createdAt), .time(expiresAt),
        ]
    }

    fileprivate init(_ row: SQLRow) throws {
        let lines = { (column: String) in try row.text(column).split(separator: "\n").map(String.init) }
        self.init(
            id: Inquiry.ID(try row.text("id")), state: try row.word("state"), language: try row.word("language"),
            purpose: try row.word("purpose"), headCount: try row.text("head_count"), place: try row.text("place"),
            timing: try row.text("timing"), message: try row.text("message"), name: try row.text("name"),
            organisation: try row.text("organisation"), email: try row.optionalText("email").flatMap { EmailAddress($0) },
            consent: try row.optionalText("consent"), programs: try lines("programs").map { Program.ID($0) },
            institutions: try lines("institutions").map { Institution.ID($0) }, createdAt: try row.time("created_at"),
            expiresAt: try row.time("expires_at"))
    }
}
