import Domain
import HTML
package import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    /// A whole page, not to be kept by shared caches: another edit may follow within a second.
    package static func page(_ page: Page, in view: View, status: HTTPResponse.Status = .ok) -> Response {
        html(Layout(view).render(page), status: status, language: view.language)
    }

    static func html(_ bytes: [UInt8], status: HTTPResponse.Status, language: Language) -> Response {
        html(ByteBuffer(bytes: bytes), status: status, language: language)
    }

    static func html(_ bytes: ByteBuffer, status: HTTPResponse.Status, language: Language) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: "\(language.rawValue)-CA", .cacheControl: "no-cache",
            ],
            body: .init(byteBuffer: bytes))
    }

    package static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, cache: String = "no-cache"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: cache], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    package static func redirect(to address: String, status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.location: address, .cacheControl: "no-store"])
    }
}
