package import Storage
import Synchronization

/// Keeps the file of the catalogue: written once after the catalogue was made of the rows, and when the portal stops after changes.
package final class KeepSnapshot: Sendable {
    package let snapshot: CatalogueSnapshot
    private let catalogue: CurrentCatalogue
    private let follow: FollowChanges
    private let origin: FindSnapshotOrigin
    /// The change up to which the file is; `nil` when there is none that can be used.
    private let written: Mutex<Int?>

    package init(
        _ snapshot: CatalogueSnapshot, of database: any SQLDatabase, catalogue: CurrentCatalogue, follow: FollowChanges,
        loaded: LoadedCatalogue
    ) {
        self.snapshot = snapshot
        self.catalogue = catalogue
        self.follow = follow
        origin = FindSnapshotOrigin(database: database)
        var change: Int?
        if case .snapshot(let replayed) = loaded.origin { change = loaded.lastChange - replayed }
        written = Mutex(change)
    }

    /// There is no file that stands for the database.
    package var isMissing: Bool { written.withLock { $0 == nil } }

    /// Writes the file when it is behind.
    /// - Returns: the number of the last change it holds now; `nil` when there was nothing to write.
    @discardableResult
    package func write() async throws -> Int? {
        // First the number, then the catalogue: it may hold later changes, which are then applied twice, and that changes nothing.
        let change = follow.lastApplied
        guard written.withLock({ $0 != change }) else { return nil }
        let current = catalogue.current
        try snapshot.write(current, try await origin(change: change))
        written.withLock { $0 = change }
        return change
    }
}
