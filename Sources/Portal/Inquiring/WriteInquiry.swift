package import Domain
import Matching
import Storage

/// From a basket to an inquiry that waits for its mailbox to confirm it. A draft is kept under a private link from the first step.
package struct WriteInquiry: Sendable {
    let desk: InquiryDesk

    package static let mostPrograms = 30
    package static let mostInstitutions = 10
    /// The wording one agrees to, by the month it was written in.
    package static let consentVersion = "2026-11"

    package init(desk: InquiryDesk) { self.desk = desk }

    private var limits: InquiryLimits { InquiryLimits(secrets: desk.secrets) }

    /// Begins a draft.
    /// - Returns: what opens it.
    package func begin(
        programs: [Program.ID], institutions: [Institution.ID], purpose: Inquiry.Purpose, language: Language, from origin: SignInOrigin
    ) async throws -> SecretToken {
        let now = desk.clock.now
        let catalogue = desk.catalogue.current
        let inquiry = Inquiry(
            id: Inquiry.ID(UUIDv7.make(at: now)), language: language, purpose: purpose,
            programs: Array(programs.filter { catalogue.program($0) != nil }.prefix(Self.mostPrograms)),
            institutions: Array(institutions.filter { catalogue.institutions[$0] != nil }.prefix(Self.mostInstitutions)), createdAt: now,
            expiresAt: now.later(InquiryTerms.draft))
        guard !inquiry.programs.isEmpty || !inquiry.institutions.isEmpty else { throw InquiryError.empty }
        let token = SecretToken.random()
        try await desk.database.write { connection in
            try limits.take([.drafts(network: origin.network)], connection, at: now)
            try connection.insert(inquiry, under: token.hash)
        }
        return token
    }

    /// A draft, or one that waits for its mailbox, and who will receive it.
    package func find(_ token: SecretToken) async throws -> (inquiry: Inquiry, recipients: [InquiryRecipient]) {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            let inquiry = try connection.unsent(token, at: now)
            return (inquiry, try desk.recipients(of: inquiry, connection))
        }
    }

    /// Keeps what was typed, whether or not it is enough to be sent.
    package func save(_ token: SecretToken, _ change: @escaping @Sendable (inout Inquiry) -> Void) async throws -> Inquiry {
        let now = desk.clock.now
        return try await desk.database.write { connection in
            var inquiry = try connection.unsent(token, at: now)
            change(&inquiry)
            inquiry.state = .draft
            inquiry.expiresAt = now.later(InquiryTerms.draft)
            try connection.eraseDeliveries(of: inquiry.id)
            try connection.update(inquiry)
            return inquiry
        }
    }

    /// Agreed to, and off to the mailbox it is said to be from. Nothing goes to an institution before somebody there says yes.
    package func send(_ token: SecretToken, from origin: SignInOrigin) async throws {
        let now = desk.clock.now
        let confirmation = SecretToken.random()
        try await desk.database.write { connection in
            var inquiry = try connection.unsent(token, at: now)
            guard let email = inquiry.email, inquiry.isComplete else { throw InquiryError.empty }
            let recipients = try desk.recipients(of: inquiry, connection)
            guard !recipients.isEmpty else { throw InquiryError.empty }
            try limits.take(
                [.network(origin.network), .address(email)] + recipients.map { .institution($0.institution) }, connection, at: now)
            inquiry.state = .unverified
            inquiry.consent = Self.consentVersion
            inquiry.expiresAt = now.later(InquiryTerms.draft)
            try connection.update(inquiry)
            try connection.expectConfirmation(
                of: inquiry.id, under: confirmation.hash, until: now.later(InquiryTerms.confirmation), consentedAt: now)
            try connection.eraseDeliveries(of: inquiry.id)
            for recipient in recipients {
                let delivery = Delivery(
                    id: Delivery.ID(UUIDv7.make(at: now)), inquiry: inquiry.id, institution: recipient.institution,
                    mailbox: recipient.destination)
                try connection.insert(
                    delivery, employerKey: InquiryDesk.hash(ofAnswerKey: desk.answerKey(of: delivery.id, from: .employer)),
                    officeKey: InquiryDesk.hash(ofAnswerKey: desk.answerKey(of: delivery.id, from: .institution)))
            }
            var letter = Letter(
                .inquiryConfirmation, to: email, in: inquiry.language, values: ["name": inquiry.name],
                link: desk.addresses.confirmation(confirmation, in: inquiry.language))
            letter.list = recipients.map { desk.catalogue.institutionName($0.institution, inquiry.language) }
            try connection.enqueue([desk.letters.mail(letter, at: now)], about: inquiry.id, at: now)
        }
        desk.bell?.ring()
    }

    package func erase(_ token: SecretToken) async throws {
        let now = desk.clock.now
        try await desk.database.write { connection in try connection.erase(try connection.unsent(token, at: now).id) }
    }
}

extension Inquiry {
    /// Whether it says what an institution must know to answer.
    package var isComplete: Bool { !message.isBlank && !name.isBlank && email != nil && (purpose == .question || !organisation.isBlank) }
}

extension SQLConnection {
    fileprivate func unsent(_ token: SecretToken, at now: Timestamp) throws -> Inquiry {
        guard let inquiry = try inquiry(under: token.hash, at: now), inquiry.state != .sent else { throw InquiryError.gone }
        return inquiry
    }
}
