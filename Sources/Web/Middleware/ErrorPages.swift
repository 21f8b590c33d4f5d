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
            // One of our own was told by whoever threw it, with its cause.
            if failure.isOurs, !(error is PortalError) {
                // The template, not the path: a path may hold a quiz's code.
                let metadata: Logger.Metadata = ["route": "\(context.endpointPath ?? "")", "error": "\(error)"]
                context.logger.log(level: failure == .unexpected ? .error : .warning, "Request failed", metadata: metadata)
            }
            return response(to: failure, request, number: failure.isOurs ? context.requestID : nil)
        }
    }

    /// - Parameter number: the request's, for failures that somebody may report.
    private func response(to failure: PortalError, _ request: Request, number: String?) -> Response {
        var response: Response
        if request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/health/") {
            let view = site.view(RequestLanguage.ofParameter(request) ?? RequestLanguage.preferred(by: request))
            response = Problem(failure, view: view, number: number).response
        } else {
            let view = site.view(RequestLanguage.ofPath(request.uri.path) ?? RequestLanguage.preferred(by: request))
            response = .page(ErrorPage(failure, view: view, number: number).page, in: view, status: failure.status)
        }
        response.headers[.vary] = "Accept-Encoding, Accept-Language"
        // A failure is of one moment, and may say what somebody was not to see.
        response.headers[.cacheControl] = "no-store"
        switch failure {
        case .tooManyTries(let seconds), .unavailable(let seconds): response.headers[.retryAfter] = String(seconds)
        default: break
        }
        if case .methodNotAllowed(let allowed) = failure {
            response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }
}
