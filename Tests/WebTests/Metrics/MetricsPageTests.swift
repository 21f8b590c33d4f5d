import Domain
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Portal
import Testing
import Web

/// `/metrics`, as Prometheus reads it.
@Suite struct MetricsPageTests {
    /// Asks the portal for some pages, then for its figures.
    private func figures(after requests: [(HTTPRequest.Method, String)]) async throws -> Exposition {
        let services = PortalServices.sample()
        let web = try WebApplication(services: services, configuration: WebConfiguration(), logger: PortalClient.logger)
        let portal = PortalClient(web.makeResponder())
        for (method, path) in requests { _ = try await portal.send(method, path) }
        let registry = MetricRegistry()
        registry.add(CatalogueMetrics(services), patience: .seconds(60))
        registry.add(web.requestMetrics, patience: .seconds(60))
        let monitor = PortalClient(
            MetricsApplication(registry: registry, host: "127.0.0.1", port: 0, logger: PortalClient.logger).makeResponder())
        let answer = try await monitor.get("/metrics")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        return try Exposition(answer.text)
    }

    @Test func `requests are counted by the template of their route, never by what was asked`() async throws {
        let figures = try await figures(after: [
            (.get, "/en/programs/dementia"), (.get, "/en/programs/soudage"), (.get, "/en/programs/nobody"), (.get, "/en/programs?q=secret"),
            (.head, "/en"), (.get, "/nowhere/at/all"), (.post, "/sitemap.xml"), (.get, "/en/quiz/ABCD-EFGH-JKLM/job"),
        ])
        let family = try #require(figures.families["tremplin_http_request_seconds"])
        #expect(family.type == "histogram")
        let count = { (route: String, method: String, status: String) in
            figures.value("tremplin_http_request_seconds_count", ["route": route, "method": method, "status": status])
        }
        #expect(count("/en/programs/{id}", "GET", "2xx") == 2)
        #expect(count("/en/programs/{id}", "GET", "4xx") == 1)
        #expect(count("/en/programs", "GET", "2xx") == 1)
        #expect(count("/en", "HEAD", "2xx") == 1)
        #expect(count("/sitemap.xml", "POST", "4xx") == 1)
        #expect(count("other", "GET", "4xx") == 1)
        #expect(count("/en/quiz/{id}/job", "GET", "4xx") == 1)
        let values = Set(family.samples.flatMap { $0.labels.values })
        #expect(!values.contains { $0.contains("secret") || $0.contains("dementia") || $0.contains("ABCD") || $0.contains("nowhere") })
        #expect(figures.value("tremplin_http_requests_in_flight") == 0)
    }

    @Test func `each bucket holds those before it, and the last holds all`() async throws {
        let figures = try await figures(after: Array(repeating: (.get, "/en"), count: 5))
        let labels = ["route": "/en", "method": "GET", "status": "2xx"]
        let buckets = try #require(figures.families["tremplin_http_request_seconds"]).samples.filter { $0.name.hasSuffix("_bucket") }
        #expect(buckets.count == RequestFigures.limits.count + 1)
        #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $0.value <= $1.value })
        #expect(buckets.compactMap { $0.labels["le"] }.last == "+Inf")
        #expect(buckets.compactMap { $0.labels["le"] }.dropLast().compactMap { Double($0) } == RequestFigures.limits)
        #expect(buckets.last?.value == 5)
        #expect(figures.value("tremplin_http_request_seconds_count", labels) == 5)
        #expect(try #require(figures.value("tremplin_http_request_seconds_sum", labels)) > 0)
    }

    @Test func `what the node answers from is told`() async throws {
        let figures = try await figures(after: [])
        #expect(figures.value("tremplin_catalogue_programs") == 31)
        #expect(figures.value("tremplin_catalogue_institutions") == 2)
        #expect(figures.families.values.allSatisfy { !$0.help.isEmpty && !$0.samples.isEmpty })
    }

    @Test func `the portal itself does not show its figures`() async throws {
        #expect(try await PortalClient.sample.get("/metrics").status == 404)
    }

    @Test func `the listener for monitors shows nothing else`() async throws {
        let monitor = PortalClient(
            MetricsApplication(registry: MetricRegistry(), host: "127.0.0.1", port: 0, logger: PortalClient.logger).makeResponder())
        for path in ["/", "/en", "/health/live"] {
            #expect(try await monitor.get(path).status == 404)
        }
    }
}
