package import Domain
import Matching
import Storage

/// The mailbox says yes: the inquiry goes. Everything it sets off is in one transaction with it.
package struct ConfirmInquiry: Sendable {
    let desk: InquiryDesk

    package init(desk: InquiryDesk) { self.desk = desk }

    /// What the page of the link shows. Looking uses nothing up.
    package func look(_ token: SecretToken) async throws -> (inquiry: Inquiry, deliveries: [Delivery]) {
        let now = desk.clock.now
        return try await desk.database.read { connection in
            guard let inquiry = try connection.inquiry(toConfirm: token.hash, at: now) else { throw InquiryError.gone }
            return (inquiry, try connection.deliveries(of: inquiry.id))
        }
    }

    /// - Returns: what opens the status page from now on. The draft's link opens nothing any more: whoever wrote it may not be who confirmed it.
    package func callAsFunction(_ token: SecretToken) async throws -> SecretToken {
        let now = desk.clock.now
        let today = desk.settings.day(at: now)
        let status = try await desk.database.write { connection in
            guard var inquiry = try connection.inquiry(toConfirm: token.hash, at: now), let email = inquiry.email else {
                throw InquiryError.gone
            }
            let status = desk.statusToken(of: inquiry.id)
            guard try connection.useConfirmation(token.hash, of: inquiry.id, newToken: status.hash) else { throw InquiryError.gone }
            inquiry.state = .sent
            try ConsentLedger(secrets: desk.secrets).append(
                ConsentRecord(.inquiry, .given, by: .link, at: now, wording: inquiry.consent, in: inquiry.language), of: email, connection)
            try connection.extend(inquiry.id, until: now.later(InquiryTerms.sent))
            let deliveries = try connection.deliveries(of: inquiry.id)
            var mails: [OutgoingMail] = []
            for var delivery in deliveries {
                guard delivery.apply(.verified, at: now) else { continue }
                try connection.enterLedger(delivery, on: today, programs: inquiry.programs)
                try connection.update(delivery)
                let mail = desk.letters.mail(desk.letter(.inquiryReceived, to: delivery, of: inquiry, passage: inquiry.message), at: now)
                try connection.setMail(mail.id, of: delivery.id)
                mails.append(mail)
            }
            var letter = Letter(
                .inquirySent, to: email, in: inquiry.language, values: ["name": inquiry.name],
                link: desk.addresses.status(status, in: inquiry.language))
            letter.list = deliveries.map { desk.catalogue.institutionName($0.institution, inquiry.language) }
            mails.append(desk.letters.mail(letter, at: now))
            try connection.enqueue(mails, about: inquiry.id, at: now)
            return status
        }
        desk.bell?.ring()
        return status
    }
}

extension InquiryDesk {
    /// To the office that has it, in the language of the inquiry: whoever answers must write it.
    func letter(
        _ kind: OutgoingMail.Kind, to delivery: Delivery, of inquiry: Inquiry, at address: EmailAddress? = nil, passage: String? = nil,
        answers: [String] = []
    ) -> Letter {
        let language = inquiry.language
        let catalogue = catalogue.current
        var letter = Letter(
            kind, to: address ?? delivery.mailbox.address, in: language,
            values: [
                "place": self.catalogue.institutionName(delivery.institution, language), "name": inquiry.name,
                "organisation": inquiry.organisation.isBlank ? inquiry.name : inquiry.organisation,
                "number": String(delivery.id.rawValue.suffix(6)),
            ],
            link: addresses.console(delivery, in: language),
            replyTo: answerAddress(of: delivery, from: .institution, otherwise: inquiry.email))
        letter.passage = passage
        letter.answers = answers
        if kind == .inquiryReceived {
            letter.list =
                inquiry.programs.compactMap(catalogue.program).filter { $0.institution == delivery.institution }
                .map { $0.title.text(language) } + [inquiry.headCount, inquiry.place, inquiry.timing].filter { !$0.isBlank }
        }
        return letter
    }
}
