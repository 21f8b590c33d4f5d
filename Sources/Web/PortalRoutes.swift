import Domain
import Foundation
import HTTPTypes
package import Hummingbird
package import Portal

/// Puts pages and data on their paths, in both languages, and answers 405 to methods a path does not know. What changes something goes
/// through `SameOriginWrites`, whoever registers it.
package struct PortalRoutes {
    private let router: Router<PortalContext>
    /// Where every write is registered.
    private let writes: RouterGroup<PortalContext>
    private let site: Site
    private let trustsProxy: Bool
    /// Which routes are for those who are signed in, and what they must be allowed to do.
    let guarded = GuardedRoutes()
    /// Where more is taken than other requests may carry.
    let largeBodies: LargeBodies
    /// Every path that has a route, as the router names it afterwards.
    package let templates = RouteTemplates()

    package init(router: Router<PortalContext>, site: Site, trustsProxy: Bool, largeBodies: LargeBodies = LargeBodies()) {
        self.router = router
        self.largeBodies = largeBodies
        writes = router.group().add(middleware: SameOriginWrites(portal: site.services.settings.baseURL))
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
                let page = PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy)
                if let elsewhere = page.inSpokenLanguage(route) { return elsewhere }
                return try await handle(page)
            }
        }
    }

    /// How the body of a form is read.
    package enum FormBody: Sendable {
        /// As fields, by name.
        case fields
        /// The same for forms that hold long texts: so many bytes.
        case longFields(bytes: Int)
        /// By the handler: a file.
        case file(bytes: Int)
    }

    /// A page that is read, and a form on it that is sent back to the same path.
    /// - Parameter body: how what the form sends is read.
    package func form(
        _ route: PageRoute, body: FormBody = .fields, get: @escaping @Sendable (PageRequest) async throws -> Response,
        post: @escaping @Sendable (PageRequest) async throws -> Response
    ) {
        for language in Language.allCases {
            let view = site.view(language)
            let path = RouterPath("/" + language.rawValue + route.pattern(language))
            templates.add(path)
            let trustsProxy = trustsProxy
            switch body {
            case .fields: break
            case .longFields(let bytes), .file(let bytes): largeBodies.allow(bytes, at: path.description)
            }
            router.get(path) { request, context in
                let page = PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy)
                if let elsewhere = page.inSpokenLanguage(route) { return elsewhere }
                return try await get(page)
            }
            writes.post(path) { request, context in
                var page = PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy)
                switch body {
                case .fields: page.fields = try await request.formFields()
                case .longFields(let bytes): page.fields = try await request.formFields(upTo: bytes)
                case .file: break
                }
                return try await post(page)
            }
            refuse([.put, .patch, .delete, .options, .trace, .connect], at: path, allowed: [.get, .head, .post])
        }
    }

    /// A page whose form may come from anywhere: mail programs end mailings with one POST (RFC 8058), without a session and without saying where
    /// it comes from. A secret in the path says what may be done, and it is done to that alone. The only form that need not come from one of the
    /// portal's own pages.
    package func openForm(
        _ route: PageRoute, get: @escaping @Sendable (PageRequest) async throws -> Response,
        post: @escaping @Sendable (PageRequest) async throws -> Response
    ) {
        for language in Language.allCases {
            let view = site.view(language)
            let path = RouterPath("/" + language.rawValue + route.pattern(language))
            templates.add(path)
            let trustsProxy = trustsProxy
            router.get(path) { request, context in
                let page = PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy)
                if let elsewhere = page.inSpokenLanguage(route) { return elsewhere }
                return try await get(page)
            }
            router.post(path) { request, context in
                var page = PageRequest(request: request, context: context, view: view, trustsProxy: trustsProxy)
                // Mail programs may send it in parts as well: whatever is no form of ours has no fields.
                page.fields = (try? await request.formFields()) ?? Parameters()
                return try await post(page)
            }
            refuse([.put, .patch, .delete, .options, .trace, .connect], at: path, allowed: [.get, .head, .post])
        }
    }

    /// Data or a file at one path; `{name}` is one component.
    package func get(_ path: String, _ handle: @escaping @Sendable (Request, PortalContext) async throws -> Response) {
        let path = RouterPath(path)
        templates.add(path)
        router.get(path, use: handle)
        refuse([.post, .put, .patch, .delete, .options, .trace, .connect], at: path, allowed: [.get, .head])
    }

    /// What machines read and write at one path, one handler a method. They show a key in `Authorization` and never a cookie, so that no other
    /// site can make a browser send what they send: writes need not come from the portal's own pages.
    package func machine(
        _ path: String, bodyLimit: Int = 0,
        _ handlers: KeyValuePairs<HTTPRequest.Method, @Sendable (Request, PortalContext) async throws -> Response>
    ) {
        let path = RouterPath(path)
        templates.add(path)
        if bodyLimit > 0 { largeBodies.allow(bodyLimit, at: path.description) }
        for (method, handle) in handlers { router.on(path, method: method, use: handle) }
        let allowed = handlers.map(\.key) + (handlers.contains { $0.key == .get } ? [.head] : [])
        refuse(
            [.get, .post, .put, .patch, .delete, .options, .trace, .connect].filter { !allowed.contains($0) }, at: path, allowed: allowed)
    }

    private func refuse(_ methods: [HTTPRequest.Method], at path: RouterPath, allowed: [HTTPRequest.Method]) {
        for method in methods {
            router.on(path, method: method) { _, _ -> Response in throw PortalError.methodNotAllowed(allowed: allowed) }
        }
    }
}

/// Collects the paths while routes are added.
package final class RouteTemplates {
    package private(set) var all: [String] = []

    fileprivate func add(_ path: RouterPath) { all.append(path.description) }
}

/// One request for a page: its path and query, the view in its language, and who asks.
package struct PageRequest: Sendable {
    package let request: Request
    package let context: PortalContext
    package let view: View
    let trustsProxy: Bool
    /// What a form sent in its body; empty for a page that is only read.
    package var fields = Parameters()

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

    /// The value of one field of a form: trimmed, and cut as those of a query are.
    package func field(_ name: Substring) -> String {
        String((fields[name].map(String.init) ?? "").prefix(200)).trimmed
    }

    /// A password or a code, as it was typed: spaces count. Longer than any may be, it is still too long after the cut.
    package func secret(_ name: Substring) -> String { String((fields[name].map(String.init) ?? "").prefix(1_000)) }

    /// Every value of one field, as check boxes send it. Fifty at most.
    package func fieldValues(_ name: Substring) -> [String] { fields.getAll(String(name)).prefix(50).map { String($0.prefix(200)) } }

    /// The query as it came, with its question mark, for the language switch.
    package var query: String { request.uri.query.map { $0.isEmpty ? "" : "?" + $0 } ?? "" }

    /// Who asks, for counting a visitor once a day; never stored.
    package var visitor: Visitor {
        // A look at the headers is no visit.
        guard request.method != .head else { return .none }
        return Visitor(address: address, userAgent: request.headers[.userAgent] ?? "")
    }

    /// Where somebody signs in from.
    package var origin: SignInOrigin { SignInOrigin(address: address, userAgent: request.headers[.userAgent] ?? "") }

    /// The address the request came from, for limits; never stored.
    package var address: String {
        let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        let claimed = trustsProxy ? forwarded?.split(separator: ",").last.map { String($0).trimmed } : nil
        return claimed ?? context.peerAddress
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
