import Domain
import Testing
import Web

/// What one sees when something is not there.
@Suite struct ErrorPageTests {
    @Test(arguments: Pages.wrong) func `a wrong address has its status`(path: String, status: Int) async throws {
        #expect(try await PortalClient.sample.get(path).status == status)
    }

    @Test(arguments: Pages.wrong.filter { $0.status == 404 && !$0.path.hasPrefix("/api/") })
    func `a page that is not there keeps the search box and ways on`(path: String, status: Int) async throws {
        let answer = try await PortalClient.sample.get(path)
        let page = try answer.markup()
        let language = try #require(page.first("html")?["lang"].flatMap(Language.init(rawValue:)))
        let links = Links(language)
        #expect(page.inside("main").contains { $0.name == "form" && $0["action"] == links.recommendations })
        #expect(page.inside("main").contains { $0.name == "a" && $0["href"] == links.search })
        #expect(page.inside("main").contains { $0.name == "a" && $0["href"] == links.home })
        #expect(page.meta("robots") == "noindex")
        #expect(page.first("h1")?.text == Texts.ofSample(language)("error.notFound.title"))
    }

    @Test func `an error is in the language of its address`() async throws {
        let answer = try await PortalClient.sample.get("/fr/nulle-part", headers: ["Accept-Language": "en"])
        #expect(try answer.markup().first("html")?["lang"] == "fr")
    }

    @Test func `an address without a language is answered in the browser's`() async throws {
        let answer = try await PortalClient.sample.get("/nowhere", headers: ["Accept-Language": "fr-CA"])
        #expect(try answer.markup().first("html")?["lang"] == "fr")
        #expect(answer.header("Vary")?.contains("Accept-Language") == true)
    }

    @Test func `an error page does not show what was asked for`() async throws {
        #expect(try await !PortalClient.sample.get("/en/programs/%3Cscript%3E").text.contains("script%3E"))
    }
}
