import Testing
import Web

@Suite struct HomePageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `the first page asks one question`() async throws {
        let page = try await page("/en")
        let fields = page.inside("main").filter { ["input", "select", "textarea"].contains($0.name) }
        #expect(fields.compactMap { $0["name"] } == ["job"])
    }

    @Test func `the question is sent to the recommendations of the reader's language`() async throws {
        #expect(try await page("/en").first("form")?["action"] == "/en/recommendations")
        #expect(try await page("/fr").first("form")?["action"] == "/fr/recommandations")
    }

    @Test func `the numbers are true`() async throws {
        let numbers = try await page("/en").inside("main").filter { $0.name == "dd" }.map(\.text)
        #expect(numbers == ["31", "2", "6"])
    }

    @Test func `the examples are jobs one can follow`() async throws {
        let links = try await page("/fr").withClass("chip").compactMap { $0["href"] }.filter { !$0.contains("/listes/") }
        #expect(links.count == 3 && links.allSatisfy { $0.hasPrefix("/fr/recommandations?job=") })
    }

    @Test func `whoever knows the industry but not the job finds a list for it`() async throws {
        let links = try await page("/fr").withClass("chip").compactMap { $0["href"] }.filter { $0.contains("/listes/") }
        #expect(links.count == 6)
        for link in links { #expect(try await PortalClient.sample.get(link).status == 200, "\(link)") }
    }
}
