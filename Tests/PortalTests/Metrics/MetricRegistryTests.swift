import Domain
import Portal
import Storage
import StorageSQLite
import Testing

/// What the parts of the portal tell a monitor.
struct MetricRegistryTests {
    @Test func `every part is told in the order it was added, and one name stands once`() async {
        let registry = MetricRegistry()
        registry.add(gauge: "tremplin_outbox_waiting", "Mails that wait", patience: .seconds(60)) { 3 }
        registry.add(Told([.gauge("tremplin_pool", "Connections", values: [([.init("state", "idle")], 2)])]), patience: .seconds(60))
        registry.add(Told([.gauge("tremplin_pool", "Connections", values: [([.init("state", "busy")], 1)])]), patience: .seconds(60))
        let text = MetricText(await registry.metrics()).text
        #expect(
            text == """
                # HELP tremplin_outbox_waiting Mails that wait
                # TYPE tremplin_outbox_waiting gauge
                tremplin_outbox_waiting 3
                # HELP tremplin_pool Connections
                # TYPE tremplin_pool gauge
                tremplin_pool{state="idle"} 2
                tremplin_pool{state="busy"} 1

                """)
    }

    @Test func `a figure that is not there just now is left out whole`() async {
        let registry = MetricRegistry()
        registry.add(gauge: "tremplin_lag", "Lag") { nil }
        #expect(await registry.metrics().isEmpty)
    }

    @Test func `a part that does not answer hides no other`() async {
        let registry = MetricRegistry()
        let (never, keptOpen) = AsyncStream.makeStream(of: Double.self)
        registry.add(gauge: "tremplin_silent", "Silent", patience: .milliseconds(10)) {
            var answers = never.makeAsyncIterator()
            return await answers.next()
        }
        registry.add(gauge: "tremplin_well", "Well", patience: .seconds(60)) { 1 }
        #expect(await registry.metrics().map(\.name) == ["tremplin_well"])
        keptOpen.finish()
    }

    @Test func `texts that would break the format are escaped`() {
        let metric = Metric.gauge("tremplin_odd", "A \\ and\na line", values: [([.init("name", "a \"b\" \\ \n c")], 0.25)])
        #expect(
            MetricText([metric]).text
                == "# HELP tremplin_odd A \\\\ and\\na line\n# TYPE tremplin_odd gauge\ntremplin_odd{name=\"a \\\"b\\\" \\\\ \\n c\"} 0.25\n"
        )
    }

    @Test func `a node tells what it answers from, and how far it is behind`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        try await portal.save(.small("b"), .small("c"))
        let behind = MetricText(await CatalogueMetrics(services, patience: .seconds(60)).metrics()).text
        for line in ["tremplin_catalogue_programs 1", "tremplin_change_lag 2", "tremplin_published_programs 3", "tremplin_database_up 1"] {
            #expect(behind.contains("\n\(line)\n"), "\(line)")
        }
        try await services.followChanges?.catchUp()
        let current = MetricText(await CatalogueMetrics(services, patience: .seconds(60)).metrics()).text
        for line in ["tremplin_catalogue_programs 3", "tremplin_change_lag 0", "tremplin_catalogue_institutions 1", "tremplin_ready 1"] {
            #expect(current.contains("\n\(line)\n"), "\(line)")
        }
    }

    @Test func `a database that is away is told, and the catalogue still is`() async throws {
        let portal = try await SmallPortal()
        try await portal.save(.small("a"))
        let services = try await portal.services()
        try await portal.database.close()
        let text = MetricText(await CatalogueMetrics(services, patience: .seconds(60)).metrics()).text
        #expect(text.contains("\ntremplin_database_up 0\n"))
        #expect(text.contains("\ntremplin_ready 0\n"))
        #expect(text.contains("\ntremplin_catalogue_programs 1\n"))
        #expect(!text.contains("tremplin_change_lag"))
    }

    @Test func `the process tells when it started and what it holds`() async throws {
        let watch = Watch()
        let metrics = await ProcessMetrics(clock: watch.clock).metrics()
        #expect(MetricText(metrics).text.contains("\nprocess_start_time_seconds 1795453200\n"))
        #if os(Linux)
            let names = Set(metrics.map(\.name))
            #expect(names.isSuperset(of: ["process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds"]))
        #endif
    }

    private struct Told: MetricSource {
        let told: [Metric]
        init(_ told: [Metric]) { self.told = told }
        func metrics() async -> [Metric] { told }
    }
}
