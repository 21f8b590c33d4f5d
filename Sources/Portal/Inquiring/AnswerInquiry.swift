package import Domain
import Storage

/// The institution's side: the inbox, and what staff do with one inquiry.
package struct AnswerInquiry: Sendable {
    let desk: InquiryDesk

    package init(desk: InquiryDesk) { self.desk = desk }

    package func inbox(of institution: Institution.ID, _ filter: InboxFilter, for person: SignedIn) async throws -> [InboxLine] {
        guard person.may(.viewInstitution, at: institution) else { throw InquiryError.notAllowed }
        return try await desk.database.read { try $0.inbox(of: institution, filter, for: person.account.id) }
    }

    package struct Opened: Sendable {
        package let inquiry: Inquiry
        package let delivery: Delivery
        package let messages: [InquiryMessage]
        /// Who may answer here, by name.
        package let colleagues: [Account]
        /// Names of whoever wrote something or has it, those who have left among them.
        package let names: [Account.ID: String]
    }

    /// One inquiry. The employer sees that it was opened once somebody has who may answer: a look by whoever runs the portal, or by somebody
    /// who may only look, is no promise.
    package func open(_ id: Delivery.ID, at institution: Institution.ID, by person: SignedIn) async throws -> Opened {
        guard person.may(.viewInstitution, at: institution) else { throw InquiryError.notAllowed }
        let now = desk.clock.now
        let counts = person.may(.answerInquiries, at: institution) && person.memberships.contains { $0.institution == institution }
        let opened = try await desk.database.read { try $0.opened(id, at: institution) }
        guard counts, opened.delivery.openedAt == nil, opened.delivery.isOpen else { return opened }
        return try await desk.database.write { connection in
            var delivery = try connection.locked(id, at: institution)
            _ = delivery.apply(.looked, at: now)
            try connection.update(delivery)
            return try connection.opened(id, at: institution)
        }
    }

    /// - Parameter account: `nil` for nobody.
    package func assign(_ id: Delivery.ID, to account: Account.ID?, at institution: Institution.ID, by person: SignedIn) async throws {
        try await change(id, at: institution, by: person) { delivery, connection in
            if let account, try !connection.colleagues(at: institution).contains(where: { $0.id == account }) {
                throw InquiryError.notAllowed
            }
            delivery.assignee = account
        }
    }

    package func note(_ id: Delivery.ID, _ text: String, at institution: Institution.ID, by person: SignedIn) async throws {
        guard !text.isBlank else { throw InquiryError.empty }
        let now = desk.clock.now
        try await change(id, at: institution, by: person) { delivery, connection in
            _ = try connection.insert(
                InquiryMessage(
                    id: UUIDv7.make(at: now), delivery: delivery.id, side: .note, author: person.account.id, text: text, at: now))
        }
    }

    /// By mail to the employer, and kept.
    package func reply(_ id: Delivery.ID, _ text: String, at institution: Institution.ID, by person: SignedIn) async throws {
        guard person.may(.answerInquiries, at: institution) else { throw InquiryError.notAllowed }
        guard !text.isBlank else { throw InquiryError.empty }
        let now = desk.clock.now
        try await desk.database.write { connection in
            let delivery = try connection.locked(id, at: institution)
            guard let inquiry = try connection.inquiry(delivery.inquiry) else { throw InquiryError.gone }
            try desk.record(
                InquiryMessage(
                    id: UUIDv7.make(at: now), delivery: id, side: .institution, author: person.account.id, text: text, at: now),
                delivery, inquiry, connection)
        }
        desk.bell?.ring()
    }

    package func close(_ id: Delivery.ID, _ outcome: Delivery.Outcome, at institution: Institution.ID, by person: SignedIn) async throws {
        let now = desk.clock.now
        try await change(id, at: institution, by: person) { delivery, _ in
            guard delivery.isOpen else { throw InquiryError.notNow }
            _ = delivery.apply(.closed, at: now)
            delivery.outcome = outcome
        }
    }

    private func change(
        _ id: Delivery.ID, at institution: Institution.ID, by person: SignedIn,
        _ body: @escaping @Sendable (inout Delivery, any SQLConnection) throws -> Void
    ) async throws {
        guard person.may(.answerInquiries, at: institution) else { throw InquiryError.notAllowed }
        try await desk.database.write { connection in
            var delivery = try connection.locked(id, at: institution)
            try body(&delivery, connection)
            try connection.update(delivery)
        }
    }
}

extension SQLConnection {
    /// A delivery of that institution; anybody else's, and one nobody has confirmed, is not found, whoever asks.
    fileprivate func locked(_ id: Delivery.ID, at institution: Institution.ID) throws -> Delivery {
        guard let delivery = try lockDelivery(id), delivery.institution == institution, delivery.status != .waiting else {
            throw InquiryError.gone
        }
        return delivery
    }

    fileprivate func colleagues(at institution: Institution.ID) throws -> [Account] {
        try staff(of: institution).filter {
            $0.account.state == .active && AccessPolicy.permissions(of: $0.role).contains(.answerInquiries)
        }.map(\.account)
    }

    fileprivate func opened(_ id: Delivery.ID, at institution: Institution.ID) throws -> AnswerInquiry.Opened {
        guard let delivery = try delivery(id), delivery.institution == institution, delivery.status != .waiting,
            let inquiry = try inquiry(delivery.inquiry)
        else { throw InquiryError.gone }
        let messages = try messages(of: id)
        let people = Set(messages.compactMap(\.author) + [delivery.assignee].compactMap(\.self))
        return AnswerInquiry.Opened(
            inquiry: inquiry, delivery: delivery, messages: messages, colleagues: try colleagues(at: institution),
            names: Dictionary(uniqueKeysWithValues: try people.compactMap { id in try account(id).map { (id, $0.name) } }))
    }
}
