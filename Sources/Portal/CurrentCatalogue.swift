package import Domain
package import Matching
import Synchronization

/// The catalogue that answers right now: an immutable snapshot, swapped whole when something changed.
///
/// Readers never wait for a writer: they copy the snapshot out. Writers take turns, so that of two edits at the same moment neither
/// is lost.
package final class CurrentCatalogue: Sendable {
    private let snapshot: Mutex<(catalogue: Catalogue, version: Int)>
    private let writing = Mutex(())

    package init(_ catalogue: Catalogue) { snapshot = Mutex((catalogue, 0)) }

    package var current: Catalogue { snapshot.withLock { $0.catalogue } }

    /// With a number that grows with every change: what was made from one version need not be made again for the same.
    package var versioned: (catalogue: Catalogue, version: Int) { snapshot.withLock { $0 } }

    /// Programs new or changed, whatever their state: one that is no longer published disappears.
    package func apply(programs: [Program]) { change { $0.applying(programs) } }

    package func apply(institutions: [Institution]) { change { $0.applying(institutions: institutions) } }

    package func replace(_ catalogue: Catalogue) { change { _ in catalogue } }

    /// Makes the catalogue that of another day when one has begun: past dates vanish by themselves.
    package func roll(to today: CalendarDate) {
        guard current.today != today else { return }
        change { $0.on(today) }
    }

    private func change(_ make: (Catalogue) -> Catalogue) {
        writing.withLock { _ in
            let next = make(current)
            snapshot.withLock { $0 = (next, $0.version + 1) }
        }
    }
}
