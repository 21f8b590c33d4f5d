import Domain
import Testing
import Web

/// Outlook, wages and demand for the place the reader chooses.
@Suite struct RegionalFigureTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `without a choice the figures are those of the portal's province`() async throws {
        let page = try await page("/en/occupations/33102")
        #expect(page.contains(text: "The job outlook in Ontario from 2025 to 2027 is very good."))
        #expect(page.contains(text: "earn more than $24 an hour. Most earn between $18.50 and $29 an hour."))
        #expect(page.contains(text: "On average 4,104 jobs were vacant in Ontario at any time from January 2025 to December 2025."))
        #expect(page.contains(text: "Only 3 of the 4 quarters are published."))
        #expect(page.all("option").first { $0.attributes.keys.contains("selected") }?.text == "Ontario")
    }

    @Test func `where the region has no figure the page says so and gives the wider place's`() async throws {
        let page = try await page("/en/occupations/33102?region=3590")
        #expect(page.contains(text: "The job outlook in Northeast from 2025 to 2027 is limited."))
        #expect(page.contains(text: "Not published for Northeast; for Ontario instead."))
        #expect(page.contains(text: "780 job postings appeared in Canada from January 2025 to December 2025."))
        #expect(page.contains(text: "Not published for Northeast; for Canada instead."))
    }

    @Test func `a wage with no ends published is said without them`() async throws {
        let page = try await page("/en/occupations/33102?region=3510")
        #expect(page.contains(text: "earn more than $25.75 an hour."))
        #expect(!page.contains(text: "$0"))
        #expect(page.contains(text: "not published"))
    }

    @Test func `every figure has a drawing with a title, a source and a table`() async throws {
        let page = try await page("/fr/professions/33102?region=35")
        for drawing in page.all("svg") where drawing["role"] == "img" {
            let ids = try #require(drawing["aria-labelledby"]).split(separator: " ").map(String.init)
            #expect(ids.allSatisfy { page.withID($0)?.text.isEmpty == false })
        }
        for key in ["outlooks", "cops", "wages", "vacancies", "postings"] {
            #expect(page.withClass("source").contains { $0.text.contains("Éditeur de \(key)") }, "\(key)")
        }
        for id in ["outlook-table", "wage-table", "vacancies-table", "postings-table"] { #expect(page.withID(id)?.name == "details") }
        #expect(page.contains(text: "24\u{A0}$ l’heure"))
    }

    @Test func `the choice goes along to other occupations and to the other language, not to search engines`() async throws {
        let page = try await page("/en/occupations/33102?region=3590")
        let moves = page.all("a").compactMap { $0["href"] }.filter { $0.contains("/33102/to/") }
        #expect(!moves.isEmpty && moves.allSatisfy { $0.hasSuffix("?region=3590") })
        #expect(page.withClass("language-switch").first?["href"] == "/fr/professions/33102?region=3590")
        #expect(page.link("canonical").first?["href"] == "https://tremplin.example/en/occupations/33102")
        let titles = page.withClass("program-row").isEmpty ? [] : page.withClass("tap").compactMap { $0["href"] }
        #expect(titles.filter { $0.contains("/programs/") }.allSatisfy { $0.hasSuffix("?region=3590") })
    }

    @Test(arguments: ["", "9999", "Ontario", "35", "%00", "3590'--"]) func `what is no region changes nothing`(text: String) async throws {
        let page = try await page("/en/occupations/33102?region=\(text)")
        #expect(page.contains(text: "The job outlook in Ontario"))
        #expect(page.withClass("language-switch").first?["href"] == "/fr/professions/33102")
    }

    @Test func `the whole country can be chosen`() async throws {
        let page = try await page("/en/occupations/33102?region=canada")
        // Three-year outlooks are not published for the country, and neither are these wages.
        #expect(page.withID("outlook-table") == nil && page.withID("wages") == nil)
        #expect(page.contains(text: "780 job postings appeared in Canada"))
    }

    @Test func `where nothing is loaded there is no empty panel and nothing to choose`() async throws {
        let page = try await page("/en/occupations/62200")
        #expect(page.withID("wages") == nil && page.withID("demand") == nil && page.withID("region") == nil)
    }

    @Test func `the program page speaks of the chosen place`() async throws {
        let page = try await page("/en/programs/dementia?region=3590")
        #expect(page.contains(text: "The job outlook in Northeast from 2025 to 2027 is limited."))
        #expect(page.contains(text: "Most earn between $18.50 and $29 an hour."))
        #expect(page.all("a").contains { $0["href"] == "/en/occupations/33102?region=3590" })
        #expect(page.link("canonical").first?["href"] == "https://tremplin.example/en/programs/dementia")
    }

    @Test func `recommendations keep the question when another place is chosen`() async throws {
        let page = try await page("/fr/recommandations?job=pr%C3%A9pos%C3%A9%20aux%20b%C3%A9n%C3%A9ficiaires&region=3590")
        #expect(page.contains(text: "Les perspectives d’emploi de 2025 à 2027 sont limitées (Nord-Est)."))
        let form = try #require(page.nearest("form", around: "region"))
        #expect(form["action"] == "/fr/recommandations")
        #expect(page.all("input").contains { $0["name"] == "job" && $0["type"] == "hidden" })
    }

    @Test func `programs are found by demand, and counted as they are found`() async throws {
        let page = try await page("/en/programs?demand=high")
        #expect(!page.withClass("program-row").isEmpty)
        let box = try #require(page.withID("demand-high"))
        #expect(box.attributes.keys.contains("checked"))
        #expect(page.withID("demand-low") == nil)
        #expect(try await PortalClient.sample.get("/en/programs?demand=huge").status == 400)
    }
}
