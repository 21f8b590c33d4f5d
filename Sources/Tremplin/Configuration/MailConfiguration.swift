import Domain
import Foundation
import Mail
import Portal

/// Where mail goes and whom it is from, as `mail.url`, `mail.from` and `mail.password` say.
struct MailConfiguration: Sendable {
    let route: MailRoute
    let sender: Sender
    /// Whether mail is from an address that answers cannot reach: there is no `mail.from`, and the portal's address has no name.
    let isSenderInvented: Bool
    /// Whether mail is from whatever the portal is called: operators may change that.
    let isFromPortal: Bool

    init(_ configuration: PortalConfiguration, settings: PortalSettings) throws(SettingError) {
        let password = configuration.text(.mailPassword)
        guard let route = MailRoute(configuration.text(.mailURL), password: password.isEmpty ? nil : password) else {
            throw SettingError(
                """
                The setting \(Setting.mailURL.key) must be log:, folder:PATH, or the address of a mail server such as \
                smtp://user@mail.example:587: \(configuration.printable(.mailURL)) is none.
                """)
        }
        self.route = route
        let from = configuration.text(.mailFrom)
        isFromPortal = from == "auto"
        if isFromPortal {
            let host = Self.host(of: settings.baseURL).flatMap { EmailAddress("no-reply@" + $0) }
            isSenderInvented = host == nil
            sender = Sender(name: settings.name, address: host ?? Self.nobody)
        } else {
            guard let given = Sender(from) else {
                throw SettingError(
                    "The setting \(Setting.mailFrom.key) must be auto, or such as Tremplin <no-reply@portal.example>: \(from) is not.")
            }
            isSenderInvented = false
            sender = given
        }
    }

    /// A domain that can never be anybody's (RFC 2606): a portal on an address without a name has none to send from.
    private static let nobody: EmailAddress = {
        guard let address = EmailAddress("no-reply@portal.invalid") else { preconditionFailure("this is an address") }
        return address
    }()

    private static func host(of address: String) -> String? {
        guard let scheme = address.range(of: "://") else { return nil }
        let authority = address[scheme.upperBound...].prefix { $0 != "/" }
        return authority.hasPrefix("[") ? nil : String(authority.prefix { $0 != ":" })
    }

    /// Where mail goes, in words for an operator. Without user and password.
    var sentence: String {
        switch route {
        case .log: "log: nothing is delivered, only a line is logged"
        case .folder(let path): "files in the folder \(path)"
        case .smtp(let server):
            "\(server.host), port \(server.port), "
                + (server.security == .none ? "not encrypted" : "encrypted") + (server.user == nil ? "" : ", with a user name")
        }
    }

    /// What keeps mail from getting through, as far as the settings tell; `nil` when nothing does.
    var problem: String? {
        guard case .smtp(let server) = route else { return nil }
        if isSenderInvented, !server.isLocal {
            return "mail would be from \(sender.address), which servers refuse: set \(Setting.mailFrom.key) or \(Setting.portalBaseURL.key)"
        }
        if server.user != nil, server.password?.isEmpty != false {
            return "there is a user name without a password: set \(Setting.mailPassword.key)"
        }
        return nil
    }
}
