import Matching

/// What this node answers from, and how far it is behind the database.
package struct CatalogueMetrics: MetricSource {
    private let services: PortalServices
    private let patience: Duration

    /// - Parameter patience: how long the database has for its answer. Shorter than the registry's: the other figures are told whatever it does.
    package init(_ services: PortalServices, patience: Duration = .seconds(1)) {
        self.services = services
        self.patience = patience
    }

    package func metrics() async -> [Metric] {
        let (catalogue, version) = services.catalogue.versioned
        var metrics: [Metric] = [
            .gauge("tremplin_catalogue_programs", "Programs that searches on this node answer from", Double(catalogue.programCount)),
            .gauge("tremplin_catalogue_institutions", "Institutions in the catalogue of this node", Double(catalogue.institutions.count)),
            .gauge("tremplin_catalogue_version", "Number of times this node's catalogue changed since the start", Double(version)),
        ]
        guard let checkHealth = services.checkHealth else { return metrics }
        if let applied = services.followChanges?.lastApplied {
            metrics.append(
                .gauge("tremplin_change_applied", "Number of the last change that searches on this node answer with", Double(applied)))
        }
        let health = try? await within(patience) { try await checkHealth() }
        metrics.append(.gauge("tremplin_database_up", "Whether the database answered when it was asked just now", health == nil ? 0 : 1))
        metrics.append(
            .gauge(
                "tremplin_ready", "Whether the catalogue is that of the database, as /health/ready says", health?.isReady == true ? 1 : 0))
        guard let health else { return metrics }
        return metrics + [
            .gauge("tremplin_change_latest", "Number of the last change in the database", Double(health.latestChange)),
            .gauge(
                "tremplin_change_lag", "Changes in the database that this node does not answer with yet",
                Double(max(0, health.latestChange - health.appliedChange))),
            .gauge("tremplin_published_programs", "Programs published in the database", Double(health.publishedPrograms)),
        ]
    }
}
