package import ArgumentParser
import Domain
import Logging
import Mail
import Portal
import Storage
import Web

/// `tremplin mail test --to ADDRESS`: one mail, sent while one watches.
package struct MailTestCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a test message, and say what the mail server answers.",
        discussion: "Goes the way the setting mail.url says, at once and not through the outbox: no database is needed.")

    @Option(help: "Whom to send it to.")
    var to: String

    @Option(help: "The message's language: en or fr.")
    var lang: Language = .en

    @Option(help: "Queue this many in the outbox instead, for a portal that runs to send.")
    var queue: Int?

    package init() {}

    package func validate() throws {
        guard EmailAddress(to) != nil else { throw ValidationError("\"\(to)\" is not an e-mail address.") }
        guard (1...10_000).contains(queue ?? 1) else { throw ValidationError("--queue takes a number from 1 to 10000.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let configuration = try await surroundings.configuration()
        let settings = try PortalSettings(configuration)
        let mail = try MailConfiguration(configuration, settings: settings)
        guard let recipient = EmailAddress(to) else { return }
        let writer = try MailWriter(settings: settings)
        let letter = Letter(.test, to: recipient, in: lang, link: settings.baseURL)
        if let queue { return try await self.queue(queue, letter, by: writer, surroundings) }
        let now = surroundings.clock.now
        let message = MailMessage(writer.mail(letter, at: now), from: mail.sender, queuedAt: now)
        let logger = Logger(label: "tremplin", factory: { StreamLogHandler.standardError(label: $0) })
        let transport = mail.route.transport(from: mail.sender, logger: logger)
        do { try await transport.send(message) } catch {
            throw CommandFailure(.unavailable, "The message was not handed over (\(mail.sentence)): \(error).")
        }
        await transport.rest()
        surroundings.console.line("Handed over: \(mail.sentence). From \(mail.sender.address) to \(recipient).")
    }

    private func queue(_ count: Int, _ letter: Letter, by writer: MailWriter, _ surroundings: Surroundings) async throws {
        let now = surroundings.clock.now
        let mails = (0..<count).map { _ in writer.mail(letter, at: now) }
        try await surroundings.withDatabase { database in try await database.write { try $0.enqueue(mails, at: now) } }
        surroundings.console.line("\(count.grouped) queued.")
    }
}

extension OutgoingMail.Kind {
    fileprivate static let test: Self = "test"
}
