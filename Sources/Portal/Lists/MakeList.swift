package import Domain
package import Matching

/// Applies a list's rule to a catalogue. A pure function; docs/lists.md says the same in words.
package struct MakeList {
    private let list: CuratedList
    private let catalogue: Catalogue
    private let industries: Set<Industry.Code>

    package init(_ list: CuratedList, catalogue: Catalogue) {
        self.list = list
        self.catalogue = catalogue
        industries = Set(list.rule.industries)
    }

    package func callAsFunction() -> ProgramList {
        var leftOut = ProgramList.LeftOut()
        var jobs: [OccupationCode: Int] = [:]
        let pinned = pinnedPrograms
        var candidates = pinned.enumerated().map { Candidate($1, .pinned, place: $0, catalogue) }
        let onTop = Set(pinned.map(\.id))
        for program in programsOfTheBasis where !onTop.contains(program.id) {
            if let candidate = candidate(program, &leftOut) { candidates.append(candidate) }
        }
        for code in candidates.lazy.flatMap(\.program.occupations) { jobs[code, default: 0] += 1 }
        takeTurns(&candidates)
        return ProgramList(
            list: list, total: candidates.count,
            entries: candidates.sorted(by: <).prefix(ProgramList.most).map(\.entry),
            jobs: jobs.map(ProgramList.Job.init).sorted { ($1.programs, $0.occupation) < ($0.programs, $1.occupation) },
            leftOut: leftOut)
    }

    private var pinnedPrograms: [Program] {
        list.pinned.filter { !list.excluded.contains($0) }.compactMap(catalogue.program)
    }

    private var programsOfTheBasis: [Program] {
        switch list.basis {
        case .industries: programsOfTheIndustry
        case .search: list.search.isEmpty ? [] : catalogue.search(list.search.query(limit: catalogue.programCount)).hits.map(\.program)
        case .chosen: []
        }
    }

    /// Stated and inferred alike: the same answer as the search gives for these industries.
    private var programsOfTheIndustry: [Program] {
        let known = list.rule.industries.filter { catalogue.labourMarket.industry($0) != nil }.map(\.rawValue)
        guard !known.isEmpty else { return [] }
        let query = ProgramQuery(filters: [.industry: Set(known)], limit: catalogue.programCount)
        return catalogue.search(query).hits.map(\.program)
    }

    private func candidate(_ program: Program, _ leftOut: inout ProgramList.LeftOut) -> Candidate? {
        guard !list.excluded.contains(program.id) else {
            leftOut.excluded += 1
            return nil
        }
        if list.basis == .search { return sifted(Candidate(program, .found, place: 0, catalogue), &leftOut) }
        let isStated = program.industries.contains { catalogue.labourMarket.withAncestors($0).contains(where: industries.contains) }
        guard isStated || list.rule.acceptsInferred else {
            leftOut.inferred += 1
            return nil
        }
        return sifted(Candidate(program, isStated ? .stated : .inferred, place: 0, catalogue), &leftOut)
    }

    private func sifted(_ candidate: Candidate, _ leftOut: inout ProgramList.LeftOut) -> Candidate? {
        if let outlook = candidate.entry.outlook, outlook.score < list.rule.minimumOutlook.score {
            leftOut.outlook += 1
            return nil
        }
        guard candidate.entry.completeness >= list.rule.minimumCompleteness else {
            leftOut.completeness += 1
            return nil
        }
        return candidate
    }

    /// Among programs alike in origin and outlook, institutions take turns: each with its most complete one first, or among
    /// those the one that begins soonest.
    private func takeTurns(_ candidates: inout [Candidate]) {
        var taken: [Turn: Int] = [:]
        for index in candidates.indices.sorted(by: { candidates[$0] < candidates[$1] }) where candidates[index].entry.origin != .pinned {
            let turn = Turn(candidates[index])
            candidates[index].place = taken[turn, default: 0]
            taken[turn, default: 0] += 1
        }
    }

    private struct Turn: Hashable {
        let origin: ProgramList.Origin
        let outlook: Outlook.Value?
        let institution: Institution.ID

        init(_ candidate: Candidate) {
            origin = candidate.entry.origin
            outlook = candidate.entry.outlook
            institution = candidate.program.institution
        }
    }
}

/// A program that may stand on the list, in the order of the list.
private struct Candidate: Comparable {
    let program: Program
    let entry: ProgramList.Entry
    /// Among the pinned ones, or among those of its institution.
    var place: Int
    /// Days until one can begin: 0 for open all year, the largest number without dates.
    private let wait: Int

    init(_ program: Program, _ origin: ProgramList.Origin, place: Int, _ catalogue: Catalogue) {
        self.program = program
        self.place = place
        let first = program.upcomingOfferings(on: catalogue.today).first
        wait = first.map { $0.start?.days(since: catalogue.today) ?? 0 } ?? .max
        entry = ProgramList.Entry(
            program: program.id, origin: origin,
            outlook: program.occupations.compactMap { catalogue.labourMarket.outlook($0)?.value }.max { $0.score < $1.score },
            completeness: program.completeness(on: catalogue.today).share)
    }

    /// Pinned, stated, inferred.
    private var tier: Int {
        switch entry.origin {
        case .pinned: 0
        case .stated, .found: 1
        case .inferred: 2
        }
    }

    /// A program of which no outlook is published stands behind a balance, which at least is known.
    private var outlookRank: Double { entry.origin == .pinned ? 0 : -(entry.outlook.map { Double($0.score) } ?? -0.5) }

    private var name: String { program.title.text(.en) }

    static func < (a: Self, b: Self) -> Bool {
        if a.tier != b.tier { return a.tier < b.tier }
        if a.outlookRank != b.outlookRank { return a.outlookRank < b.outlookRank }
        if a.place != b.place { return a.place < b.place }
        if a.entry.completeness != b.entry.completeness { return a.entry.completeness > b.entry.completeness }
        return (a.wait, a.name, a.program.id) < (b.wait, b.name, b.program.id)
    }

    static func == (a: Self, b: Self) -> Bool { a.entry == b.entry && a.place == b.place }
}

extension CuratedList.Search {
    /// The search as the catalogue takes it. A facet of an older version is passed over.
    package func query(language: Language = .en, limit: Int) -> ProgramQuery {
        var query = ProgramQuery(text: text, language: language, limit: limit)
        for (facet, values) in filters { if let facet = FacetName(rawValue: facet) { query.filters[facet] = Set(values) } }
        query.maximumPrice = maximumPrice.map { Money(cents: $0) }
        return query
    }

    package init(_ query: ProgramQuery) {
        self.init(
            text: query.text,
            filters: Dictionary(uniqueKeysWithValues: query.filters.map { ($0.rawValue, $1.sorted()) }),
            maximumPrice: query.maximumPrice?.cents)
    }
}
