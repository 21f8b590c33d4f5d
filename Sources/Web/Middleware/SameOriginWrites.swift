import HTTPTypes
package import Hummingbird

/// Refuses whatever would change something and was not sent from one of the portal's own pages. `PortalRoutes` puts it before every write: forms
/// of the public, of accounts and of the consoles alike. `SameSite` cookies say the same a second time.
package struct SameOriginWrites: RouterMiddleware {
    package typealias Context = PortalContext

    /// The address the public knows the portal by.
    let portal: String

    package func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let isRead = request.method == .get || request.method == .head
        guard isRead || SameOrigin.allows(request, portal: portal) else { throw PortalError.foreignForm }
        return try await next(request, context)
    }
}
