import Domain

/// What one upcoming offering must satisfy all at once.
struct OfferingFilter {
    /// Chosen bits of the facets of `OfferingFacets.values`, in that order; `nil` without a choice.
    let chosen: [UInt32?]
    /// Chosen regions, by number.
    let regions: [Int32]?
    let maximumCents: Int32?
    private let centre: Nearness?

    private enum Nearness {
        /// The area asked about is not known: nothing is near it.
        case nowhere
        case within(kilometres: Double, of: Coordinate)
    }

    init?(_ query: ProgramQuery, dictionary: FacetDictionary, labourMarket: LabourMarketInformation) {
        func numbers(_ facet: FacetName) -> [Int32]? {
            guard let values = query.filters[facet], !values.isEmpty else { return nil }
            return values.compactMap { dictionary.ordinal(facet, $0) }
        }
        chosen = OfferingFacets.values.map { facet, _ in numbers(facet)?.reduce(0) { $0 | 1 << UInt32($1) } }
        regions = numbers(.region)
        maximumCents = query.maximumPrice.map { Int32(clamping: $0.cents) }
        centre = query.near.map { near in
            labourMarket.postalArea(near.area).map { .within(kilometres: Double(near.kilometres), of: $0.coordinate) } ?? .nowhere
        }
        if chosen.allSatisfy({ $0 == nil }), regions == nil, maximumCents == nil, centre == nil { return nil }
    }

    var asksDistance: Bool { centre != nil }

    /// Only values of one facet are asked for: then a program passes by what any of its offerings has.
    var isOneFacet: Bool { maximumCents == nil && centre == nil && chosen.count { $0 != nil } + (regions == nil ? 0 : 1) == 1 }

    func isNear(_ area: PostalArea) -> Bool {
        switch centre {
        case nil: true
        case .nowhere: false
        case .within(let kilometres, let centre): area.coordinate.kilometres(to: centre) <= kilometres
        }
    }
}
