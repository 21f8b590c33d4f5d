import Domain
import Testing
import Web

/// Moves on an occupation's page, and the page of one move.
@Suite struct CareerMoveTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    private func moves(_ page: Markup) -> [String] {
        page.all("a").compactMap { $0["href"] }.filter { $0.contains("/to/") || $0.contains("/vers/") }
    }

    @Test func `an occupation's page says where one could move, what is missing and which programs teach it`() async throws {
        let page = try await page("/en/occupations/44101")
        #expect(moves(page).contains("/en/occupations/44101/to/33102"))
        let section = try #require(page.withID("moves"))
        #expect(section.text.contains("Dementia care"))
        #expect(section.text.contains("Dementia care essentials"))
        #expect(section.text.contains("A better outlook than now"))
    }

    @Test func `the two words are explained one click away, and written where they hold`() async throws {
        let page = try await page("/en/occupations/44101")
        #expect(page.withID("move-words")?.text.contains("two thirds") == true)
        #expect(page.withClass("mark-pill").contains { $0.text == "Desirable" })
    }

    @Test func `the filter is in the address, and marked`() async throws {
        let page = try await page("/fr/professions/44101?moves=desirable")
        let chosen = page.elements.filter { $0["aria-current"] == "true" }
        #expect(chosen.map { $0["href"] } == ["/fr/professions/44101?moves=desirable#moves"])
        #expect(page.withClass("language-switch").first?["href"] == "/en/occupations/44101?moves=desirable")
        #expect(page.meta("robots") == "noindex")
        let both = try await self.page("/en/occupations/72106?moves=viable&moves=desirable")
        #expect(both.contains(text: "No move from this occupation is of that kind"))
    }

    @Test func `an occupation without skill levels has no moves`() async throws {
        #expect(try await page("/en/occupations/74101").withID("moves") == nil)
    }

    @Test func `a move's page shows skills, levels, figures and programs, and leads to the planner`() async throws {
        let page = try await page("/en/occupations/44101/to/33102")
        #expect(page.first("h1")?.text.hasPrefix("From Home support workers") == true)
        #expect(page.all("svg").contains { $0["aria-labelledby"] == "levels-title levels-desc" })
        let cells = page.all("td").map(\.text)
        #expect(cells.contains("4.3") && cells.contains("148,200") && cells.contains("not published"))
        #expect(page.contains(text: "Teaches: Dementia care"))
        let planner = page.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/en/plan") }
        #expect(planner?.contains("from-occupation=44101") == true && planner?.contains("to-occupation=33102") == true)
        #expect(page.link("canonical").first?["href"]?.hasSuffix("/en/occupations/44101/to/33102") == true)
    }
}
