import Domain
import HTTPTypes
import Hummingbird
import Matching
import NIOCore
import Testing
import Web

/// The address is the state of a search: written and read, it is the same search.
@Suite struct QueryStringTests {
    private static let labourMarket = SampleLabourMarket.information

    /// Reads an address the way the search page does.
    private func read(_ query: String, _ language: Language = .en) -> SearchForm {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/en/programs" + query)
        let parameters = Request(head: head, body: RequestBody(buffer: ByteBuffer())).formParameters
        return SearchForm(parameters, language: language, labourMarket: Self.labourMarket)
    }

    @Test func `every search survives its own address`() {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<3_000 {
            let query = generator.query()
            let form = read(QueryString(query).text, query.language)
            #expect(form.query == query, "\(QueryString(query).text)")
            #expect(form.problems == [])
        }
    }

    @Test func `any text survives being written into an address`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<5_000 {
            let text = generator.hostileText()
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/" + QueryString([("x", text)]).text)
            let read = Request(head: head, body: RequestBody(buffer: ByteBuffer())).formParameters["x"].map { Array($0.utf8) }
            #expect(read ?? [] == Array(text.utf8), "\(text.debugDescription)")
        }
    }

    @Test func `an address holds nothing but what may stand in one`() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<5_000 {
            let written = QueryString.encoded(generator.hostileText())
            #expect(written.wholeMatch(of: /(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*/) != nil, "\(written)")
        }
    }

    @Test func `an empty search has an empty address`() { #expect(QueryString(ProgramQuery()).text == "") }

    @Test func `one search has one address, however it was put together`() {
        let query = ProgramQuery(filters: [.price: ["under-250", "free"], .delivery: ["online"]], sort: .price, offset: 20)
        #expect(QueryString(query).text == "?delivery=online&price=free&price=under-250&sort=price&page=2")
    }

    @Test func `what has no value is left out`() { #expect(QueryString([("a", nil), ("b", ""), ("c", "1")]).text == "?c=1") }

    @Test(arguments: ["?q=registered+nurse", "?q=registered%20nurse", "?q=+registered++nurse+".replacing("++", with: "+")])
    func `a form's plus sign is a space`(query: String) { #expect(read(query).query.text == "registered nurse") }

    @Test func `a plus sign somebody typed stays one`() { #expect(read("?q=C%2B%2B+programmer").query.text == "C++ programmer") }

    @Test func `several values of one filter are all read`() {
        #expect(read("?delivery=online&delivery=hybrid").query.filters == [.delivery: ["online", "hybrid"]])
    }

    @Test func `a price may be typed as people write it`() {
        for typed in ["1250", "$1,250", "1 250 $", "1%E2%80%AF250%C2%A0$"] {
            #expect(read("?max-price=" + typed.replacing(" ", with: "+")).query.maximumPrice == Money(dollars: 1_250), "\(typed)")
        }
    }

    @Test func `without a distance 25 kilometres are meant`() {
        #expect(read("?near=k1a0b1").query.near == ProgramQuery.Nearness(area: "K1A", kilometres: 25))
    }
}

extension SeededGenerator {
    /// A search such as a reader could put together, with words of any script.
    fileprivate mutating func query() -> ProgramQuery {
        var query = ProgramQuery(language: Bool.random(using: &self) ? .en : .fr)
        if Bool.random(using: &self) { query.text = trimmed(hostileText(longest: 40)) }
        for facet in FacetName.allCases where Int.random(in: 0..<4, using: &self) == 0 {
            let values = (0..<Int.random(in: 1...3, using: &self)).compactMap { _ in value(of: facet) }.filter { !$0.isEmpty }
            if !values.isEmpty { query.filters[facet] = Set(values) }
        }
        if Bool.random(using: &self) { query.maximumPrice = Money(dollars: Int.random(in: 0...1_000_000, using: &self)) }
        if Bool.random(using: &self) { query.near = .init(area: "K1A", kilometres: Int.random(in: 1...1_000, using: &self)) }
        query.sort = ProgramQuery.Sort.allCases.randomElement(using: &self) ?? .relevance
        query.offset = 20 * Int.random(in: 0..<50_000, using: &self)
        return query
    }

    private mutating func value(of facet: FacetName) -> String? {
        switch facet {
        case .institutionKind: Institution.Kind.allCases.randomElement(using: &self)?.rawValue
        case .delivery: Offering.Delivery.allCases.randomElement(using: &self)?.rawValue
        case .language: Language.allCases.randomElement(using: &self)?.rawValue
        case .duration: DurationBand.allCases.randomElement(using: &self)?.rawValue
        case .price: PriceBand.allCases.randomElement(using: &self)?.rawValue
        case .funding: Funding.allCases.randomElement(using: &self)?.rawValue
        case .start: StartBand.allCases.randomElement(using: &self)?.rawValue
        case .priorEducation: PriorEducation.allCases.randomElement(using: &self)?.rawValue
        case .outlook: Outlook.Value.allCases.randomElement(using: &self)?.rawValue
        case .demand: Demand.Level.allCases.randomElement(using: &self)?.rawValue
        case .support: Support.allCases.randomElement(using: &self)?.rawValue
        case .feature: ["endorsed", "work-integrated", "hands-on", "sequence"].randomElement(using: &self)
        case .occupation, .industry, .skill, .technology, .institution, .department, .region: hostileText(longest: 12)
        }
    }

    private func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
