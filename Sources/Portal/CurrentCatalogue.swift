package import Domain
package import Matching
import Synchronization

/// The catalogue that answers right now: an immutable snapshot, swapped whole when something changed.
///
/// Readers never wait for a writer: they copy the snapshot out. Writers take turns, so that of two edits at the same moment neither
/// is lost.
package final class CurrentCatalogue: Sendable {
    private let snapshot: Mutex<Catalogue>
    private let changes = Mutex(0)
    private let writing = Mutex(())

    package init(_ catalogue: Catalogue) { snapshot = Mutex(catalogue) }

    package var current: Catalogue { snapshot.withLock { $0 } }

    /// A number that is another one after every change. Whoever reads it before `current` and keeps what they made of that knows by it
    /// whether it still holds.
    package var version: Int { changes.withLock { $0 } }

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
            snapshot.withLock { $0 = next }
            changes.withLock { $0 += 1 }
        }
    }
}
