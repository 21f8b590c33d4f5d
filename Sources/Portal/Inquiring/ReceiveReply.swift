package import Domain
import Mail
import Storage

/// Takes a mail that came in for one of the portal's own addresses, and keeps it as an answer of whichever side it is from.
package struct ReceiveReply: Sendable {
    let desk: InquiryDesk

    package init(desk: InquiryDesk) { self.desk = desk }

    package enum Outcome: String, Sendable {
        case recorded
        /// The same mail came before.
        case again
        /// No address of a conversation, or of one that is over.
        case unknown
        /// No words in it.
        case empty
        /// From the portal itself.
        case loop
        /// More than people write.
        case tooMany
        /// Written by a machine: never answered and never kept.
        case automatic
        case notAMessage = "not-a-message"
        case tooLarge = "too-large"
    }

    /// Bytes of a message.
    package static let largest = ReceivedMail.largest

    /// Whether somebody knows the secret. Takes as long for a wrong one as for the right one.
    package static func isSecret(_ given: String, _ secret: String) -> Bool {
        SecretBytes.areEqual(SecretBytes.hash(Array(given.utf8)), SecretBytes.hash(Array(secret.utf8)))
    }

    /// - Parameter envelope: the recipient as the mail server names it, where it does.
    package func callAsFunction(_ bytes: [UInt8], envelope: EmailAddress? = nil) async throws -> Outcome {
        let mail: ReceivedMail
        do { mail = try ReceivedMail(bytes, envelope: envelope) } catch {
            switch error {
            case .automatic: return .automatic
            case .notAMessage: return .notAMessage
            case .tooLarge: return .tooLarge
            }
        }
        return try await self(mail)
    }

    /// Whether mail can come in at all.
    package var isOpen: Bool { desk.replies != nil }

    func callAsFunction(_ mail: ReceivedMail) async throws -> Outcome {
        // The portal's own mail says that a machine wrote it; this is for servers that take such headers off.
        if let from = mail.from, from == desk.replies || desk.answerKey(in: from) != nil { return .loop }
        let keys = Set(mail.recipients.compactMap(desk.answerKey(in:)))
        // One mail, one conversation: two keys at once is nobody's answer.
        guard keys.count == 1, let key = keys.first else { return .unknown }
        guard !mail.text.isBlank else { return .empty }
        let now = desk.clock.now
        let outcome = try await desk.database.write { connection -> Outcome in
            guard let found = try connection.delivery(answeredUnder: InquiryDesk.hash(ofAnswerKey: key)),
                let delivery = try connection.lockDelivery(found.delivery.id), delivery.status != .waiting,
                let inquiry = try connection.inquiry(delivery.inquiry), inquiry.expiresAt > now
            else { return .unknown }
            let message = InquiryMessage(
                id: UUIDv7.make(at: now), delivery: delivery.id, side: found.side, text: mail.text, at: now, messageID: mail.messageID)
            do { return try desk.record(message, delivery, inquiry, connection) ? .recorded : .again } catch InquiryError.tooMany {
                return .tooMany
            }
        }
        if outcome == .recorded { desk.bell?.ring() }
        return outcome
    }
}
