/// Why a mail was not handed over. Texts are what the server or the system said: they hold no content, no password.
package enum MailError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing is wrong with this mail: there was no conversation with the server at all. Every other mail would fare the same now.
    case unreachable(String)
    /// The server did not take this mail at this time (4xx), or the conversation broke off.
    case temporary(String)
    /// The server will never take this mail (5xx).
    case permanent(String)
    /// The portal is set up wrongly: the password, the certificate, the folder. Every mail fails until somebody mends it.
    case configuration(String)

    package var description: String {
        switch self {
        case .unreachable(let reason), .temporary(let reason), .permanent(let reason), .configuration(let reason): reason
        }
    }
}
