package import Domain

/// A mail as a server takes it: RFC 5322 headers and a MIME body in two forms, and the envelope.
///
/// The same mail always makes the same bytes, and the same Message-ID: a server or a person who gets it twice can see that it is one.
package struct MailMessage: Sendable {
    package let id: OutgoingMail.ID
    package let kind: OutgoingMail.Kind
    package let sender: EmailAddress
    package let recipient: EmailAddress
    /// With CRLF line ends; dots at the beginning of a line are not doubled yet.
    package let bytes: [UInt8]

    /// - Parameter queuedAt: the date the mail bears: when it was written, not when it got through.
    package init(_ mail: OutgoingMail, from sender: Sender, queuedAt: Timestamp) {
        id = mail.id
        kind = mail.kind
        self.sender = sender.address
        recipient = mail.recipient
        let boundary = "=_" + HeaderText.token(mail.id.rawValue)
        var bytes = Array(Self.headers(mail, sender: sender, queuedAt: queuedAt, boundary: boundary).utf8)
        // Programs show the last form they understand. No encoded line begins with the boundary: "=_" cannot stand in quoted-printable.
        for (type, body) in [("text/plain", mail.text), ("text/html", mail.html)] {
            bytes += "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            bytes += QuotedPrintable(body).bytes
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        self.bytes = bytes
    }

    private static func headers(_ mail: OutgoingMail, sender: Sender, queuedAt: Timestamp, boundary: String) -> String {
        let name = sender.name.text(mail.language)
        var lines = [
            "Date: " + MailDate.text(queuedAt),
            "From: " + (name.isEmpty ? sender.address.text : HeaderText.phrase(name) + " <\(sender.address)>"),
            "To: <\(mail.recipient)>",
            "Subject: " + HeaderText.words(mail.subject),
            "Message-ID: <\(HeaderText.token(mail.id.rawValue))@\(sender.address.domain)>",
        ]
        if let replyTo = mail.replyTo { lines.append("Reply-To: <\(replyTo)>") }
        let answers = mail.answers.suffix(20).compactMap { HeaderText.messageID($0, of: sender.address.domain) }
        if let last = answers.last {
            lines += ["In-Reply-To: " + last, "References: " + answers.joined(separator: "\r\n ")]
        }
        lines += [
            "Content-Language: " + mail.language.rawValue,
            // Absence notes and other robots are not to answer (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
        // No line may be longer than 998 characters; a link cannot be folded.
        if let unsubscribe = mail.unsubscribe.map(HeaderText.link), unsubscribe.utf8.count < 900 {
            lines += ["List-Unsubscribe: <\(unsubscribe)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
        }
        lines += ["MIME-Version: 1.0", "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\""]
        return lines.map { $0 + "\r\n" }.joined() + "\r\n"
    }
}
