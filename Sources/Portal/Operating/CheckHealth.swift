import Domain
import Matching
package import Storage

/// Whether this node answers with what the database holds.
package struct Health: Hashable, Sendable {
    package let indexedPrograms: Int
    package let publishedPrograms: Int
    package let appliedChange: Int
    package let latestChange: Int
    package let hasReferenceData: Bool

    /// A change may take two seconds to arrive; the counts of a node that has caught up are equal.
    package var isCurrent: Bool { appliedChange < latestChange || indexedPrograms == publishedPrograms }
    package var isReady: Bool { hasReferenceData && isCurrent }
}

/// Compares what is in memory with what is stored, so that an index that drifted is seen.
package struct CheckHealth: Sendable {
    private let programs: ProgramStore
    private let changes: ChangeLog
    private let catalogue: CurrentCatalogue
    private let follow: FollowChanges

    package init(database: any SQLDatabase, catalogue: CurrentCatalogue, follow: FollowChanges) {
        programs = ProgramStore(database)
        changes = ChangeLog(database)
        self.catalogue = catalogue
        self.follow = follow
    }

    /// - Throws: when the database does not answer.
    package func callAsFunction() async throws -> Health {
        let published = try await programs.count(.published)
        let current = catalogue.current
        return Health(
            indexedPrograms: current.programCount, publishedPrograms: published, appliedChange: follow.lastApplied,
            latestChange: try await changes.latestNumber(), hasReferenceData: !current.labourMarket.occupations.isEmpty)
    }
}
