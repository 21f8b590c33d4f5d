import Domain
import Matching
import Portal
import Storage
import StorageSQLite
import Testing

/// Two institutions, a handful of programs, and everything inquiries need; letters are as plain as their values.
struct InquiryPortal {
    let small: SmallPortal
    let services: InquiryServices
    let secrets = PortalSecrets.random()
    static let origin = SignInOrigin(address: "203.0.113.7", userAgent: "")

    init(replies: Bool = true) async throws {
        small = try await SmallPortal(withReferenceData: false)
        let oak = Institution(
            id: "oak-college", name: LocalizedText(en: "Oak College"), kind: .college, url: "https://oak.example",
            place: Place(city: "Hearst"))
        try await InstitutionStore(small.database).save([oak], at: small.clock.now)
        let elsewhere = Program(
            id: "oak-1", institution: "oak-college", reference: "OAK-1", title: LocalizedText(en: "Oak"), url: "https://oak.example/1")
        let catalogue = Catalogue(
            programs: [.small("weld"), .small("cut"), elsewhere], institutions: [.cedar, oak], labourMarket: LabourMarketInformation(),
            today: small.today)
        let desk = InquiryDesk(
            database: small.database, settings: small.settings, catalogue: CurrentCatalogue(catalogue), secrets: secrets,
            letters: PlainLetters(),
            addresses: PlainAddresses(), portal: try #require(EmailAddress("team@portal.example")),
            replies: replies ? EmailAddress("reply@in.portal.example") : nil, clock: small.clock)
        services = InquiryServices(desk)
    }

    /// A draft with everything in it.
    func draft(_ programs: [Program.ID] = ["weld", "oak-1"], email: String = "ana@plant.example") async throws -> SecretToken {
        let token = try await services.write.begin(
            programs: programs, institutions: [], purpose: .trainStaff, language: .en, from: Self.origin)
        _ = try await services.write.save(token) { inquiry in
            inquiry.message = "We need twelve welders."
            inquiry.name = "Ana"
            inquiry.organisation = "Plant"
            inquiry.email = EmailAddress(email)
        }
        return token
    }

    /// One that has gone to its institutions.
    func sent(_ programs: [Program.ID] = ["weld", "oak-1"]) async throws -> SecretToken {
        let token = try await draft(programs)
        try await services.write.send(token, from: Self.origin)
        return try await services.confirm(try await link(to: "ana@plant.example"))
    }

    struct Mail: Sendable {
        let kind: String
        let recipient: String
        let text: String
        let replyTo: String?
        let answers: [String]
        let id: String
    }

    /// Everything in the outbox, in the order it was put there.
    func mails() async throws -> [Mail] {
        try await small.database.read { connection in
            try connection.query("SELECT * FROM outbox ORDER BY rowid").map { row in
                Mail(
                    kind: try row.text("kind"), recipient: try row.text("recipient"), text: try row.text("text_body"),
                    replyTo: try row.optionalText("reply_to"),
                    answers: (try row.optionalText("answers") ?? "").split(separator: " ").map(String.init), id: try row.text("id"))
            }
        }
    }

    /// The token of the last link mailed to somebody.
    func link(to address: String) async throws -> SecretToken {
        let text = try #require(try await mails().last { $0.recipient == address }?.text)
        return try #require(text.split(separator: " ").compactMap { SecretToken(String($0)) }.last)
    }

    func manager(_ name: String = "max", at institution: Institution.ID = "cedar-college") async throws {
        let account = Account(
            id: Account.ID(name), email: try #require(EmailAddress("\(name)@cedar.example")), name: name, language: .en, state: .active)
        try await small.database.write { [now = small.clock.now] connection in
            try connection.insert(account, at: now)
            try connection.give(Membership(.manager, at: institution)!, to: account.id)
        }
    }

    func receive(_ address: String, _ words: String, id: String, from: String = "ana@plant.example") async throws -> ReceiveReply.Outcome {
        try await services.receive(
            Array("From: \(from)\r\nTo: <\(address)>\r\nMessage-ID: <\(id)@plant.example>\r\n\r\n\(words)\r\n".utf8))
    }
}

private struct PlainLetters: LetterWriting {
    func mail(_ letter: Letter, at now: Timestamp) -> OutgoingMail {
        OutgoingMail(
            id: OutgoingMail.ID(UUIDv7.make(at: now)), kind: letter.kind, recipient: letter.recipient, language: letter.language,
            subject: letter.kind.rawValue, text: [letter.passage ?? "", letter.link ?? ""].joined(separator: " "), html: "",
            replyTo: letter.replyTo, answers: letter.answers)
    }
}

private struct PlainAddresses: InquiryAddresses {
    func confirmation(_ token: SecretToken, in language: Language) -> String { token.text }
    func status(_ token: SecretToken, in language: Language) -> String { token.text }
    func console(_ delivery: Delivery, in language: Language) -> String { delivery.id.rawValue }
}
