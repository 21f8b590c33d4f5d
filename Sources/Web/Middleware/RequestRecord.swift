import HTTPTypes
package import Hummingbird
import Logging
import Portal

/// The outermost part of the portal: gives each request its number, times it, counts it, and writes its line to the log when the operator
/// wants one. Stands in front of the router, so that nothing is left out.
package struct RequestRecord<Inner: HTTPResponder>: HTTPResponder where Inner.Context == PortalContext {
    package typealias Context = PortalContext

    private let inner: Inner
    private let figures: RequestFigures
    private let trustsProxy: Bool
    private let logsRequests: Bool

    package init(_ inner: Inner, figures: RequestFigures, trustsProxy: Bool, logsRequests: Bool) {
        self.inner = inner
        self.figures = figures
        self.trustsProxy = trustsProxy
        self.logsRequests = logsRequests
    }

    package func respond(to request: Request, context: PortalContext) async throws -> Response {
        let start = ContinuousClock.now
        let id = RequestID.of(request, trustsProxy: trustsProxy)
        var context = context
        context.requestID = id
        // The server's own count of requests says nothing beside a number that the proxy knows too.
        context.logger[metadataKey: "hb.request.id"] = nil
        context.logger[metadataKey: RequestScope.key] = "\(id)"
        figures.begin()
        defer { figures.end() }
        let known = Self.withKnownMethod(request)
        var response: Response
        do {
            response = try await RequestScope.$id.withValue(id) { [context] in try await inner.respond(to: known, context: context) }
        } catch {
            // Only the server itself can answer this one: a request that is not HTTP.
            record(request, context, .badRequest, bytes: 0, since: start)
            throw error
        }
        response.headers[RequestID.field] = id
        record(request, context, response.status, bytes: response.body.contentLength ?? 0, since: start)
        return response
    }

    private func record(
        _ request: Request, _ context: PortalContext, _ status: HTTPResponse.Status, bytes: Int, since start: ContinuousClock.Instant
    ) {
        let time = ContinuousClock.now - start
        let route = context.endpointPath
        figures.record(route: route, method: request.method, status: status, time)
        guard logsRequests else { return }
        // The template, not the path: a path may hold a quiz's code, a query what somebody looks for.
        context.logger.info(
            "Request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route ?? RequestFigures.otherRoute)",
                "status": .stringConvertible(status.code),
                "milliseconds": .stringConvertible(Self.milliseconds(time)), "bytes": .stringConvertible(bytes),
            ])
    }

    /// Tenths: pages take fewer than ten.
    private static func milliseconds(_ time: Duration) -> Double {
        let (seconds, attoseconds) = time.components
        return (Double(seconds) * 10_000 + (Double(attoseconds) / 1e14).rounded()) / 10
    }

    /// Routes refuse every method of the standard that they don't know; one of another standard, or of nobody's, is refused the same way.
    private static func withKnownMethod(_ request: Request) -> Request {
        switch request.method {
        case .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect: return request
        default:
            var head = request.head
            head.method = .trace
            return Request(head: head, body: request.body)
        }
    }
}
