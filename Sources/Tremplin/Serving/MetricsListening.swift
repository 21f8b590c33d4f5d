import Hummingbird
import Logging
import NIOCore
import Portal
import ServiceLifecycle
import Web

extension PortalServer {
    /// The listener for monitors; `nil` when none is wanted.
    func metricsListener(_ metrics: MetricRegistry, _ application: WebApplication) -> (any Service)? {
        let (host, port) = (configuration.text(.metricsHost), configuration.integer(.metricsPort))
        guard port > 0 else { return nil }
        metrics.add(application.requestMetrics)
        return MetricsApplication(registry: metrics, host: host, port: port, logger: logger).makeApplication { [logger] _ in
            logger.info("Figures for monitors", metadata: ["address": "http://\(host):\(port)/metrics"])
        }
    }
}
