package import Domain
package import Hummingbird
package import Matching
import Portal

/// Reads a search out of an address: the only reader of raw parameters. What cannot be understood becomes a sentence on the page.
package struct SearchForm {
    static let pageSize = 20
    /// Beyond this nobody pages; a larger number is an address typed by a machine.
    private static let lastPage = 50_000
    static let distances = [10, 25, 50, 100]
    static let defaultDistance = 25

    package private(set) var query: ProgramQuery
    package private(set) var problems: [Problem] = []
    /// The postal code as typed, shown again even when it is wrong.
    let nearText: String
    let maximumPriceText: String

    /// One thing wrong, beside the field it concerns.
    package struct Problem: Hashable {
        package let field: String
        /// The key of its sentence.
        package let sentence: String
    }

    init(_ request: PageRequest) {
        self.init(
            request.parameters, language: request.view.language,
            labourMarket: request.view.site.services.catalogue.current.labourMarket)
    }

    package init(_ parameters: Parameters, language: Language, labourMarket: LabourMarketInformation) {
        func text(_ name: Substring) -> String { String((parameters[name].map(String.init) ?? "").prefix(200)).trimmed }
        query = ProgramQuery(text: text("q"), language: language, limit: Self.pageSize)
        nearText = text("near")
        maximumPriceText = text("max-price")
        for facet in FacetName.allCases {
            let values = parameters.getAll(facet.rawValue).filter { !$0.isEmpty }.prefix(50).map { String($0) }
            let known = values.filter { Self.isKnown($0, of: facet) }
            if known.count < values.count { problems.append(Problem(field: facet.rawValue, sentence: "search.problem.value")) }
            if !known.isEmpty { query.filters[facet] = Set(known) }
        }
        readPrice()
        readNearness(within: text("within"), labourMarket)
        if let sort = Self.optional(text("sort")) {
            if let sort = ProgramQuery.Sort(rawValue: sort) {
                query.sort = sort
            } else {
                problems.append(Problem(field: "sort", sentence: "search.problem.sort"))
            }
        }
        if let page = Self.optional(text("page")) {
            if let number = Int(page), (1...Self.lastPage).contains(number) {
                query.offset = (number - 1) * Self.pageSize
            } else {
                problems.append(Problem(field: "page", sentence: "search.problem.page"))
            }
        }
    }

    private mutating func readPrice() {
        guard !maximumPriceText.isEmpty else { return }
        let digits = maximumPriceText.filter { $0 != "$" && $0 != "," && !$0.isWhitespace }
        if let dollars = Int(digits), (0...1_000_000).contains(dollars) {
            query.maximumPrice = Money(dollars: dollars)
        } else {
            problems.append(Problem(field: "max-price", sentence: "search.problem.price"))
        }
    }

    private mutating func readNearness(within: String, _ labourMarket: LabourMarketInformation) {
        guard !nearText.isEmpty else { return }
        guard let code = PostalArea.code(in: nearText) else {
            problems.append(Problem(field: "near", sentence: "search.problem.postalCode"))
            return
        }
        guard labourMarket.postalAreas[code] != nil else {
            problems.append(Problem(field: "near", sentence: "search.problem.postalArea"))
            return
        }
        var kilometres = Self.defaultDistance
        if !within.isEmpty {
            if let number = Int(within), (1...1_000).contains(number) {
                kilometres = number
            } else {
                problems.append(Problem(field: "within", sentence: "search.problem.within"))
            }
        }
        query.near = .init(area: code, kilometres: kilometres)
    }

    /// A closed facet takes only its own values; an open one takes any code.
    private static func isKnown(_ value: String, of facet: FacetName) -> Bool {
        switch facet {
        case .institutionKind: Institution.Kind(rawValue: value) != nil
        case .delivery: Offering.Delivery(rawValue: value) != nil
        case .language: Language(rawValue: value) != nil
        case .duration: DurationBand(rawValue: value) != nil
        case .price: PriceBand(rawValue: value) != nil
        case .funding: Funding(rawValue: value) != nil
        case .start: StartBand(rawValue: value) != nil
        case .priorEducation: PriorEducation(rawValue: value) != nil
        case .outlook: Outlook.Value(rawValue: value) != nil
        case .support: Support(rawValue: value) != nil
        case .demand: Demand.Level(rawValue: value) != nil
        case .feature: ["endorsed", "work-integrated", "hands-on", "sequence"].contains(value)
        case .occupation, .industry, .skill, .technology, .institution, .department, .region: true
        }
    }

    private static func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
}
