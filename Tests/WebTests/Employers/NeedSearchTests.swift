import Testing
import Web

/// One field for whatever an employer is short of: understood, asked about, never a dead end.
@Suite struct NeedSearchTests {
    private func page(_ words: String, _ more: String = "") async throws -> Markup {
        try await PortalClient.sample.get("/en/employers/search?q=\(words)\(more)").markup()
    }

    @Test func `a skill, a tool and a job are each understood by their name`() async throws {
        for (words, heading) in [
            ("dementia+care", "Dementia care"), ("Alzheimer+support", "Dementia care"), ("AutoCAD", "AutoCAD"),
            ("welder", "Welders and related machine operators"),
        ] {
            let page = try await page(words)
            #expect(page.first("h1")?.text == heading, "\(words)")
            #expect(page.withID("programs") != nil)
        }
    }

    @Test func `words that may mean several things are asked about, and each answer leads on`() async throws {
        let question = try await page("personal+care")
        let choices = question.withClass("choice")
        #expect(!choices.isEmpty)
        for choice in choices {
            let answer = try await PortalClient.sample.get(try #require(choice["href"]))
            #expect(answer.status == 200)
            #expect(try answer.markup().withID("programs") != nil)
        }
    }

    @Test(arguments: ["zzzz+qqqq", "%F0%9F%98%80a", "1234567", "%3Cscript%3E", "AutoCAD"])
    func `whatever is typed leads somewhere`(words: String) async throws {
        let page = try await page(words)
        let ways = page.all("a").filter { link in
            ["/en/employers/not-found", "/en/programs", "/en/employers/search"].contains { link["href"]?.hasPrefix($0) == true }
        }
        #expect(!ways.isEmpty)
        #expect(page.withID("q") != nil)
    }

    @Test func `nothing typed leads back to the door, and a need that is none is passed over`() async throws {
        #expect(try await PortalClient.sample.get("/en/employers/search?q=+").status == 303)
        #expect(try await PortalClient.sample.get("/fr/employeurs/recherche?q=soudeuse&need=skill:none").status == 200)
    }
}
