import Domain
import Matching

extension Program {
    /// A program with what a test names, and otherwise nothing that could speak for or against it: one English offering, open all year.
    static func sample(
        _ id: String, institution: Institution.ID = "north", en: String? = nil, fr: String? = nil, state: State = .published,
        tags: [TagTarget] = [], offerings: [Offering] = [.sample()], outcomes: [LocalizedText] = [],
        summary: LocalizedText = LocalizedText(),
        description: LocalizedText = LocalizedText(), hours: Double? = nil, confirmed: CalendarDate? = .today
    ) -> Program {
        Program(
            id: ID(id), institution: institution, reference: id, state: state,
            title: LocalizedText(en: en ?? (fr == nil ? id : nil), fr: fr),
            summary: summary, description: description, outcomes: outcomes, hours: hours, url: "https://north.example/\(id)",
            offerings: offerings, tags: tags.map { Tag($0) }, lastConfirmed: confirmed)
    }
}

extension Offering {
    static func sample(
        startsIn days: Int? = nil, _ delivery: Delivery = .online, _ language: Language = .en, dollars: Int? = nil,
        postalCode: String? = nil
    ) -> Offering {
        Offering(
            schedule: days.map { .dates(start: CalendarDate.today.adding(days: $0), end: nil) } ?? .openAllYear, delivery: delivery,
            place: postalCode.map { Place(city: "Town", postalCode: $0) }, language: language, price: dollars.map { Money(dollars: $0) })
    }
}

extension Institution {
    static let samples = ["north", "south", "east", "west"].enumerated().map { index, id in
        Institution(
            id: Institution.ID(id), name: LocalizedText(en: id.uppercased()), kind: Kind.allCases[index], url: "https://\(id).example",
            place: Place(city: "Town"))
    }
}

extension Catalogue {
    static func sample(_ programs: [Program]) -> Catalogue {
        Catalogue(programs: programs, institutions: Institution.samples, labourMarket: SampleLabourMarket.information, today: .today)
    }

    /// Ids found, best first.
    func found(_ text: String, _ language: Language = .en) -> [String] {
        search(ProgramQuery(text: text, language: language, limit: 1000)).ids
    }

    func found(_ filters: [FacetName: Set<String>]) -> [String] {
        search(ProgramQuery(filters: filters, limit: 1000)).ids
    }
}

extension SearchResults {
    var ids: [String] { hits.map(\.program.id.rawValue) }

    func count(_ facet: FacetName, _ value: String) -> Int { facets[facet]?.first { $0.value == value }?.count ?? 0 }
}
