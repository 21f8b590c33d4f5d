import Domain
import Testing
import Web

@Suite struct ComparePageTests {
    private let portal = PortalClient.sample

    private func compare(_ ids: Program.ID..., rest: String = "") async throws -> Markup {
        try await portal.markup("/en/compare?ids=\(ProgramCodes(ids).text)\(rest)")
    }

    /// The cells of the row with a header.
    private func row(_ header: String, _ page: Markup) -> [String] {
        guard let row = page.all("tr").first(where: { $0.text.hasPrefix(header) }) else { return [] }
        let place = page.elements.firstIndex { $0.name == "tr" && $0.text == row.text }
        return page.all("td").filter { $0.ancestors.last == place }.map(\.text)
    }

    @Test func `facts stand in rows, programs in columns, both named for who cannot see the table`() async throws {
        let page = try await compare("dementia", "medication")
        #expect(page.all("th").filter { $0["scope"] == "col" }.count == 3)
        #expect(page.all("tr").dropFirst().count == page.all("th").filter { $0["scope"] == "row" }.count)
        #expect(row("Price", page) == ["from $450.50", "Free"])
        #expect(row("Length", page) == ["40.5 hours, over 6 weeks", "1.5 hours, over 1 week"])
        let region = try #require(page.withClass("table-scroll").first)
        #expect(region["tabindex"] == "0" && region["role"] == "region" && region["aria-labelledby"] == "compare-caption")
    }

    @Test func `a difference is said in words`() async throws {
        let page = try await compare("dementia", "medication")
        for line in page.all("tr").dropFirst() {
            #expect(line.has(class: "differs") == line.text.contains("differs"))
        }
        #expect(page.all("tr").first { $0.text.hasPrefix("Price") }?.has(class: "differs") == true)
        #expect(page.all("tr").first { $0.text.hasPrefix("Institution") }?.has(class: "differs") == false)
    }

    @Test func `one can see only what differs`() async throws {
        let page = try await compare("dementia", "medication", rest: "&show=differences")
        #expect(page.all("tr").contains { $0.text.hasPrefix("Price") })
        #expect(!page.all("tr").contains { $0.text.hasPrefix("Institution") })
    }

    @Test func `a fact one of them lacks is not stated, and never made up`() async throws {
        let page = try await compare("dementia", "bare")
        #expect(row("Length", page)[1] == "Not stated")
    }

    @Test func `the fifth program is refused with a sentence`() async throws {
        let answer = try await portal.get(
            "/en/compare?"
                + ["dementia", "medication", "soudage", "bare", "crowd-1"].map { "program=" + ProgramCodes.code(Program.ID($0)) }.joined(
                    separator: "&"))
        #expect(answer.status == 303)
        let page = try await portal.markup(#require(answer.header("Location")))
        #expect(page.all("th").filter { $0["scope"] == "col" }.count == 5)
        #expect(page.withClass("care-notice").first?.text == "Four programs at most fit side by side. 1 more was left out.")
    }

    @Test func `a comparison leads back to the list it came from`() async throws {
        let list = ProgramCodes(["dementia", "medication", "bare"]).text
        let page = try await compare("dementia", "bare", rest: "&list=\(list)")
        #expect(page.inside("main").first { $0.name == "a" }?["href"] == "/en/shortlist?ids=\(list)")
        #expect(page.withClass("language-switch").first?["href"]?.contains("list=\(list)") == true)
    }

    @Test func `nothing, or one program alone, is met with what to do`() async throws {
        #expect(try await compare().contains(text: "Tick two to four programs"))
        #expect(try await compare("gone", "dementia").contains(text: "One of these programs has been taken off the portal"))
        #expect(try await compare("dementia").contains(text: "This is one program alone."))
    }
}
