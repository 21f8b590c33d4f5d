package import Domain

/// Every published program, ready to be searched: an immutable snapshot shared by all requests.
///
/// It knows the day it was made for, because past dates vanish by themselves; the portal makes a new one at midnight.
package struct Catalogue: Sendable {
    package let labourMarket: LabourMarketInformation
    package private(set) var today: CalendarDate
    package private(set) var institutions: [Institution.ID: Institution]
    /// Facet values of all segments.
    private(set) var dictionary: FacetDictionary
    /// The first holds nearly everything; later ones, ever smaller, what was changed since. No program counts in two.
    private(set) var segments: [Segment]
    private let lazySkillProfiles: LazySkillProfiles

    /// - Parameter programs: all of them; only published ones are indexed. Of two with one id the last counts.
    package init(programs: [Program], institutions: [Institution], labourMarket: LabourMarketInformation, today: CalendarDate) {
        self.labourMarket = labourMarket
        self.today = today
        self.institutions = Dictionary(institutions.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        dictionary = FacetDictionary()
        segments = []
        lazySkillProfiles = LazySkillProfiles(labourMarket)
        append(Self.lastOfEach(programs).filter { $0.state == .published })
    }

    private static func lastOfEach(_ programs: [Program]) -> [Program] {
        var places = [Program.ID: Int](minimumCapacity: programs.count)
        for (place, program) in programs.enumerated() { places[program.id] = place }
        return places.count == programs.count ? programs : places.values.sorted().map { programs[$0] }
    }

    /// Shared by every catalogue made from this one.
    var skillProfiles: SkillProfiles { lazySkillProfiles.value }

    /// How many programs are published.
    package var programCount: Int { segments.reduce(0) { $0 + $1.liveCount } }

    /// Programs added or replaced by id; one that is not published disappears. Costs what the change costs, not what the catalogue does.
    package func applying(_ programs: [Program]) -> Catalogue {
        var changed = self
        let programs = Self.lastOfEach(programs)
        for program in programs { changed.remove(program.id) }
        changed.append(programs.filter { $0.state == .published })
        return changed
    }

    /// Institutions added or replaced. Programs of one whose name, place or kind changed are indexed again.
    package func applying(institutions: [Institution]) -> Catalogue {
        var changed = self
        var affected: [Program] = []
        for institution in institutions {
            let old = changed.institutions.updateValue(institution, forKey: institution.id)
            if old != institution { affected += programs(of: institution.id) }
        }
        return changed.applying(affected)
    }

    /// The same programs on another day.
    package func on(_ today: CalendarDate) -> Catalogue {
        guard today != self.today else { return self }
        var moved = self
        moved.today = today
        for place in segments.indices {
            moved.segments[place].move(to: today, labourMarket: labourMarket, dictionary: &moved.dictionary)
        }
        return moved
    }

    private mutating func remove(_ id: Program.ID) {
        for place in segments.indices {
            if let ordinal = segments[place].ordinal(id) { return segments[place].remove(ordinal) }
        }
    }

    /// Adds a segment, taking in those before it that are not much larger: few segments, and each program is indexed again only a few times.
    private mutating func append(_ programs: [Program]) {
        var programs = programs
        while let last = segments.last, isTakenIn(last, by: programs.count) {
            programs = last.livePrograms + programs
            segments.removeLast()
        }
        guard !programs.isEmpty else { return }
        segments.append(
            Segment(programs, institutions: institutions, labourMarket: labourMarket, today: today, dictionary: &dictionary))
    }

    private func isTakenIn(_ last: Segment, by added: Int) -> Bool {
        if last.liveCount == 0 { return true }
        // 4: at most a handful of segments for any number of changes. The first one is made anew only when a quarter of it has changed.
        if segments.count > 1 { return last.liveCount < 4 * added }
        return (added + last.count - last.liveCount) * 4 > max(last.count, 256)
    }
}
