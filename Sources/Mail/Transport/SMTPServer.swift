import Foundation

/// A mail server and how to talk to it, as an operator writes it: `smtp://user:password@mail.example:587`, `smtps://mail.example`.
package struct SMTPServer: Hashable, Sendable {
    package enum Security: String, Sendable {
        /// In the clear.
        case none
        /// Encrypted before anything is said about a mail, or not at all.
        case startTLS = "starttls"
        /// Encrypted from the first byte.
        case implicit
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let user: String?
    package let password: String?
    /// A file of certificates to trust, in place of the system's.
    package let authorities: String?
    /// Seconds that one mail may take, connecting included. Servers that look for viruses before they answer take their time.
    package let timeout: Int

    /// - Parameter password: for an address that holds none.
    /// - Returns: `nil` when it is no such address, or one that asks for something unknown.
    package init?(_ address: String, password: String? = nil) {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme, scheme == "smtp" || scheme == "smtps",
            let host = parts.host, !host.isEmpty, (1...65_535).contains(parts.port ?? 1), parts.path.isEmpty || parts.path == "/",
            parts.fragment == nil
        else { return nil }
        var options: [String: String] = [:]
        for item in parts.queryItems ?? [] {
            guard ["tls", "ca", "timeout"].contains(item.name), options[item.name] == nil, let value = item.value, !value.isEmpty else {
                return nil
            }
            options[item.name] = value
        }
        let isLocal = Self.isLoopback(host)
        switch (scheme, options["tls"]) {
        case ("smtps", nil): security = .implicit
        case ("smtp", nil): security = isLocal && options["ca"] == nil ? .none : .startTLS
        case ("smtp", Security.none.rawValue) where options["ca"] == nil: security = .none
        case ("smtp", Security.startTLS.rawValue): security = .startTLS
        default: return nil
        }
        self.host = host
        port = parts.port ?? (scheme == "smtps" ? 465 : isLocal ? 25 : 587)
        user = parts.user
        self.password = parts.user == nil ? nil : parts.password ?? password
        authorities = options["ca"]
        guard let timeout = Int(options["timeout"] ?? "60"), (1...600).contains(timeout) else { return nil }
        self.timeout = timeout
    }

    /// Whether what is sent there leaves this machine.
    package var isLocal: Bool { Self.isLoopback(host) }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." } || host == "[::1]" || host == "::1"
    }
}
