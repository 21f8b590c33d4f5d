package import Domain
import Storage

/// What the employer sees and does after it was sent, by the private link.
package struct FollowInquiry: Sendable {
    let desk: InquiryDesk

    package init(desk: InquiryDesk) { self.desk = desk }

    package struct Status: Sendable {
        package let inquiry: Inquiry
        /// With what was said, notes of the staff left out.
        package let deliveries: [(delivery: Delivery, messages: [InquiryMessage])]
    }

    package func callAsFunction(_ token: SecretToken) async throws -> Status {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            let inquiry = try connection.sent(token, at: now)
            return Status(
                inquiry: inquiry,
                deliveries: try connection.deliveries(of: inquiry.id).map { delivery in
                    (delivery, try connection.messages(of: delivery.id).filter { $0.side != .note })
                })
        }
    }

    /// One more word to one institution.
    package func write(_ token: SecretToken, to id: Delivery.ID, _ text: String) async throws {
        guard !text.isBlank else { throw InquiryError.empty }
        let now = desk.clock.now
        try await desk.database.write { connection in
            let inquiry = try connection.sent(token, at: now)
            guard let delivery = try connection.lockDelivery(id), delivery.inquiry == inquiry.id else { throw InquiryError.gone }
            try desk.record(
                InquiryMessage(id: UUIDv7.make(at: now), delivery: id, side: .employer, text: text, at: now), delivery, inquiry, connection)
        }
        desk.bell?.ring()
    }

    /// The employer needs no answer any more.
    package func close(_ token: SecretToken, _ id: Delivery.ID) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            let inquiry = try connection.sent(token, at: now)
            guard var delivery = try connection.lockDelivery(id), delivery.inquiry == inquiry.id else { throw InquiryError.gone }
            guard delivery.isOpen else { return }
            _ = delivery.apply(.closed, at: now)
            delivery.outcome = .withdrawn
            try connection.update(delivery)
        }
    }

    /// Everything, at once and for good, at the institutions as well.
    package func erase(_ token: SecretToken) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in
            let inquiry = try connection.sent(token, at: now)
            if let email = inquiry.email {
                try ConsentLedger(secrets: desk.secrets).append(
                    ConsentRecord(.inquiry, .withdrawn, by: .page, at: now), of: email, connection)
            }
            try connection.erase(inquiry.id)
        }
    }
}

extension SQLConnection {
    fileprivate func sent(_ token: SecretToken, at now: Timestamp) throws -> Inquiry {
        guard let inquiry = try inquiry(under: token.hash, at: now), inquiry.state == .sent else { throw InquiryError.gone }
        return inquiry
    }
}

extension InquiryDesk {
    /// Keeps what one side said, and tells the other by mail: the one place where messages become mail.
    /// - Returns: false when this very mail was taken before; then nothing is written.
    @discardableResult
    func record(
        _ message: InquiryMessage, _ delivery: Delivery, _ inquiry: Inquiry, _ connection: any SQLConnection
    ) throws -> Bool {
        let now = message.at
        if let id = message.messageID, try connection.messages(of: delivery.id).contains(where: { $0.messageID == id }) { return false }
        try InquiryLimits(secrets: secrets).take([.delivery(delivery.id)], connection, at: now)
        var delivery = delivery
        guard delivery.apply(message.side == .employer ? .asked : .replied, at: now) else { throw InquiryError.notNow }
        try connection.update(delivery)
        try connection.extend(inquiry.id, until: now.later(InquiryTerms.sent))
        let thread =
            try [connection.mail(of: delivery.id)?.rawValue].compactMap(\.self)
            + connection.messages(of: delivery.id).compactMap(\.messageID) + [message.messageID].compactMap(\.self)
        let mail: OutgoingMail?
        switch message.side {
        case .employer:
            let assignee = try delivery.assignee.flatMap { try connection.account($0) }
            let address = assignee?.state == .active ? assignee?.email : nil
            mail = letters.mail(
                letter(.inquiryFurther, to: delivery, of: inquiry, at: address, passage: message.text, answers: thread), at: now)
        case .institution: mail = inquiry.email.map { letters.mail(reply(message, delivery, inquiry, to: $0, answers: thread), at: now) }
        case .note: mail = nil
        }
        // Two in one millisecond stay in their order.
        let last = try connection.messages(of: delivery.id).last?.at
        let at = last.map { $0 < now ? now : $0.later(1) } ?? now
        // What came by mail is known by that mail's Message-ID, what did not by the mail that passes it on.
        _ = try connection.insert(
            InquiryMessage(
                id: message.id, delivery: message.delivery, side: message.side, author: message.author, text: message.text, at: at,
                messageID: message.messageID ?? mail?.id.rawValue))
        if let mail { try connection.enqueue([mail], about: inquiry.id, at: now) }
        return true
    }

    private func reply(
        _ message: InquiryMessage, _ delivery: Delivery, _ inquiry: Inquiry, to email: EmailAddress, answers: [String]
    ) -> Letter {
        var letter = Letter(
            .inquiryReply, to: email, in: inquiry.language,
            values: ["name": inquiry.name, "place": catalogue.institutionName(delivery.institution, inquiry.language)],
            link: addresses.status(statusToken(of: inquiry.id), in: inquiry.language),
            replyTo: answerAddress(of: delivery, from: .employer, otherwise: delivery.mailbox.address))
        letter.passage = message.text
        letter.answers = answers
        return letter
    }
}
