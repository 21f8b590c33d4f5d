import Dispatch
package import Domain
package import Matching
import Synchronization

/// The catalogue that answers right now: an immutable snapshot, swapped whole when something changed.
///
/// Readers never wait for a writer: they copy the snapshot out. Writers take turns, so that of two edits at the same moment neither
/// is lost.
package final class CurrentCatalogue: Sendable {
    private let snapshot: Mutex<(catalogue: Catalogue, version: Int)>
    private let compaction = Mutex(Compaction())

    /// Also the lock of the writers.
    private struct Compaction {
        var isUnderWay = false
        /// What the catalogue being laid together does not know of yet.
        var meanwhile: [Edit] = []
        /// The catalogue it is made from was given up: its result is of no use.
        var isObsolete = false
    }

    private enum Edit {
        case programs([Program])
        case institutions([Institution])
        case removal(Set<Institution.ID>)
        case day(CalendarDate)

        func applied(to catalogue: Catalogue) -> Catalogue {
            switch self {
            case .programs(let programs): catalogue.applying(programs)
            case .institutions(let institutions): catalogue.applying(institutions: institutions)
            case .removal(let institutions): catalogue.removing(institutions: institutions)
            case .day(let today): catalogue.on(today)
            }
        }
    }

    package init(_ catalogue: Catalogue) { snapshot = Mutex((catalogue, 0)) }

    package var current: Catalogue { snapshot.withLock { $0.catalogue } }

    /// With a number that grows with every change: what was made from one version need not be made again for the same.
    package var versioned: (catalogue: Catalogue, version: Int) { snapshot.withLock { $0 } }

    /// Programs new or changed, whatever their state: one that is no longer published disappears.
    package func apply(programs: [Program]) { change(.programs(programs)) }

    package func apply(institutions: [Institution]) { change(.institutions(institutions)) }

    /// Those that are no more: merged into others.
    package func remove(institutions: Set<Institution.ID>) {
        guard !institutions.isEmpty else { return }
        change(.removal(institutions))
    }

    /// The same catalogue under a new number: what pages show beside it has changed.
    package func renew() { compaction.withLock { _ in put(current) } }

    package func replace(_ catalogue: Catalogue) {
        compaction.withLock { compaction in
            compaction.isObsolete = compaction.isUnderWay
            put(catalogue)
        }
    }

    /// Makes the catalogue that of another day when one has begun: past dates vanish by themselves.
    package func roll(to today: CalendarDate) {
        guard current.today != today else { return }
        change(.day(today))
    }

    private func put(_ catalogue: Catalogue) { snapshot.withLock { $0 = (catalogue, $0.version + 1) } }

    private func change(_ edit: Edit) {
        compaction.withLock { compaction in
            if compaction.isUnderWay { compaction.meanwhile.append(edit) }
            let next = edit.applied(to: current)
            put(next)
        }
    }

    /// Lays together what many edits have left in small pieces, on a thread of its own; searches and edits go on. Does nothing when there
    /// is nothing to gain, or when it is being done already.
    package func compactApart() {
        guard let start = beginCompaction() else { return }
        DispatchQueue.global(qos: .utility).async { self.endCompaction(with: start.compacted()) }
    }

    /// - Returns: what to lay together; `nil` when there is no need.
    package func beginCompaction() -> Catalogue? {
        compaction.withLock { compaction in
            let start = current
            guard !compaction.isUnderWay, start.needsCompaction else { return nil }
            compaction.isUnderWay = true
            return start
        }
    }

    /// Puts the result into use after whatever was edited meanwhile is in it too.
    package func endCompaction(with compacted: Catalogue) {
        compaction.withLock { compaction in
            if !compaction.isObsolete {
                let next = compaction.meanwhile.reduce(compacted) { $1.applied(to: $0) }
                put(next)
            }
            compaction = Compaction()
        }
    }
}

extension CurrentCatalogue {
    /// For mails and files: the id of one that is not there any more.
    func institutionName(_ id: Institution.ID, _ language: Language) -> String {
        current.institutions[id]?.name.text(language) ?? id.rawValue
    }
}
