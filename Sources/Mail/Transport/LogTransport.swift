import Domain
package import Logging

/// Delivers nothing: writes one line that there was a mail. Neither its words nor its links, nor who it was for, are in it.
package struct LogTransport: MailTransport {
    private let logger: Logger

    package init(logger: Logger) { self.logger = logger }

    package func send(_ message: MailMessage) async throws(MailError) {
        logger.notice(
            "A mail was not delivered, because mail.url says to log mail only",
            metadata: ["kind": "\(message.kind.rawValue)", "domain": "\(message.recipient.domain)"])
    }

    package func rest() async {}
}
