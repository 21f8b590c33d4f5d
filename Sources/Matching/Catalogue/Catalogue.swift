package import Domain

/// Every published program, ready to be searched: an immutable snapshot shared by all requests.
///
/// It knows the day it was made for, because past dates vanish by themselves; the portal makes a new one at midnight.
package struct Catalogue: Sendable {
    package let labourMarket: LabourMarketInformation
    package private(set) var today: CalendarDate
    package private(set) var institutions: [Institution.ID: Institution]
    /// Words of all segments.
    var vocabulary = Vocabulary()
    /// Facet values of all segments.
    var dictionary = FacetDictionary()
    /// Large ones first, then, ever smaller, what was changed since. No program counts in two.
    private(set) var segments: [Segment] = []
    private let lazySkillProfiles: LazySkillProfiles

    /// A catalogue without programs.
    init(institutions: [Institution], labourMarket: LabourMarketInformation, today: CalendarDate) {
        self.labourMarket = labourMarket
        self.today = today
        self.institutions = Dictionary(institutions.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        lazySkillProfiles = LazySkillProfiles(labourMarket)
    }

    /// - Parameter programs: all of them; only published ones are indexed. Of two with one id the last counts.
    package init(programs: [Program], institutions: [Institution], labourMarket: LabourMarketInformation, today: CalendarDate) {
        var builder = CatalogueBuilder(institutions: institutions, labourMarket: labourMarket, today: today)
        builder.add(programs)
        self = builder.finish()
    }

    /// Shared by every catalogue made from this one.
    var skillProfiles: SkillProfiles { lazySkillProfiles.value }

    /// How many programs are published.
    package var programCount: Int { segments.reduce(0) { $0 + $1.liveCount } }

    /// Programs added or replaced by id; one that is not published disappears. Costs what the change costs, not what the catalogue does.
    package func applying(_ programs: [Program]) -> Catalogue {
        var builder = CatalogueBuilder(self)
        builder.add(programs)
        var changed = builder.finish()
        changed.settle()
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

    /// Without institutions that are no more. Their programs must be somewhere else by then.
    package func removing(institutions: Set<Institution.ID>) -> Catalogue {
        var changed = self
        for id in institutions { changed.institutions[id] = nil }
        return changed
    }

    /// The institutions that have not closed.
    package var openInstitutions: [Institution] { institutions.values.filter { $0.closedOn == nil } }

    /// The same programs on another day.
    package func on(_ today: CalendarDate) -> Catalogue {
        guard today != self.today else { return self }
        var moved = self
        moved.today = today
        moved.segments = concurrently(segments.count) {
            var segment = segments[$0]
            segment.move(to: today, dictionary: dictionary)
            return segment
        }
        return moved
    }

    mutating func remove(_ place: ProgramPlace) { segments[place.segment].remove(place.ordinal) }

    mutating func append(_ added: [Segment]) { segments += added.filter { $0.liveCount > 0 } }

    mutating func replace(_ replaced: Set<Int>, with merged: [Segment]) {
        segments = segments.indices.filter { !replaced.contains($0) }.map { segments[$0] } + merged.filter { $0.liveCount > 0 }
        segments.sort { $0.count > $1.count }
    }
}
