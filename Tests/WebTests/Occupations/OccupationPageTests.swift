import Domain
import Testing
import Web

/// What there is to know of an occupation.
@Suite struct OccupationPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `the outlook is a sentence, a drawing, a table and a source`() async throws {
        let page = try await page("/en/occupations/33102")
        let panel = try #require(page.withClass("lmi").first)
        #expect(panel.text.contains("2024") && panel.text.contains("2033"))
        #expect(page.all("svg").contains { $0["role"] == "img" && $0["aria-labelledby"] != nil })
        #expect(page.all("td").map(\.text).contains("148,200"))
        #expect(page.withClass("source").contains { $0.text.contains("Publisher of cops") })
    }

    @Test func `figures follow the reader's language`() async throws {
        #expect(try await page("/fr/professions/33102").all("td").map(\.text).contains("148\u{202F}200"))
    }

    @Test func `an outlook for a region names the region`() async throws {
        #expect(try await page("/fr/professions/44101").withClass("lmi").first?.text.contains("Nord-Est") == true)
    }

    @Test func `an occupation of which nothing is known makes nothing up`() async throws {
        let page = try await page("/en/occupations/74101")
        #expect(page.withClass("lmi").isEmpty)
        #expect(page.contains(text: Texts.ofSample(.en)("outlook.none")))
        #expect(page.withClass("levels").isEmpty)
    }

    @Test func `a skill that is hardly needed is not listed`() async throws {
        #expect(try await page("/en/occupations/72106").withClass("levels").first?.text.contains("Caring") == false)
    }

    @Test func `example titles are in the reader's language`() async throws {
        let page = try await page("/fr/professions/33102")
        #expect(page.contains(text: "préposé aux bénéficiaires"))
        #expect(!page.contains(text: "orderly"))
    }

    @Test func `many titles are shown a dozen first`() async throws {
        #expect(try await page("/en/occupations/21232").withID("more-titles") != nil)
    }

    @Test func `words find an occupation`() async throws {
        let links = try await page("/en/occupations?q=welder").withClass("choice").compactMap { $0["href"] }
        #expect(links.first == "/en/occupations/72106")
    }

    @Test func `without words one walks through the broad categories`() async throws {
        let page = try await page("/fr/professions")
        #expect(page.withID("category-3")?.text.contains("Secteur de la santé") == true)
    }

    @Test func `a question without meaning is not kept for search engines`() async throws {
        #expect(try await page("/en/occupations?utm=1").link("canonical").first?["href"] == "https://tremplin.example/en/occupations")
    }
}
