import Domain
import Testing
import Web

@Suite struct JobFormTests {
    @Test(arguments: Language.allCases) func `suggestions come in the page's language`(language: Language) async throws {
        let page = try await PortalClient.sample.get(Links(language).home).markup()
        let box = try #require(page.withClass("combobox").first)
        #expect(box["data-suggestions"] == "/api/v1/job-titles?lang=\(language.rawValue)")
        #expect(try await PortalClient.sample.get(#require(box["data-suggestions"]) + "&q=we").status == 200)
    }

    @Test func `the job can be said in other words, and is not lost`() async throws {
        let page = try await PortalClient.sample.get("/en/recommendations?job=nurse+aide").markup()
        #expect(page.withID("job")?["value"] == "nurse aide")
    }
}
