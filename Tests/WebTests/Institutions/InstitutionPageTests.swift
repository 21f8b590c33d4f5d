import Domain
import Testing
import Web

@Suite struct InstitutionPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `institutions are listed by kind`() async throws {
        let headings = try await page("/en/institutions").inside("main").filter { $0.name == "h2" }.map(\.text)
        #expect(
            headings.prefix(2) == [
                Texts.ofSample(.en)("institutions.kind.college"), Texts.ofSample(.en)("institutions.kind.private-career-college"),
            ])
    }

    @Test func `an institution shows its first ten programs and the way to the rest`() async throws {
        let page = try await page("/en/institutions/ecole-du-fer")
        #expect(page.withClass("program-row").count == 10)
        #expect(page.all("a").contains { $0["href"] == "/en/programs?institution=ecole-du-fer" })
    }

    @Test func `an invented institution says that it is invented`() async throws {
        #expect(try await page("/fr/etablissements/northern-lakes").contains(text: Texts.ofSample(.fr)("institutions.demo")))
    }
}
