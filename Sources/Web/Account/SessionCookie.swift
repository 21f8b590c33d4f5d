import HTTPTypes
import Hummingbird
import Portal

/// The one cookie of the portal: the token of a session. Set when somebody signs in, and read on the pages of accounts and consoles alone.
///
/// Behind HTTPS it is a `__Host-` cookie: no other host and no page without encryption can set or read it. It ends with the browser; the
/// session in the store ends sooner.
struct SessionCookie: Sendable {
    private let isSecure: Bool

    init(baseURL: String) { isSecure = baseURL.hasPrefix("https:") }

    private var name: String { isSecure ? "__Host-tremplin-session" : "tremplin-session" }
    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

    /// `nil` without a cookie, and for what is no token.
    func token(in request: Request) -> SecretToken? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
                if parts.count == 2, parts[0] == name { return SecretToken(parts[1]) }
            }
        }
        return nil
    }

    func set(_ token: SecretToken, in response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: "\(name)=\(token.text)\(attributes)"))
    }

    func clear(in response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: "\(name)=; Max-Age=0\(attributes)"))
    }
}
