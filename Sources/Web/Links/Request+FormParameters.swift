import HTTPTypes
package import Hummingbird
import NIOCore

extension Request {
    /// The query as a form sends it (application/x-www-form-urlencoded): `+` stands for a space. Hummingbird reads it as a plus sign.
    package var formParameters: Parameters {
        guard let query = uri.query, query.utf8.contains(UInt8(ascii: "+")) else { return uri.queryParameters }
        var head = head
        head.path = "/?" + query.replacing("+", with: "%20")
        return Request(head: head, body: body).uri.queryParameters
    }
}

extension Request {
    /// The fields of a form sent by POST as application/x-www-form-urlencoded.
    package func formFields(upTo limit: Int = Self.largestForm) async throws -> Parameters {
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw PortalError.badRequest(sentence: "error.badRequest.generic") }
        let bytes: [UInt8]
        do { bytes = Array(try await body.collect(upTo: limit).readableBytesView) } catch { throw PortalError.bodyTooLarge }
        // Percent-encoded forms are ASCII; anything else is no form.
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw PortalError.badRequest(sentence: "error.badRequest.generic")
        }
        var head = head
        head.path = "/?" + String(decoding: bytes, as: UTF8.self)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer())).formParameters
    }

    /// 64 KB: most forms have a few hundred bytes.
    package static let largestForm = 65_536

    /// 512 KB: a program's form with long texts in both languages, each letter with an accent written as six.
    package static let largestText = 524_288
}
