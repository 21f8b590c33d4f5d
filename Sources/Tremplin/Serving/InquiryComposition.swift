import Domain
import Logging
import Mail
import Portal
import ServiceLifecycle
import Storage
import Web

extension InquiryDesk {
    /// Inquiries over a database, with the words for their mail.
    init(
        _ configuration: PortalConfiguration, database: any SQLDatabase, catalogue: CurrentCatalogue, settings: PortalSettings,
        clock: PortalClock, bell: MailBell? = nil
    ) throws {
        let replies = try configuration.address(.mailReplies)
        // A name before the plus, 32 letters after it: 64 is what an address may have before its @.
        if let replies, replies.text.prefix(while: { $0 != "@" }).count > 30 {
            throw SettingError("The setting \(Setting.mailReplies.key) may have 30 characters before its @: \(replies) has more.")
        }
        let secret = configuration.text(.mailReceiveSecret)
        guard secret.isEmpty || secret.utf8.count >= 16 else {
            throw SettingError("The setting \(Setting.mailReceiveSecret.key) must have 16 characters at least.")
        }
        self.init(
            database: database, settings: settings, catalogue: catalogue, secrets: try SecretKey(configuration).load(),
            letters: try MailWriter(settings: settings), addresses: InquiryPageLinks(settings: settings),
            portal: try configuration.address(.portalContact) ?? MailConfiguration(configuration, settings: settings).sender.address,
            replies: replies, bell: bell, clock: clock)
    }
}

extension PortalConfiguration {
    fileprivate func address(_ setting: Setting) throws(SettingError) -> EmailAddress? {
        let text = text(setting)
        guard text != setting.standard else { return nil }
        guard let address = EmailAddress(text) else {
            throw SettingError("The setting \(setting.key) must be an e-mail address: \(text) is none.")
        }
        return address
    }
}

/// Reminds offices and managers of inquiries without a reply, and erases those that are over: every minute, because a delivery counts as sent
/// when its mail has gone. Nodes may do it side by side.
struct OfficeReminding: Service {
    let remind: RemindOffices
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { await once() } while (try? await Task.sleep(for: .seconds(60))) != nil
        }
    }

    private func once() async {
        do {
            let count = try await remind()
            if count > 0 { logger.info("Offices reminded of inquiries", metadata: ["mails": "\(count)"]) }
            let erased = try await remind.eraseExpired()
            if erased > 0 { logger.info("Erased what is over", metadata: ["what": "inquiries", "count": "\(erased)"]) }
        } catch {
            guard !Task.isCancelled else { return }
            logger.error("Offices could not be reminded of inquiries; trying again", metadata: ["error": "\(error)"])
        }
    }
}
