package import Domain
import Matching
import Storage
import Synchronization
import TextAnalysis

/// An institution's programs as a list, from memory: read whole when somebody first asks, and then only what was written since.
package struct ListPrograms: Sendable {
    let desk: ProgramDesk
    private let kept = KeptOverviews()

    init(desk: ProgramDesk) { self.desk = desk }

    package func callAsFunction(_ query: ProgramListQuery, of institution: Institution.ID, in language: Language) async throws
        -> ProgramListPage
    {
        let all = try await overviews(of: institution)
        let published = all.filter { $0.state == .published }
        let words = Folding.folded(query.text).split { $0.isWhitespace }
        let inState = all.filter { program in
            (query.state.map { program.state == $0 } ?? (program.state != .archived)) && words.allSatisfy { program.words.contains($0) }
        }
        let found = query.need.map { need in inState.filter(need.holds) } ?? inState
        let pages = max(1, (found.count + ProgramListQuery.pageLength - 1) / ProgramListQuery.pageLength)
        let page = min(max(1, query.page), pages)
        let sorted = Self.sorted(found, by: query.order, language)
        let first = (page - 1) * ProgramListQuery.pageLength
        return ProgramListPage(
            programs: Array(sorted.dropFirst(first).prefix(ProgramListQuery.pageLength)), total: found.count, page: page, pages: pages,
            states: Dictionary(grouping: all, by: \.state).mapValues(\.count),
            needs: Dictionary(
                uniqueKeysWithValues: ProgramListQuery.Need.allCases.map { need in (need, inState.count(where: need.holds)) }),
            freshness: published.isEmpty ? nil : Double(published.count { !$0.isStale }) / Double(published.count),
            parity: Dictionary(
                uniqueKeysWithValues: Language.allCases.map { language in
                    (language, published.isEmpty ? 1 : Double(published.count { $0.title[language] != nil }) / Double(published.count))
                }))
    }

    /// Every program of an institution, in no order.
    package func overviews(of institution: Institution.ID) async throws -> [ProgramOverview] {
        let today = desk.today
        let old = kept.list(of: institution).flatMap { $0.today == today ? $0 : nil }
        let owner = desk.catalogue.current.institutions[institution]
        let new = try await desk.database.read { connection -> KeptOverviews.List in
            let latest = try connection.latestChange()
            if let old, latest == old.change { return old }
            var programs = old?.programs ?? [:]
            let sheets: [ProgramSheet]
            if let old, let changed = try connection.changedPrograms(since: old.change, most: Self.mostReadAgain) {
                sheets = try connection.sheets(changed).filter { $0.standing.institution == institution }
            } else {
                programs = [:]
                sheets = try connection.sheets(of: institution)
            }
            for sheet in sheets {
                programs[sheet.standing.id] = ProgramOverview(sheet, institution: owner, today: today) { Folding.folded($0) }
            }
            return KeptOverviews.List(programs: programs, change: latest, today: today)
        }
        kept.keep(new, of: institution)
        return Array(new.programs.values)
    }

    /// When more was written since, the institution's programs are read again whole: so many reads of single programs would take longer.
    private static let mostReadAgain = 2_000

    private static func sorted(_ programs: [ProgramOverview], by order: ProgramListQuery.Order, _ language: Language) -> [ProgramOverview] {
        let titled = programs.map { (program: $0, title: Folding.folded($0.title.text(language))) }
        func comesByTitle(_ a: (program: ProgramOverview, title: String), _ b: (program: ProgramOverview, title: String)) -> Bool {
            (a.title, a.program.id) < (b.title, b.program.id)
        }
        return titled.sorted { a, b in
            switch order {
            case .title: break
            case .completeness where a.program.meter.missing.count != b.program.meter.missing.count:
                return a.program.meter.missing.count > b.program.meter.missing.count
            case .confirmed where a.program.lastConfirmed != b.program.lastConfirmed:
                return (a.program.lastConfirmed?.dayNumber ?? .min) < (b.program.lastConfirmed?.dayNumber ?? .min)
            case .reference where a.program.reference != b.program.reference: return a.program.reference < b.program.reference
            case .completeness, .confirmed, .reference: break
            }
            return comesByTitle(a, b)
        }.map(\.program)
    }
}

/// Lists of the institutions somebody works at just now.
private final class KeptOverviews: Sendable {
    struct List: Sendable {
        var programs: [Program.ID: ProgramOverview]
        /// The last change they hold.
        let change: Int
        let today: CalendarDate
    }

    /// 16 lists of 10,000 programs are some 80 MB; of those nobody asks for, the one kept longest goes.
    private static let most = 16
    private let lists = Mutex<(byInstitution: [Institution.ID: List], order: [Institution.ID])>(([:], []))

    func list(of institution: Institution.ID) -> List? { lists.withLock { $0.byInstitution[institution] } }

    func keep(_ list: List, of institution: Institution.ID) {
        lists.withLock { lists in
            // Of two that read at once, the later reading stays.
            if let known = lists.byInstitution[institution], known.change > list.change, known.today == list.today { return }
            lists.byInstitution[institution] = list
            lists.order.removeAll { $0 == institution }
            lists.order.append(institution)
            while lists.order.count > Self.most { lists.byInstitution[lists.order.removeFirst()] = nil }
        }
    }
}
