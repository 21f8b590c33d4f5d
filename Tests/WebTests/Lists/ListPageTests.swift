import Domain
import Foundation
import Portal
import Testing
import Web

@Suite struct ListPageTests {
    private let portal = PortalClient.sample

    /// One program that states the industry and a dozen from whose job it follows, all telling everything.
    private func fullPortal() throws -> PortalClient {
        let others = (1...12).map { number in
            Program.sample("aide-\(number)", tags: [.occupation(.nurseAide), .skill("caring")]) {
                let text = LocalizedText(en: "Text \(number)", fr: "Texte \(number)")
                ($0.summary, $0.description, $0.outcomes, $0.department, $0.assessment) = (text, text, [text], text, text)
                ($0.hours, $0.weeks) = (10, 1)
                $0.offerings = [.sample(startsIn: number, cents: 0)]
            }
        }
        return try PortalClient(services: .sample(programs: [.full] + others))
    }

    @Test func `every list has a page and a feed in both languages`() async throws {
        for list in BuiltInLists.all {
            for language in Language.allCases {
                let links = Links(language)
                let page = try await portal.markup(links.list(list.slug.text(language)))
                #expect(page.first("h1")?.text == list.title.text(language))
                #expect(try await portal.get(links.listFeed(list.slug.text(language))).status == 200)
            }
        }
    }

    @Test func `a list named in the other language leads to its own address`() async throws {
        let answer = try await portal.get("/fr/listes/health-care?for=employers")
        #expect(answer.status == 301)
        #expect(answer.header("Location") == "/fr/listes/sante?for=employers")
        #expect(try await portal.markup("/en/lists/health-care").withClass("language-switch").first?["href"] == "/fr/listes/sante")
    }

    @Test func `learners and employers read the same programs in other words`() async throws {
        let learners = try await portal.markup("/en/lists/health-care")
        let employers = try await portal.markup("/en/lists/health-care?for=employers")
        #expect(learners.elements.compactMap { $0["data-program"] } == employers.elements.compactMap { $0["data-program"] })
        #expect(learners.withClass("lead").first?.text != employers.withClass("lead").first?.text)
        #expect(employers.contains(text: "Train the people you have") && employers.contains(text: "Hire people who hold the credential"))
        #expect(employers.elements.filter { $0["aria-current"] == "true" }.map(\.text) == ["For employers"])
    }

    @Test func `what is inferred is shown as inferred, and what is stated is not`() async throws {
        let page = try await fullPortal().markup("/en/lists/health-care")
        let rows = page.withClass("program-row")
        #expect(rows.count == 10)
        #expect(rows[0]["data-program"] == "dementia" && !rows[0].text.contains("because of the jobs"))
        #expect(rows.dropFirst().allSatisfy { $0.text.contains("because of the jobs it prepares for") })
    }

    @Test func `the figures are counted from what is published`() async throws {
        let text = try #require(try await portal.markup("/en/lists/health-care").withClass("lmi").first?.text)
        #expect(
            text.contains("are expected to be short of workers in Canada between 2024 and 2033")
                || text.contains("is expected to be short of workers in Canada between 2024 and 2033"))
        #expect(text.contains("Source: "))
    }

    @Test func `the search behind a list finds at least what the list holds`() async throws {
        let portal = try fullPortal()
        let page = try await portal.markup("/en/lists/health-care")
        let listed = try #require(page.withID("programs")?.text.split(separator: " ").first.flatMap { Int($0) })
        let search = try #require(page.inside("main").first { $0.text == "Search all programs of this industry" }?["href"])
        let found = try #require(
            try await portal.markup(search).withID("result-count")?.text.split(separator: " ").first.flatMap { Int($0) })
        #expect(found >= listed && listed == 13)
    }

    @Test func `a list says how it is made, with its codes and its day`() async throws {
        let page = try await portal.markup("/en/lists/health-care")
        #expect(page.contains(text: "Health care and social assistance (62)"))
        #expect(page.contains(text: "66%"))
        #expect(page.contains(text: "November 23, 2026"))
    }

    @Test func `a feed is found from its page`() async throws {
        let feed = try await portal.markup("/fr/listes/sante").link("alternate").filter { $0["type"] == "application/atom+xml" }
        #expect(feed.compactMap { $0["href"] } == [PortalServices.sampleBaseURL + "/fr/listes/sante/fil"])
    }

    @Test func `the sitemap names the lists under their own names`() async throws {
        let places = Set(try await portal.get("/sitemap.xml").markup().all("loc").map(\.text))
        for path in ["/en/lists", "/fr/listes", "/en/lists/health-care", "/fr/listes/sante"] {
            #expect(places.contains(PortalServices.sampleBaseURL + path))
        }
    }

    @Test func `the interface gives the shape that is described`() async throws {
        let description = OpenAPIDescription(try await portal.get("/api/v1/openapi.yaml").text)
        let all = try #require(try await portal.get("/api/v1/lists?lang=fr").object()["lists"] as? [[String: Any]])
        #expect(all.count == 6)
        for list in all { #expect(Set(list.keys) == description.required(in: "ListBrief")[0]) }
        let list = try await portal.get("/api/v1/lists/sante").object()
        let required = description.required(in: "List")
        #expect(Set(list.keys) == required[0])
        #expect(Set(try #require(list["rule"] as? [String: Any]).keys) == required[1])
        for program in try #require(list["programs"] as? [[String: Any]]) {
            #expect(required[2].isSubset(of: program.keys))
            #expect(Set(program.keys).isSubset(of: description.names(in: "List")))
        }
    }
}
