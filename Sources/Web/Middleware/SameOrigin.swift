import Foundation
import HTTPTypes
import Hummingbird

/// Whether a form was sent from one of the portal's own pages: another site must not be able to send one in a visitor's name.
enum SameOrigin {
    /// Browsers say it themselves in `Sec-Fetch-Site`; those that do not, name the sending page's origin. Whoever says neither is
    /// refused: every browser of the last years sends one of them with a form.
    /// - Parameter portal: the address the public knows the portal by.
    static func allows(_ request: Request, portal: String) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) { return site == "same-origin" }
        guard let origin = request.headers[.origin], let sender = Self.origin(origin) else { return false }
        if sender == Self.origin(portal) { return true }
        // Without a proxy the portal may be reached by several names: that of the connection counts as well.
        return request.head.authority.map { sender == Self.origin("http://" + $0) || sender == Self.origin("https://" + $0) } ?? false
    }

    /// Scheme, host and port in one form; `nil` for `null` and whatever else is no address.
    private static func origin(_ address: String) -> String? {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(), let host = parts.host?.lowercased(),
            scheme == "http" || scheme == "https", !host.isEmpty
        else { return nil }
        return "\(scheme)://\(host):\(parts.port ?? (scheme == "https" ? 443 : 80))"
    }
}
