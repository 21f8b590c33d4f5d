import Domain
import Testing
import Web

/// Search with filters.
@Suite struct SearchPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `all programs are found without a word`() async throws {
        #expect(try await page("/en/programs").withID("result-count")?.text == "31 programs")
    }

    @Test func `the results go on to a second page`() async throws {
        let first = try await page("/en/programs")
        let next = try #require(first.all("a").first { $0["rel"] == "next" }?["href"])
        #expect(next == "/en/programs?page=2")
        let second = try await page(next)
        #expect(first.withClass("program-row").count == 20)
        #expect(second.withClass("program-row").count == 11)
        #expect(second.all("ol").first { $0.has(class: "programs") }?["start"] == "21")
        #expect(second.all("a").first { $0["rel"] == "prev" }?["href"] == "/en/programs")
    }

    @Test func `a count beside a filter is what the filter finds`() async throws {
        let all = try await page("/en/programs")
        let label = try #require(all.nearest("label", around: "delivery-hybrid"))
        let count = try #require(label.text.firstMatch(of: /\d+/)).output
        #expect(try await page("/en/programs?delivery=hybrid").withID("result-count")?.text.hasPrefix(count + " ") == true)
    }

    @Test func `a chosen filter is a chip that takes it away`() async throws {
        let page = try await page("/en/programs?q=care&delivery=online&price=free")
        let chips = page.inside("body").filter { $0.has(class: "chip") && $0["data-live-link"] != nil }
        #expect(chips.compactMap { $0["href"] } == ["/en/programs?q=care&price=free", "/en/programs?q=care&delivery=online"])
    }

    @Test func `the form sends back what was chosen`() async throws {
        let page = try await page("/en/programs?delivery=online&sort=price&max-price=500")
        #expect(page.withID("delivery-online")?["checked"] != nil)
        #expect(page.withID("max-price")?["value"] == "500")
        #expect(page.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }.contains("price"))
    }

    @Test func `the order chosen is kept while nothing is found`() async throws {
        let page = try await page("/en/programs?q=zzzzqqqq&sort=price")
        #expect(page.elements.contains { $0["type"] == "hidden" && $0["name"] == "sort" && $0["value"] == "price" })
    }

    @Test func `the other language asks the same question`() async throws {
        let page = try await page("/en/programs?q=soins+%26+aide&price=free&sort=price")
        #expect(page.withClass("language-switch").first?["href"] == "/fr/programmes?q=soins%20%26%20aide&price=free&sort=price")
    }

    @Test func `where nothing is found the page says what to try`() async throws {
        let page = try await page("/en/programs?q=zzzzqqqq&delivery=online")
        let links = page.inside("main").filter { $0.name == "a" }.compactMap { $0["href"] }
        #expect(links.contains("/en/programs?q=zzzzqqqq"))
        #expect(links.contains("/en/recommendations?job=zzzzqqqq"))
        #expect(links.contains("/en/occupations?q=zzzzqqqq"))
        #expect(page.withID("result-count")?.text == "0 programs")
    }

    @Test func `only the search without a question is for search engines`() async throws {
        #expect(try await page("/en/programs").meta("robots") == nil)
        for query in ["?q=care", "?delivery=online", "?page=2", "?near=K1A", "?max-price=5", "?sort=price"] {
            #expect(try await page("/en/programs" + query).meta("robots") == "noindex", "\(query)")
        }
    }

    @Test func `a question's page gives search engines the address without it`() async throws {
        #expect(try await page("/en/programs?q=care&page=2").link("canonical").first?["href"] == "https://tremplin.example/en/programs")
    }

    @Test func `a program in the other language is marked as such`() async throws {
        let page = try await page("/en/programs?q=soudage")
        let title = try #require(page.all("a").first { $0["href"] == "/en/programs/soudage" })
        #expect(title["lang"] == "fr")
    }

    @Test func `the page of filters leads back to the results it came from`() async throws {
        let page = try await page("/fr/programmes/filtres?q=soins&price=free")
        #expect(page.all("a").contains { $0["href"] == "/fr/programmes?q=soins&price=free" })
        #expect(page.elements.contains { $0["type"] == "hidden" && $0["name"] == "q" && $0["value"] == "soins" })
    }

    @Test func `a department has its name in the reader's language`() async throws {
        let id = "department-Health%20Sciences"
        #expect(try await page("/en/programs").nearest("label", around: id)?.text.hasPrefix("Health Sciences") == true)
        #expect(try await page("/fr/programmes").nearest("label", around: id)?.text.hasPrefix("Sciences de la santé") == true)
    }
}
