import Domain
import Foundation
import Testing
import Web

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What search engines are told of.
@Suite struct SitemapTests {
    @Test func `the sitemap is well formed`() async throws {
        let answer = try await PortalClient.sample.get("/sitemap.xml")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/xml; charset=utf-8")
        let parser = XMLParser(data: Data(answer.bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func `every address is there once, and is a page that can be indexed`() async throws {
        let addresses = try await PortalClient.sample.get("/sitemap.xml").markup().all("loc").map(\.text)
        #expect(Set(addresses).count == addresses.count)
        for address in addresses {
            let path = try #require(address.wholeMatch(of: /https:\/\/tremplin\.example(\/.*)/)).output.1
            let page = try await PortalClient.sample.get(String(path)).markup()
            #expect(page.meta("robots") == nil, "\(path)")
            #expect(page.link("canonical").first?["href"] == address)
        }
    }

    @Test func `every program, occupation and institution is listed in both languages`() async throws {
        let addresses = Set(try await PortalClient.sample.get("/sitemap.xml").markup().all("loc").map(\.text))
        for language in Language.allCases {
            let links = Links(language)
            let expected =
                Program.samples.map { links.program($0.id) } + SampleLabourMarket.information.occupations.keys.map(links.occupation)
                + Institution.samples.map { links.institution($0.id) }
            for path in expected { #expect(addresses.contains("https://tremplin.example" + path), "\(path)") }
        }
    }

    @Test func `each page names its counterpart`() async throws {
        let page = try await PortalClient.sample.get("/sitemap.xml").markup()
        let entries = page.all("url").count
        #expect(page.elements.filter { $0["hreflang"] == "en-CA" }.count == entries)
        #expect(page.elements.filter { $0["hreflang"] == "fr-CA" }.count == entries)
    }

    @Test func `an identifier of any kind leaves the sitemap well formed`() async throws {
        let portal = try PortalClient(services: .sample(programs: [.sample("a&b<c>\"d'é\u{1}")]))
        let parser = XMLParser(data: Data(try await portal.get("/sitemap.xml").bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func `robots are told where it is`() async throws {
        let answer = try await PortalClient.sample.get("/robots.txt")
        #expect(answer.text.contains("Sitemap: https://tremplin.example/sitemap.xml\n"))
        #expect(answer.text.contains("Disallow: /api/\n"))
    }
}
