import Domain
import Foundation
import Testing
import Web

/// Help with the price: the same answer from the server as from the browser, and nothing kept.
@Suite struct FundingPageTests {
    private let client = PortalClient.sample

    private func verdicts(_ page: Markup) -> [String: String] {
        Dictionary(uniqueKeysWithValues: page.withClass("funding-card").map { ($0["data-support"] ?? "", $0["data-verdict"] ?? "") })
    }

    private let able = [
        ("residence", "ontario"), ("status", "citizen"), ("age", "26-to-65"), ("work", "employed"), ("employer", "small"),
        ("income", "within"), ("other-osap", "no"), ("rrsp", "no"),
    ]

    @Test(arguments: Language.allCases)
    func `nothing answered leaves everything to be asked`(language: Language) async throws {
        let page = try await client.markup(Links(language).path(.funding))
        #expect(Set(verdicts(page).values) == ["ask"])
        #expect(page.all("select").count == 8)
        #expect(page.all("option").filter { $0.attributes["selected"] != nil }.isEmpty)
    }

    @Test func `answers come back chosen, with a verdict, reasons, source and date for each help`() async throws {
        let answer = try await client.post("/en/funding", able)
        #expect(answer.status == 200)
        #expect(answer.header("Cache-Control") == "no-store")
        let page = try answer.markup()
        #expect(
            verdicts(page) == [
                "osap": "likely", "canada-ontario-job-grant": "likely", "canada-training-credit": "likely",
                "lifelong-learning-plan": "unlikely",
            ])
        #expect(page.all("option").filter { $0.attributes["selected"] != nil }.map { $0["value"] } == able.map(\.1))
        #expect(page.withClass("source").count == 4)
        #expect(page.all("a").count { $0["rel"] == "external" } == 7)
        #expect(page.contains(text: "July 24, 2025"))
    }

    @Test func `for a program its own facts count`() async throws {
        let page = try await client.post("/en/funding?program=dementia", able).markup()
        #expect(verdicts(page)["osap"] == "likely")
        #expect(page.contains(text: "It takes 5 to 300 hours"))
        let bare = try await client.post("/en/funding?program=bare", able).markup()
        #expect(verdicts(bare)["osap"] == "ask")
        #expect(try await client.get("/en/funding?program=nobody").status == 404)
    }

    @Test func `an answer that is none was not given`() async throws {
        let page = try await client.post("/en/funding", [("residence", "mars"), ("program.osap", "yes"), ("nonsense", "x")]).markup()
        #expect(Set(verdicts(page).values) == ["ask"])
    }

    @Test func `answers stand in no address, and another site cannot ask in one's name`() async throws {
        let page = try await client.markup("/en/funding")
        #expect(page.withID("funding-form")?["method"] == "post")
        let query = try await client.markup("/en/funding?residence=elsewhere&rrsp=no")
        #expect(Set(verdicts(query).values) == ["ask"])
        #expect(try await client.post("/en/funding", able, headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
    }

    @Test(arguments: ["/en/funding", "/fr/financement?program=dementia", "/en/funding?program=hostile"])
    func `the page carries its rules for the browser`(path: String) async throws {
        let page = try await client.markup(path)
        let text = try #require(page.withID("funding-rules")?.text)
        let rules = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let supports = try #require(rules["supports"] as? [[String: Any]])
        #expect(supports.count == 4)
        for condition in supports.flatMap({ $0["conditions"] as? [[String: Any]] ?? [] }) {
            let texts = condition["texts"] as? [String: String] ?? [:]
            #expect(texts.values.allSatisfy { !$0.hasPrefix("funding.") && !$0.contains("{") }, "\(texts)")
            #expect(texts["unknown"] != nil)
        }
        #expect(page.all("script").contains { $0["src"]?.hasSuffix("/funding.js") == true })
    }

    @Test func `a program's page says what the rules say of it, and leads to an answer for oneself`() async throws {
        let page = try await client.markup("/en/programs/dementia")
        #expect(page.withID("funding-title")?.text == "Can I get help paying?")
        #expect(page.withClass("funding-help").count == 4)
        #expect(page.contains(text: "The institution says that OSAP can be asked for."))
        #expect(page.contains(text: "The rule asks for three months in a row (13 weeks): this program is shorter."))
        #expect(page.all("a").contains { $0["href"] == "/en/funding?program=dementia" })
        let french = try await client.markup("/fr/programmes/soudage")
        #expect(french.contains(text: "L’établissement ne dit pas que le RAFEO peut être demandé"))
    }
}
