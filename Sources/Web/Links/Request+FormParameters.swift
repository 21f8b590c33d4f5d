package import Hummingbird

extension Request {
    /// The query as a form sends it (application/x-www-form-urlencoded): `+` stands for a space. Hummingbird reads it as a plus sign.
    package var formParameters: Parameters {
        guard let query = uri.query, query.utf8.contains(UInt8(ascii: "+")) else { return uri.queryParameters }
        return URI("/?" + query.replacing("+", with: "%20")).queryParameters
    }
}
