import Domain
import Testing
import Web

/// From the job somebody has to the few programs that move them forward.
@Suite struct RecommendationsPageTests {
    private func page(_ path: String) async throws -> Markup { try await PortalClient.sample.markup(path) }

    @Test func `a job title is understood, and what was understood comes first`() async throws {
        let page = try await page("/en/recommendations?job=nurse+aide")
        #expect(page.first("h1")?.text == "Nurse aides, orderlies and patient service associates")
        #expect(page.contains(text: "nurse aide"))
    }

    @Test func `a job of several words is shown as it was typed`() async throws {
        let page = try await page("/en/recommendations?job=personal+care+attendant")
        #expect(page.contains(text: "“personal care attendant”"))
        #expect(!page.contains(text: "personal+care"))
    }

    @Test func `every program comes with its reasons`() async throws {
        let page = try await page("/en/recommendations?job=nurse+aide")
        let rows = page.withClass("program-row").count
        #expect(rows > 0 && rows <= 10)
        #expect(page.withClass("reasons").count >= rows)
        #expect(page.withClass("reasons").allSatisfy { !$0.text.isEmpty })
    }

    @Test func `more programs come on request, and the question stays`() async throws {
        let first = try await page("/en/recommendations?job=nurse+aide")
        let more = try #require(first.all("a").compactMap { $0["href"] }.first { $0.contains("limit=20") })
        #expect(more == "/en/recommendations?job=nurse%20aide&limit=20#programs")
        let second = try await page(String(more.prefix { $0 != "#" }))
        #expect(second.withClass("program-row").count > first.withClass("program-row").count)
    }

    @Test func `the other language asks about the same job`() async throws {
        let page = try await page("/en/recommendations?job=nurse+aide&industry=62")
        #expect(page.withClass("language-switch").first?["href"] == "/fr/recommandations?job=nurse+aide&industry=62")
    }

    @Test func `without a job one is back at the question`() async throws {
        for path in ["/en/recommendations", "/en/recommendations?job=", "/en/recommendations?job=+++", "/en/recommendations?limit=20"] {
            let answer = try await PortalClient.sample.get(path)
            #expect(answer.status == 303)
            #expect(answer.header("Location") == "/en")
        }
    }

    @Test(arguments: ["occupation=99999", "occupation=abc", "occupation=00000", "industry=99", "industry=%00", "limit=-1", "limit=1000000"])
    func `a choice that means nothing does not stand in the way`(parameter: String) async throws {
        let answer = try await PortalClient.sample.get("/en/recommendations?job=nurse+aide&" + parameter)
        #expect(answer.status == 200)
        #expect(try answer.markup().withClass("program-row").count <= 20)
    }

    @Test func `a chosen occupation counts before the words`() async throws {
        let page = try await page("/en/recommendations?job=nurse+aide&occupation=72106")
        #expect(page.first("h1")?.text == "Welders and related machine operators")
    }

    @Test func `an occupation without words asks nobody what they wrote`() async throws {
        let page = try await page("/en/recommendations?occupation=33102")
        #expect(!page.contains(text: "“”"))
        #expect(page.first("title")?.text.contains("“”") == false)
    }

    @Test func `the outlook stands beside the job, with its source`() async throws {
        let page = try await page("/en/recommendations?job=nurse+aide")
        #expect(page.withClass("lmi").count == 1)
        #expect(page.withClass("source").first?.text.contains("Publisher of cops") == true)
    }

    @Test func `recommendations are not for search engines`() async throws {
        #expect(try await page("/en/recommendations?job=nurse+aide").meta("robots") == "noindex")
    }
}
