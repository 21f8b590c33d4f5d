import Domain
import LabourMarket
import Portal
import Storage

/// The labour-market data a command answers with: what the configured database has in use, and what the portal is built with for the
/// kinds of which it has nothing.
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
        // A kind of which the database has nothing is answered from the build; the last release of a kind wins.
        let present = Set(stored.map(\.description.kind))
        let missing = BuiltInReleases.kinds.filter { !present.contains($0.rawValue) }
        return try LabourMarketInformation(
            releases: missing.map { try BuiltInReleases.release($0) } + stored.map { try Release(document: $0.content) })
    }

    static func builtIn() throws -> LabourMarketInformation { try LabourMarketInformation(releases: BuiltInReleases.all()) }
}
