import Domain
import Testing
import Web

/// The page on which somebody decides.
@Suite struct ProgramPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    private func facts(_ path: String) async throws -> [String: String] {
        let page = try await page(path)
        let names = page.inside("aside").filter { $0.name == "dt" }.map(\.text)
        let values = page.inside("aside").filter { $0.name == "dd" }.map(\.text)
        return Dictionary(zip(names, values)) { first, _ in first }
    }

    @Test func `the facts that decide stand together`() async throws {
        let facts = try await facts("/en/programs/dementia")
        #expect(facts["Price"] == "from $450.50")
        #expect(facts["Length"] == "40.5 hours, over 6 weeks")
        #expect(facts["Next start"] == "open all year")
        #expect(facts["Where"] == "Sudbury")
        #expect(facts["Language"] == "English or French")
    }

    @Test func `the same facts are French to a French reader`() async throws {
        let facts = try await facts("/fr/programmes/dementia")
        #expect(facts["Prix"] == "à partir de 450,50\u{A0}$")
        #expect(facts["Durée"] == "40,5 heures, sur 6 semaines")
        #expect(facts["Où"] == "Sudbury")
    }

    @Test func `an hour and a half is one hour in French and several in English`() async throws {
        #expect(try await facts("/fr/programmes/medication")["Durée"] == "1,5 heure, sur 1 semaine")
        #expect(try await facts("/en/programs/medication")["Length"] == "1.5 hours, over 1 week")
    }

    @Test func `dates that have passed are gone`() async throws {
        #expect(try await !page("/en/programs/dementia").inside("aside").contains { $0.text.contains("October 24") })
        #expect(try await facts("/en/programs/bare")["Next start"] == "no dates announced")
    }

    @Test func `what nobody stated is not on the page`() async throws {
        let facts = try await facts("/en/programs/bare")
        #expect(facts["Price"] == nil)
        #expect(facts["Length"] == nil)
        #expect(facts["Funding"] == nil)
    }

    @Test func `a free program says so`() async throws {
        #expect(try await facts("/en/programs/medication")["Price"] == "Free")
        #expect(try await facts("/fr/programmes/medication")["Prix"] == "Gratuit")
    }

    @Test func `the one strong button leads to registration`() async throws {
        let buttons = try await page("/en/programs/dementia").inside("main").filter { $0["class"] == "button" }
        #expect(buttons.compactMap { $0["href"] } == ["/en/programs/dementia/registration"])
        #expect(buttons.first?["rel"] == "nofollow")
    }

    @Test func `a series is shown in the order to take it`() async throws {
        let steps = try await page("/en/programs/medication").elements.filter { $0.has(class: "numbered") }
        #expect(steps.first?.text == "Dementia care essentialsMedication administration")
    }

    @Test func `a job without an outlook says that there is none`() async throws {
        #expect(try await page("/en/programs/dementia").contains(text: Texts.ofSample(.en)("outlook.none")))
    }

    @Test func `a program in the other language only says so and is marked`() async throws {
        let page = try await page("/en/programs/soudage")
        #expect(page.first("h1")?["lang"] == "fr")
        #expect(page.contains(text: Texts.ofSample(.en)("program.onlyInOther")))
    }

    @Test func `an industry that follows from the jobs is shown as inferred`() async throws {
        let page = try await page("/en/programs/dementia")
        #expect(page.contains(text: Texts.ofSample(.en)("program.inferred")))
        #expect(page.all("a").contains { $0["href"] == "/en/programs?industry=622" })
    }

    @Test func `funding the rules do not allow is not promised`() async throws {
        #expect(try await facts("/en/programs/dementia")["Funding"]?.contains("OSAP") == true)
        let portal = try PortalClient(
            services: .sample(programs: [
                .sample("long") {
                    $0.hours = 400; $0.weeks = 20; $0.funding = [.osap]
                }
            ]))
        let page = try await portal.get("/en/programs/long").markup()
        #expect(page.withClass("fact-list").first?.text.contains("OSAP") == false)
        #expect(page.contains(text: "The rule asks for less than 12 weeks: this program is longer."))
    }

    @Test func `a page nobody confirmed for a year says so`() async throws {
        #expect(try await page("/en/programs/hostile").contains(text: "January 1, 2020"))
        #expect(try await page("/en/programs/bare").contains(text: Texts.ofSample(.en)("program.neverConfirmed")))
    }

    @Test func `a tag shows the words it rests on`() async throws {
        let page = try await page("/en/programs/dementia")
        #expect(page.all("q").map(\.text) == ["care calmly for people"])
        #expect(page.withID("why-tags")?.text.contains("NOC 2021 v1.0") == true)
    }

    @Test func `what a hostile import wrote is only text`() async throws {
        let answer = try await PortalClient.sample.get("/en/programs/hostile")
        #expect(!answer.text.contains("<script>alert"))
        let page = try answer.markup()
        #expect(page.first("h1")?.text == Program.hostile.title.en)
        #expect(page.all("a").contains { $0.text == "<b>Nobody</b>" && $0["href"] == "#" })
    }
}
