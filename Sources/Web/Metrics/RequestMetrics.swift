package import Portal
import Synchronization

/// The figures of the requests answered, as a monitor reads them.
package final class RequestMetrics: MetricSource {
    private let figures = Mutex<RequestFigures?>(nil)

    package init() {}

    /// Figures for the routes of a router, from now on the ones told.
    package func begin(routes: [String]) -> RequestFigures {
        let new = RequestFigures(routes: routes)
        figures.withLock { $0 = new }
        return new
    }

    package func metrics() async -> [Metric] {
        guard let figures = figures.withLock({ $0 }) else { return [] }
        return [
            .gauge("tremplin_http_requests_in_flight", "Requests being answered", Double(figures.requestsInFlight)),
            .histogram(
                "tremplin_http_request_seconds", "Time from a request's head to its answer, by route, method and class of status",
                limits: RequestFigures.limits,
                series: figures.series.map { series in
                    Metric.Histogram(
                        labels: [
                            Metric.Label("route", series.route), Metric.Label("method", series.method),
                            Metric.Label("status", series.statusClass),
                        ], counts: series.counts, sum: series.seconds)
                }),
        ]
    }
}
