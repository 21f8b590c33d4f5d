import Domain
import LabourMarket
import Testing
import Web

@Suite struct InformationPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `every source is named with its version, day, licence and size`() async throws {
        let cards = try await page("/en/about-the-data").withClass("source-card")
        #expect(cards.map { $0["id"] ?? "" } == ["noc", "naics", "onet", "oasis", "cops", "outlooks", "wages", "vacancies", "postings"])
        for card in cards {
            for part in ["Publisher of", "1.0", "February 1, 2025", "Open licence", "12,400"] {
                #expect(card.text.contains(part), "\(part)")
            }
        }
    }

    @Test func `every source says what it is used for, in both languages`() {
        for language in Language.allCases {
            let explained = Texts.ofSample.keys(language)
            let missing = ReleaseKind.allCases.map { "aboutData.use.\($0.sourceKey)" }.filter { !explained.contains($0) }
            #expect(missing == [])
        }
    }

    @Test(arguments: ["/en/labour-market-information", "/fr/accessibilite", "/en/privacy"])
    func `a page that explains has sections`(path: String) async throws {
        #expect(try await page(path).inside("main").filter { $0.name == "h2" }.count >= 2)
    }
}
