import Domain
import Matching
import Synchronization

/// The ready-made lists, each as it is today.
///
/// A list is made anew when the catalogue has changed, but never takes more than a twentieth of the time to be made: with a few thousand
/// programs it is always the latest within a blink, with a million within half a minute.
package final class FindLists: Sendable {
    private let standard: [CuratedList]
    private let operated: CurrentPortal
    private let catalogue: CurrentCatalogue
    private let made = Mutex<[CuratedList.ID: Made]>([:])

    /// How many times what it cost to make a list must pass before it is made again.
    private static let rest = 20

    private struct Made {
        let list: ProgramList
        let version: Int
        let end: ContinuousClock.Instant
        let cost: Duration
    }

    /// - Parameters:
    ///   - lists: those there are until an operator changes one.
    ///   - operated: what operators set.
    package init(_ lists: [CuratedList] = BuiltInLists.all, operated: CurrentPortal = CurrentPortal(), catalogue: CurrentCatalogue) {
        standard = lists
        self.operated = operated
        self.catalogue = catalogue
    }

    /// Those the public sees, in order.
    package var all: [CuratedList] { operated.current.lists.map { $0.filter(\.isPublished).map(\.list) } ?? standard }

    package func all(for reader: CuratedList.Reader) -> [CuratedList] { all.filter { $0.readers.contains(reader) } }

    /// The list of that name in either language.
    package func list(named slug: String) -> CuratedList? {
        all.first { list in Language.allCases.contains { list.slug[$0] == slug } }
    }

    package func callAsFunction(_ list: CuratedList) -> ProgramList {
        let (current, version) = catalogue.versioned
        let start = ContinuousClock.now
        if let last = made.withLock({ $0[list.id] }), last.list.list == list,
            last.version == version || start < last.end + last.cost * Self.rest
        {
            return last.list
        }
        let result = MakeList(list, catalogue: current)()
        let end = ContinuousClock.now
        made.withLock { $0[list.id] = Made(list: result, version: version, end: end, cost: end - start) }
        return result
    }
}
