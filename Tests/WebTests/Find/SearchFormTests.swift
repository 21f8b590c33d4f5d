import Domain
import Matching
import Testing
import Web

/// What cannot be understood becomes a sentence, never an error of ours, and nothing typed is lost.
@Suite struct SearchFormTests {
    /// A value that means nothing, and the key of what the page says to it.
    private static let wrong: [(query: String, field: String, sentence: String)] = [
        ("max-price=cheap", "max-price", "price"), ("max-price=-5", "max-price", "price"), ("max-price=12.50", "max-price", "price"),
        ("max-price=99999999999999999999", "max-price", "price"), ("max-price=2000000", "max-price", "price"),
        ("near=Ottawa", "near", "postalCode"), ("near=90210", "near", "postalCode"), ("near=X0A", "near", "postalArea"),
        ("near=K1A&within=far", "within", "within"), ("near=K1A&within=0", "within", "within"),
        ("near=K1A&within=5000", "within", "within"),
        ("sort=fame", "sort", "sort"), ("page=0", "page", "page"), ("page=-1", "page", "page"), ("page=two", "page", "page"),
        ("page=99999999999999999999", "page", "page"), ("page=50001", "page", "page"), ("delivery=by-owl", "delivery", "value"),
        ("language=la", "language", "value"), ("duration=forever", "duration", "value"), ("price=cheap", "price", "value"),
        ("funding=lottery", "funding", "value"), ("start=yesterday", "start", "value"),
        ("institution-kind=circus", "institution-kind", "value"),
        ("prior-education=wizardry", "prior-education", "value"), ("outlook=rosy", "outlook", "value"),
        ("support=magic", "support", "value"),
        ("feature=shiny", "feature", "value"), ("delivery=online&delivery=", "", ""), ("delivery=ONLINE", "delivery", "value"),
    ]

    @Test(arguments: wrong.filter { !$0.field.isEmpty }.map(\.query), Language.allCases)
    func `a value that means nothing gets a sentence`(query: String, language: Language) async throws {
        let answer = try await PortalClient.sample.get(Links(language).search + "?" + query)
        #expect(answer.status == 400)
        let page = try answer.markup()
        let key = try #require(Self.wrong.first { $0.query == query }?.sentence)
        let summary = try #require(page.withClass("error-summary").first)
        #expect(summary.text.contains(Texts.ofSample(language)("search.problem.\(key)")))
        #expect(summary["role"] == "alert")
    }

    @Test(arguments: wrong.filter { !$0.field.isEmpty }.map(\.query))
    func `the page of filters says so as well`(query: String) async throws {
        let answer = try await PortalClient.sample.get(Links(.en).path(.filters) + "?" + query)
        #expect(answer.status == 400)
        #expect(try answer.markup().withClass("error-summary").count == 1)
    }

    @Test(arguments: wrong.filter { !$0.field.isEmpty }.map(\.query))
    func `the interface for machines refuses it with the same sentence`(query: String) async throws {
        let answer = try await PortalClient.sample.get("/api/v1/programs?" + query)
        #expect(answer.status == 400)
        let key = try #require(Self.wrong.first { $0.query == query }?.sentence)
        #expect(try answer.object()["detail"] as? String == Texts.ofSample(.en)("search.problem.\(key)"))
    }

    @Test func `an empty value is no mistake`() async throws {
        let answer = try await PortalClient.sample.get("/en/programs?q=&delivery=&max-price=&near=&within=&sort=&page=")
        #expect(answer.status == 200)
        #expect(try answer.markup().withClass("error-summary").isEmpty)
    }

    @Test func `the rest of a search still counts`() async throws {
        let page = try await PortalClient.sample.get("/en/programs?q=dementia&max-price=cheap&delivery=online").markup()
        #expect(page.withID("q")?["value"] == "dementia")
        #expect(page.withID("delivery-online")?["checked"] != nil)
        #expect(page.contains(text: "Dementia care essentials"))
    }

    @Test(arguments: [("max-price", "about 300"), ("near", "Ottawa")])
    func `what was typed is still in its field, with the mistake beside it`(field: String, typed: String) async throws {
        let page = try await PortalClient.sample.get("/en/programs?\(field)=\(typed.replacing(" ", with: "+"))").markup()
        let input = try #require(page.withID(field))
        #expect(input["value"] == typed)
        #expect(input["aria-invalid"] == "true")
        #expect(try #require(input["aria-describedby"]).split(separator: " ").contains("\(field)-error"))
        #expect(page.withID("\(field)-error")?.text.isEmpty == false)
        #expect(page.withClass("error-summary").first != nil)
        #expect(page.all("a").contains { $0["href"] == "#\(field)" })
    }

    @Test func `a postal code is kept as it was typed`() async throws {
        #expect(try await PortalClient.sample.get("/en/programs?near=k1a+0b1").markup().withID("near")?["value"] == "k1a 0b1")
    }

    @Test func `a distance that is not in the list stays chosen`() async throws {
        let page = try await PortalClient.sample.get("/en/programs?near=K1A&within=30").markup()
        #expect(page.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }.contains("30"))
    }

    @Test func `words are cut where no honest reader gets`() async throws {
        let page = try await PortalClient.sample.get("/en/programs?q=" + String(repeating: "a", count: 10_000)).markup()
        #expect(page.withID("q")?["value"]?.count == 200)
    }
}
