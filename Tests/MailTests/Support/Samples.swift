import Domain
import Mail

extension Sender {
    static let sample = Sender(name: LocalizedText(en: "Tremplin", fr: "Le Tremplin"), address: EmailAddress("no-reply@portal.example")!)
}

extension Timestamp {
    /// Monday, 2026-11-23, 17:00 UTC.
    static let sample = Timestamp(milliseconds: 1_795_453_200_000)
}

extension OutgoingMail {
    static func sample(
        id: String = "019ab000-0000-7000-8000-000000000001", language: Language = .fr, subject: String = "Votre invitation",
        text: String = "Bonjour", html: String = "<p>Bonjour</p>", replyTo: EmailAddress? = nil, unsubscribe: String? = nil
    ) -> OutgoingMail {
        OutgoingMail(
            id: ID(id), kind: "invitation", recipient: EmailAddress("ana@college.example")!, language: language, subject: subject,
            text: text,
            html: html, replyTo: replyTo, unsubscribe: unsubscribe)
    }
}
