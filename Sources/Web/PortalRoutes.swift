import Domain
import Foundation
import HTTPTypes
package import Hummingbird
package import Portal

/// Puts pages and data on their paths, in both languages, and answers 405 to methods a path does not know.
package struct PortalRoutes {
    private let router: Router<PortalContext>
    private let site: Site
    private let trustsProxy: Bool

    package init(router: Router<PortalContext>, site: Site, trustsProxy: Bool) {
        self.router = router
        self.site = site
        self.trustsProxy = trustsProxy
    }

    /// A page that is only read, at its path in each language.
    package func page(_ route: PageRoute, _ handle: @escaping @Sendable (PageRequest) async throws -> Response) {
        for language in Language.allCases {
            let view = site.view(language)
            let path = "/" + language.rawValue + route.pattern(language)
            let trustsProxy = trustsProxy
            get(path) { request, context in
                try await handle(PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy))
            }
        }
    }

    /// Data or a file at one path; `{name}` is one component.
    package func get(_ path: String, _ handle: @escaping @Sendable (Request, PortalContext) async throws -> Response) {
        let path = RouterPath(path)
        router.get(path, use: handle)
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .options, .trace, .connect] {
            router.on(path, method: method) { _, _ -> Response in
                throw PortalError.methodNotAllowed(allowed: [.get, .head])
            }
        }
    }
}

/// One request for a page: its path and query, the view in its language, and who asks.
package struct PageRequest: Sendable {
    package let request: Request
    package let context: PortalContext
    package let view: View
    let trustsProxy: Bool

    /// The `{id}` of the path, percent-decoded.
    package var id: String { component("id") }

    /// Another component of the path, percent-decoded.
    package func component(_ name: String) -> String { context.parameters.get(name)?.removingPercentEncoding ?? "" }

    package var parameters: Parameters { request.formParameters }

    /// The value of one query parameter: trimmed, and cut to a length no honest reader reaches.
    package func text(_ name: Substring) -> String {
        let value = parameters[name].map(String.init) ?? ""
        return String(value.prefix(200)).trimmed
    }

    /// The query as it came, with its question mark, for the language switch.
    package var query: String { request.uri.query.map { $0.isEmpty ? "" : "?" + $0 } ?? "" }

    /// Who asks, for counting a visitor once a day; never stored.
    package var visitor: Visitor {
        // A look at the headers is no visit.
        guard request.method != .head else { return .none }
        let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        let address = trustsProxy ? forwarded?.split(separator: ",").last.map { String($0).trimmed } : nil
        return Visitor(address: address ?? context.peerAddress, userAgent: request.headers[.userAgent] ?? "")
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
