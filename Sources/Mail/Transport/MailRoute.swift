import Domain
package import Logging

/// Where mail goes, as the setting `mail.url` says.
package enum MailRoute: Hashable, Sendable {
    /// `log:`
    case log
    /// `folder:/var/spool/tremplin`
    case folder(String)
    case smtp(SMTPServer)

    /// - Parameter password: for a server whose address holds none.
    /// - Returns: `nil` when the text is no such address.
    package init?(_ text: String, password: String? = nil) {
        if text == "log:" {
            self = .log
        } else if text.hasPrefix("folder:") {
            let path = String(text.dropFirst("folder:".count))
            guard !path.isEmpty else { return nil }
            self = .folder(path)
        } else {
            guard let server = SMTPServer(text, password: password) else { return nil }
            self = .smtp(server)
        }
    }

    /// What handing over one mail may take.
    package var timeout: Duration {
        if case .smtp(let server) = self { .seconds(server.timeout) } else { .seconds(60) }
    }

    package func transport(from sender: Sender, logger: Logger) -> any MailTransport {
        switch self {
        case .log: LogTransport(logger: logger)
        case .folder(let path): FolderTransport(path: path)
        case .smtp(let server): SMTPTransport(server, hello: sender.address.domain)
        }
    }
}
