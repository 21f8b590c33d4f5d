import HTTPTypes
package import Hummingbird

/// Refuses a request whose body says it is larger than this portal takes, before a byte of it is read.
package struct BodyLimit: RouterMiddleware {
    package typealias Context = PortalContext

    private let bytes: Int
    private let larger: LargeBodies

    /// - Parameter larger: where more is taken.
    package init(bytes: Int, larger: LargeBodies = LargeBodies()) {
        self.bytes = bytes
        self.larger = larger
    }

    package func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let limit = larger.limit(of: context.endpointPath) ?? bytes
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw PortalError.bodyTooLarge }
        return try await next(request, context)
    }
}
