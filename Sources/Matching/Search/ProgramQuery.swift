package import Domain

/// One question put to the catalogue: words, filters, order, page. The same value serves pages, the API, alerts, lists and benchmarks.
///
/// Values of one facet are joined by "or", facets by "and".
package struct ProgramQuery: Hashable, Sendable {
    package var text: String
    /// The language of the words, and of the results wanted first. Programs in the other one are found too.
    package var language: Language
    /// Chosen values by facet; a facet without a choice has no entry.
    package var filters: [FacetName: Set<String>]
    /// At most this price, whatever the offering; a program without a price does not pass.
    package var maximumPrice: Money?
    /// Within a distance of a person's postal area; a program that can be taken online passes only when it also has such a place.
    package var near: Nearness?
    package var sort: Sort
    /// Results left out before the first one returned.
    package var offset: Int
    /// At most this many results.
    package var limit: Int
    /// At most this many values of each open facet in the answer, the most frequent ones; chosen values come on top. Closed facets are
    /// always whole, and `Catalogue.values(of:for:)` has every value.
    package var facetLimit: Int

    package struct Nearness: Hashable, Sendable {
        package var area: String
        package var kilometres: Int

        package init(area: String, kilometres: Int) {
            self.area = area
            self.kilometres = kilometres
        }
    }

    package enum Sort: String, CaseIterable, Sendable {
        case relevance
        case startDate = "start"
        case price
        case duration
    }

    package init(
        text: String = "", language: Language = .en, filters: [FacetName: Set<String>] = [:], maximumPrice: Money? = nil,
        near: Nearness? = nil, sort: Sort = .relevance, offset: Int = 0, limit: Int = 20,
        facetLimit: Int = 50
    ) {
        self.text = text
        self.language = language
        self.filters = filters
        self.maximumPrice = maximumPrice
        self.near = near
        self.sort = sort
        self.offset = offset
        self.limit = limit
        self.facetLimit = facetLimit
    }
}

/// What programs can be filtered and counted by. The raw value is the name in addresses, the API and `--filter`.
package enum FacetName: String, CaseIterable, Sendable, Hashable {
    /// NOC 2021 unit group code; values above the unit group (1 to 4 digits) find everything below them.
    case occupation
    /// NAICS code at any loaded level; finds everything below it, stated or inferred.
    case industry
    case skill
    case technology
    case institution
    /// `Institution.Kind`
    case institutionKind = "institution-kind"
    case department
    /// `Offering.Delivery`, of upcoming offerings
    case delivery
    /// `en`, `fr`, of upcoming offerings
    case language
    /// `DurationBand`
    case duration
    /// `PriceBand`, of upcoming offerings
    case price
    /// `Funding`, only where the rules allow it
    case funding
    /// `StartBand`, of upcoming offerings
    case start
    /// Economic region of an upcoming offering's place
    case region
    /// `PriorEducation`
    case priorEducation = "prior-education"
    /// `Outlook.Value`, the best among the program's occupations
    case outlook
    /// `Support`
    case support
    /// `endorsed`, `work-integrated`, `hands-on`, `sequence`
    case feature
    /// `Demand.Level`, the highest among the program's occupations
    case demand
}

package enum DurationBand: String, CaseIterable, Sendable {
    case underTen = "under-10-hours"
    case tenToForty = "10-to-40-hours"
    case fortyToHundred = "40-to-100-hours"
    case overHundred = "over-100-hours"

    /// Lower bound included, upper bound not.
    package init(hours: Double) {
        self = hours < 10 ? .underTen : hours < 40 ? .tenToForty : hours < 100 ? .fortyToHundred : .overHundred
    }
}

package enum PriceBand: String, CaseIterable, Sendable {
    case free
    case under250 = "under-250"
    case from250To500 = "250-to-500"
    case from500To1000 = "500-to-1000"
    case over1000 = "over-1000"

    /// Lower bound included, upper bound not.
    package init(_ price: Money) {
        switch price.cents {
        case 0: self = .free
        case ..<25_000: self = .under250
        case ..<50_000: self = .from250To500
        case ..<100_000: self = .from500To1000
        default: self = .over1000
        }
    }
}

/// When one can begin. The bands overlap: a start in ten days is within 30 days and within 90.
package enum StartBand: String, CaseIterable, Sendable {
    case openAllYear = "open-all-year"
    case within30Days = "within-30-days"
    case within90Days = "within-90-days"
    case within180Days = "within-180-days"

    package var days: Int? {
        switch self {
        case .openAllYear: nil
        case .within30Days: 30
        case .within90Days: 90
        case .within180Days: 180
        }
    }
}
