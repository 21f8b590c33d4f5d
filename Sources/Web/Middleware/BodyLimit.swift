import HTTPTypes
package import Hummingbird

/// Refuses a request whose body says it is larger than this portal takes, before a byte of it is read.
package struct BodyLimit: RouterMiddleware {
    package typealias Context = PortalContext

    private let bytes: Int

    package init(bytes: Int) { self.bytes = bytes }

    package func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bytes { throw PortalError.bodyTooLarge }
        return try await next(request, context)
    }
}
