import HTTPTypes
package import Hummingbird

extension Request {
    /// The query as a form sends it (application/x-www-form-urlencoded): `+` stands for a space. Hummingbird reads it as a plus sign.
    package var formParameters: Parameters {
        guard let query = uri.query, query.utf8.contains(UInt8(ascii: "+")) else { return uri.queryParameters }
        var head = head
        head.path = "/?" + query.replacing("+", with: "%20")
        return Request(head: head, body: body).uri.queryParameters
    }
}
