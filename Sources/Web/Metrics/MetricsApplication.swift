import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
package import Portal

/// Figures for a monitor, on a listener of their own: what the public reaches never shows them.
package struct MetricsApplication: Sendable {
    private let registry: MetricRegistry
    private let host: String
    private let port: Int
    private let logger: Logger

    package init(registry: MetricRegistry, host: String, port: Int, logger: Logger) {
        self.registry = registry
        self.host = host
        self.port = port
        self.logger = logger
    }

    package func makeApplication(onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            responder: makeResponder(),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: onServerRunning, logger: logger)
    }

    package func makeResponder() -> some HTTPResponder<PortalContext> {
        let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
        router.get("/metrics") { [registry] _, _ in
            Response.bytes(Array(MetricText(await registry.metrics()).text.utf8), type: MetricText.contentType, cache: "no-store")
        }
        return router.buildResponder()
    }
}
