import Domain
import HTTPTypes
package import Hummingbird
import Logging

/// The outermost catcher: every failure becomes a page with a search box, or an RFC 9457 problem for the API, and is logged.
package struct ErrorPages: RouterMiddleware {
    package typealias Context = PortalContext

    private let site: Site

    package init(site: Site) { self.site = site }

    package func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let failure = PortalError(error)
            if failure == .unexpected {
                context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            }
            return response(to: failure, request)
        }
    }

    private func response(to failure: PortalError, _ request: Request) -> Response {
        var response: Response
        if request.uri.path.hasPrefix("/api/") {
            let view = site.view(RequestLanguage.ofParameter(request) ?? RequestLanguage.preferred(by: request))
            response = Problem(failure, view: view).response
        } else {
            let view = site.view(RequestLanguage.ofPath(request.uri.path) ?? RequestLanguage.preferred(by: request))
            response = .page(ErrorPage(failure, view: view).page, in: view, status: failure.status)
        }
        response.headers[.vary] = "Accept-Encoding, Accept-Language"
        if failure == .forbidden { response.headers[.cacheControl] = "no-store" }
        if case .tooManyTries(let seconds) = failure { response.headers[.retryAfter] = String(seconds) }
        if case .methodNotAllowed(let allowed) = failure {
            response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }
}
