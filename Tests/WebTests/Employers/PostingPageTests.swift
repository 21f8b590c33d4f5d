import Domain
import Foundation
import HTTPTypes
import Portal
import Testing
import Web

/// A posting, pasted: what was read, what covers it, and what happens with anything else.
@Suite struct PostingPageTests {
    private let posting = """
        Nurse aide
        About us
        We offer dental benefits.
        Requirements:
        - Dementia care
        - MEDITECH
        Nice to have:
        - AutoCAD
        """

    private func read(_ text: String, _ more: [(String, String)] = [], path: String = "/en/employers/posting") async throws -> Answer {
        try await PortalClient.sample.post(path, [("text", text)] + more)
    }

    @Test func `the page says what is asked for, with the sentence of each, and links to programs that cover it`() async throws {
        let answer = try await read(posting)
        #expect(answer.status == 200)
        let page = try answer.markup()
        let ticks = page.all("input").filter { $0["name"] == "need" }
        #expect(Set(ticks.compactMap { $0["value"] }).isSuperset(of: ["skill:dementia-care", "technology:meditech", "technology:autocad"]))
        #expect(ticks.allSatisfy { $0.attributes.keys.contains("checked") })
        #expect(page.all("mark").contains { $0.text == "MEDITECH" })
        #expect(page.all("legend").map(\.text).contains("Welcome, not required"))
        #expect(page.all("a").contains { $0["href"] == "/en/programs/dementia" })
        #expect(page.withID("missing")?.text == "No program covers this")
    }

    @Test func `what is unticked is left out, and can be ticked again`() async throws {
        let shown = [("shown", "skill:dementia-care"), ("shown", "technology:meditech"), ("shown", "technology:autocad")]
        let page = try await read(posting, shown + [("need", "skill:dementia-care")]).markup()
        let ticks = page.all("input").filter { $0["name"] == "need" }
        #expect(ticks.count >= 3)
        let ticked = ticks.filter { $0.attributes.keys.contains("checked") }.compactMap { $0["value"] }
        #expect(ticked.contains("skill:dementia-care") && !ticked.contains("technology:autocad"))
        #expect(!(page.withClass("tag-list").map(\.text).joined().contains("AutoCAD")))
    }

    @Test func `something else can be asked for, and what nobody knows is said`() async throws {
        let page = try await read(posting, [("add", "welding, flying carpets")]).markup()
        #expect(page.all("input").contains { $0["name"] == "need" && $0["value"] == "skill:welding" })
        #expect(page.withID("add-error")?.text.contains("flying carpets") == true)
        #expect(page.withID("add")?["value"] == "flying carpets")
    }

    @Test func `an occupation that is not sure is asked about, and the choice holds`() async throws {
        let vague = "Team member\nRequirements:\n- Dementia care"
        let question = try await read(vague).markup()
        let choices = question.all("input").filter { $0["name"] == "occupation" }
        #expect(!choices.isEmpty && choices.allSatisfy { !$0.attributes.keys.contains("checked") })
        let page = try await read(vague, [("occupation", "33102")]).markup()
        #expect(page.all("a").contains { $0["href"] == "/en/occupations/33102" })
    }

    @Test func `nothing pasted, too much, or no posting is a sentence beside the field, and what was pasted is kept`() async throws {
        let empty = try await read("")
        #expect(empty.status == 400)
        #expect(try empty.markup().withID("text-error") != nil)
        let json = try await read("{\"@type\": \"Recipe\"}")
        #expect(json.status == 400)
        #expect(try json.markup().withID("text")?.text.contains("Recipe") == true)
        let large = try await read(String(repeating: "weld ", count: 100_000))
        #expect(large.status == 413)
        #expect(try large.markup().withID("text-error")?.text.contains("400 KB") == true)
        let huge = try await read(String(repeating: "é", count: 400_000))
        #expect(huge.status == 413)
        #expect(try huge.markup().withID("text-error") != nil)
    }

    @Test(arguments: ["/en/employers/posting", "/fr/employeurs/offre-d-emploi"])
    func `hostile text is shown as text`(path: String) async throws {
        for text in [
            "<script>alert(1)</script>Welder\"><img src=x>", "</textarea><script>alert(2)</script> welding",
            "{\"@type\":\"JobPosting\",\"title\":\"<img src=x onerror=a()>Welder\",\"description\":\"</q><script>b()</script>MEDITECH\"}",
            "\u{0}\u{202E}Welding \u{301}", "welding" + String(repeating: "\n", count: 5_000),
        ] {
            let answer = try await read(text, [("add", "<b>\"x"), ("need", "skill:<script>"), ("shown", "occupation:'\"")], path: path)
            #expect([200, 400].contains(answer.status))
            let page = try answer.markup()
            #expect(!page.all("img").contains { $0["src"] == "x" })
            #expect(!page.all("script").contains { $0.text.contains("alert") || $0.text.contains("b()") })
        }
    }

    @Test func `the text stands in no address and no log, and no cache keeps the answer`() async throws {
        let log = WrittenLog()
        let client = try PortalClient(
            services: .sample(), configuration: WebConfiguration(logsRequests: true), logger: log.logger())
        let answer = try await client.post("/en/employers/posting", [("text", "Secretfirm seeks a welder\nMEDITECH")])
        #expect(answer.header("Cache-Control") == "no-store")
        let page = try answer.markup()
        let addresses = page.elements.flatMap { [$0["href"], $0["action"]] }.compactMap(\.self)
        #expect(!addresses.contains { $0.contains("Secretfirm") })
        #expect(!log.lines.map { "\($0)" }.joined().contains("Secretfirm"))
    }

    @Test func `a form of another site is refused`() async throws {
        let answer = try await PortalClient.sample.post(
            "/en/employers/posting", [("text", posting)], headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(answer.status == 403)
    }

    @Test func `machines get the same as JSON, from text and from data`() async throws {
        let answer = try await PortalClient.sample.send(
            .post, "/api/v1/postings?lang=en&without=technology:autocad", headers: ["Content-Type": "text/plain"], body: Array(posting.utf8)
        )
        #expect(answer.status == 200)
        let object = try answer.object()
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(
            findings.contains {
                $0["code"] as? String == "meditech" && $0["evidence"] as? String == "MEDITECH" && $0["role"] as? String == "required"
            })
        let needs = try #require(object["needs"] as? [[String: Any]])
        #expect(!needs.contains { $0["need"] as? String == "technology:autocad" })
        let data = "{\"@type\": \"JobPosting\", \"title\": \"Welder\", \"description\": \"MEDITECH\", \"occupationalCategory\": \"72106\"}"
        let other = try await PortalClient.sample.send(.post, "/api/v1/postings", body: Array(data.utf8)).object()
        #expect(other["occupation"] as? String == "72106")
    }

    @Test func `machines are told what is wrong as a problem`() async throws {
        for (path, body, status) in [
            ("/api/v1/postings", "", 400), ("/api/v1/postings", "{", 400), ("/api/v1/postings?lang=de", "welder", 400),
            ("/api/v1/postings?occupation=00000", "welder", 400), ("/api/v1/postings", String(repeating: "a", count: 400_001), 413),
        ] {
            let answer = try await PortalClient.sample.send(.post, path, body: Array(body.utf8))
            #expect(answer.status == status, "\(path)")
            #expect(answer.header("Content-Type") == "application/problem+json")
        }
        #expect(try await PortalClient.sample.get("/api/v1/postings").status == 405)
    }
}
