package import Domain

/// Everything of one verified address, and the links that open it, inside a transaction that may do more.
extension SQLConnection {
    /// A link in the place of any other for the same address.
    package func insertDataLink(_ hash: String, of email: EmailAddress, addressHash: String, until end: Timestamp) throws {
        try execute(
            .upsert(
                into: "employer_data_link", key: ["address_hash"], ["address_hash", "token_hash", "email", "expires_at"]),
            [.text(addressHash), .text(hash), .text(email.text), .time(end)])
    }

    package func emailOfDataLink(_ hash: String, at now: Timestamp) throws -> EmailAddress? {
        try first("SELECT email FROM employer_data_link WHERE token_hash = ? AND expires_at > ?", [.text(hash), .time(now)])
            .flatMap { EmailAddress(try $0.text("email")) }
    }

    package func eraseDataLink(of addressHash: String) throws {
        try execute("DELETE FROM employer_data_link WHERE address_hash = ?", [.text(addressHash)])
    }

    @discardableResult
    package func eraseDataLinks(expiredAt now: Timestamp) throws -> Int {
        try execute("DELETE FROM employer_data_link WHERE expires_at <= ?", [.time(now)])
    }

    /// Inquiries that were sent from an address.
    package func sentInquiries(of email: EmailAddress) throws -> [Inquiry] {
        try query("SELECT id FROM inquiry WHERE email = ? AND state = 'sent' ORDER BY created_at, id", [.text(email.text)])
            .compactMap { try inquiry(Inquiry.ID(try $0.text("id"))) }
    }

    /// Addresses of sent inquiries whose time is over.
    package func addressesOfExpiredInquiries(at now: Timestamp) throws -> [EmailAddress] {
        try query("SELECT email FROM inquiry WHERE expires_at <= ? AND state = 'sent' AND email IS NOT NULL ORDER BY id", [.time(now)])
            .compactMap { EmailAddress(try $0.text("email")) }
    }

    /// Whatever names it, verified or not, drafts among them.
    package func eraseInquiries(of email: EmailAddress) throws {
        for row in try query("SELECT id FROM inquiry WHERE email = ?", [.text(email.text)]) { try erase(Inquiry.ID(try row.text("id"))) }
    }

    package func confirmedNeedRequests(of email: EmailAddress, at now: Timestamp) throws -> [NeedRequest] {
        try query(
            "SELECT id FROM need_request WHERE email = ? AND confirmed_at IS NOT NULL ORDER BY created_at, id", [.text(email.text)]
        ).compactMap { try needRequest(NeedRequest.ID(try $0.text("id")), at: now) }
    }

    package func eraseNeedRequests(of email: EmailAddress) throws {
        try execute("DELETE FROM need_request WHERE email = ?", [.text(email.text)])
    }

    /// Mail of these kinds to an address, waiting or gone.
    package func eraseMail(to email: EmailAddress, _ kinds: [OutgoingMail.Kind]) throws {
        guard !kinds.isEmpty else { return }
        try execute(
            "DELETE FROM outbox WHERE recipient = ? AND kind IN (" + .placeholders(kinds.count) + ")",
            [.text(email.text)] + kinds.map { .word($0) })
    }
}
