import Domain
import LabourMarket
import Portal
import Storage

/// The labour-market data a command answers with: what the configured database has in use, or else what the portal is built with.
struct ReferenceData: Sendable {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    func load() async throws -> LabourMarketInformation {
        let configuration = try await surroundings.configuration()
        guard let database = try await PortalDatabase(configuration).ifPresent() else { return try Self.builtIn() }
        let stored: [StoredRelease]
        do {
            stored = try await ReleaseStore(database).current()
            try await database.close()
        } catch {
            try? await database.close()
            throw error
        }
        guard !stored.isEmpty else { return try Self.builtIn() }
        return try LabourMarketInformation(releases: stored.map { try Release(document: $0.content) })
    }

    static func builtIn() throws -> LabourMarketInformation { try LabourMarketInformation(releases: BuiltInReleases.all()) }
}
