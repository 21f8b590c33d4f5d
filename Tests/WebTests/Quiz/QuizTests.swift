import Domain
import Foundation
import HTTPTypes
import Portal
import Testing
import Web

/// The quiz, page by page, as a browser without scripts walks through it.
@Suite struct QuizTests {
    private let client: PortalClient

    init() throws { client = try PortalClient(services: .sample()) }

    private func links(_ language: Language = .en) -> Links { Links(language) }

    /// Answers the first question.
    /// - Returns: the code.
    private func begin(_ job: String = "nurse aide", _ language: Language = .en) async throws -> String {
        let answer = try await client.post(links(language).quiz, [("job", job), ("then", "continue")])
        #expect(answer.status == 303)
        let parts = (answer.header("Location") ?? "").split(separator: "/")
        return parts.count == 4 ? String(parts[2]) : ""
    }

    @Test func `the first answer makes a code and leads on to the next question`() async throws {
        let answer = try await client.post("/en/quiz", [("job", "nurse aide"), ("then", "continue")])
        #expect(answer.status == 303)
        let location = try #require(answer.header("Location"))
        #expect(location.wholeMatch(of: /\/en\/quiz\/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\/direction/) != nil)
        let page = try await client.get(location).markup()
        #expect(page.contains(text: "Question 2 of 7"))
        #expect(page.all("input").count { $0["type"] == "radio" } == 5)
    }

    @Test(arguments: Language.allCases)
    func `every question can be skipped, and the end is the answers`(language: Language) async throws {
        let code = try await begin("", language)
        var next = links(language).path(.quizDirection, id: code)
        for route in [PageRoute.quizLikes, .quizSkills, .quizEducation, .quizTime, .quizMoney, .quizAnswers] {
            let page = try await client.get(next).markup()
            #expect(page.all("h1").count == 1)
            let answer = try await client.post(next, [("then", "continue")])
            #expect(answer.status == 303)
            next = try #require(answer.header("Location"))
            #expect(next == links(language).path(route, id: code))
        }
        let page = try await client.get(next).markup()
        #expect(page.contains(text: code))
        #expect(try await client.get(links(language).path(.quizResults, id: code)).status == 200)
    }

    @Test func `what is answered is there again, on the question and among the answers`() async throws {
        let code = try await begin()
        _ = try await client.post(links().path(.quizDirection, id: code), [("direction", "move-up"), ("then", "continue")])
        _ = try await client.post(
            links().path(.quizLikes, id: code), [("interest", "social"), ("interest", "artistic"), ("interest", "nonsense")])
        _ = try await client.post(links().path(.quizEducation, id: code), [("education", "none"), ("education", "secondary")])
        _ = try await client.post(links().path(.quizTime, id: code), [("hours", "6"), ("start", "90"), ("hours", "7")])
        _ = try await client.post(
            links().path(.quizMoney, id: code), [("budget", "250"), ("delivery", "online"), ("postal", "k1a 0b1"), ("within", "25")])
        let direction = try await client.get(links().path(.quizDirection, id: code)).markup()
        #expect(direction.all("input").first { $0.attributes["checked"] != nil }?["value"] == "move-up")
        let answers = try await client.get(links().path(.quizAnswers, id: code)).markup()
        for said in [
            "nurse aide", "Move up", "Helping, teaching", "Creating", "High school", "Up to 6 hours a week", "Within three months",
            "At most $250",
            "Within 25 km of K1A",
        ] { #expect(answers.contains(text: said), "\(said) is not among the answers") }
        #expect(!answers.contains(text: "None of these"))
        let money = try await client.get(links().path(.quizMoney, id: code)).markup()
        #expect(money.withID("postal")?["value"] == "K1A")
    }

    @Test func `a skill is added by its name, offered when it is not quite one, and refused when nothing is like it`() async throws {
        let code = try await begin()
        let path = links().path(.quizSkills, id: code)
        let added = try await client.post(path, [("wanted-search", "Dementia Care"), ("then", "add-wanted")])
        #expect(added.status == 303)
        #expect(added.header("Location") == path + "#wanted")
        let page = try await client.get(path).markup()
        #expect(page.all("input").contains { $0["name"] == "wanted" && $0["value"] == "dementia-care" && $0.attributes["checked"] != nil })
        let near = try await client.post(path, [("wanted", "dementia-care"), ("held-search", "weld"), ("then", "continue")])
        #expect(near.status == 200)
        let offered = try near.markup()
        #expect(offered.all("input").contains { $0["name"] == "held" && $0["value"] == "welding" && $0.attributes["checked"] == nil })
        #expect(offered.withID("held-search")?["value"] == "weld")
        let none = try await client.post(path, [("wanted", "dementia-care"), ("held-search", "zzzz"), ("then", "continue")])
        #expect(none.status == 400)
        #expect(try none.markup().withClass("error-summary").count == 1)
        let chosen = try await client.post(path, [("wanted", "dementia-care"), ("held", "welding"), ("then", "continue")])
        #expect(chosen.header("Location") == links().path(.quizEducation, id: code))
        let unticked = try await client.post(path, [("held", "welding"), ("held", "no-such-skill"), ("then", "continue")])
        #expect(unticked.status == 303)
        let answers = try await client.get(links().path(.quizAnswers, id: code)).markup()
        #expect(answers.contains(text: "I have: Welding") && !answers.contains(text: "Dementia care"))
    }

    @Test func `a wrong postal code is said so, and what was typed is kept`() async throws {
        let code = try await begin()
        for typed in ["hello", "X9X 9X9"] {
            let answer = try await client.post(links().path(.quizMoney, id: code), [("budget", "500"), ("postal", typed)])
            #expect(answer.status == 400)
            let page = try answer.markup()
            #expect(page.withClass("error-summary").count == 1)
            #expect(page.withID("postal")?["value"] == typed)
            #expect(page.withID("postal")?["aria-describedby"]?.contains("postal-error") == true)
            #expect(page.all("input").contains { $0["name"] == "budget" && $0["value"] == "500" && $0.attributes["checked"] != nil })
        }
    }

    @Test func `recommendations name the answers they come from`() async throws {
        let code = try await begin()
        _ = try await client.post(links().path(.quizSkills, id: code), [("wanted", "dementia-care"), ("then", "continue")])
        let page = try await client.get(links().path(.quizResults, id: code)).markup()
        #expect((1...10).contains(page.withClass("program-row").count))
        #expect(page.contains(text: "Because of your job"))
        #expect(page.contains(text: "Because you want to learn this: Dementia care"))
        #expect(page.meta("robots") == "noindex")
        let french = try await client.get(Links(.fr).path(.quizResults, id: code)).markup()
        #expect(french.contains(text: "Parce que vous voulez apprendre ceci"))
    }

    @Test func `limits say how many programs they set aside, and a link lets those in`() async throws {
        let code = try await begin()
        _ = try await client.post(links().path(.quizMoney, id: code), [("budget", "0"), ("then", "continue")])
        let path = links().path(.quizResults, id: code)
        let page = try await client.get(path).markup()
        #expect(page.withClass("quiz-aside").count == 1)
        let link = try #require(page.all("a").compactMap { $0["href"] }.first { $0.contains("relax=budget") })
        #expect(link == path + "?relax=budget")
        let wider = try await client.get(link).markup()
        #expect(wider.withClass("program-row").count > page.withClass("program-row").count)
        #expect(wider.contains(text: "You are looking beyond your limit: price."))
        #expect(wider.all("a").contains { $0["href"] == path })
    }

    @Test func `a code typed on the return page brings the answers back`() async throws {
        let code = try await begin()
        let answer = try await client.post("/en/quiz/return", [("code", code.lowercased().replacing("-", with: " "))])
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "/en/quiz/\(code)/answers")
        let wrong = try await client.post("/en/quiz/return", [("code", "hello")])
        #expect(wrong.status == 400)
        #expect(try wrong.markup().withID("code")?["value"] == "hello")
        let unknown = try await client.post("/en/quiz/return", [("code", "2222-2222-2222")])
        #expect(unknown.status == 404)
    }

    @Test func `erase now erases, and the address leads nowhere afterwards`() async throws {
        let code = try await begin()
        #expect(try await client.get(links().path(.quizErase, id: code)).markup().all("form").contains { $0["method"] == "post" })
        let erased = try await client.post(links().path(.quizErase, id: code))
        #expect(erased.status == 303)
        #expect(erased.header("Location") == "/en/quiz?erased=1")
        #expect(try await client.get("/en/quiz?erased=1").markup().contains(text: "Your answers are erased."))
        for route in [PageRoute.quizAnswers, .quizResults, .quizJob, .quizErase] {
            let gone = try await client.get(links().path(route, id: code))
            #expect(gone.status == 404)
            #expect(try gone.markup().contains(text: "not here any more"))
        }
    }

    @Test func `a form from another site is refused`() async throws {
        for headers in [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"], ["Origin": "null"], [:],
        ] {
            let answer = try await client.post("/en/quiz", [("job", "welder")], headers: headers)
            #expect(answer.status == 403, "\(headers)")
        }
        for headers in [["Sec-Fetch-Site": "same-origin"], ["Origin": "https://tremplin.example"], ["Origin": "http://localhost"]] {
            #expect(try await client.post("/en/quiz", [("job", "welder")], headers: headers).status == 303, "\(headers)")
        }
    }

    @Test func `a body that is no form, or too large, is refused`() async throws {
        let own = ["Sec-Fetch-Site": "same-origin"]
        let json = try await client.send(
            .post, "/en/quiz", headers: own.merging(["Content-Type": "application/json"]) { $1 }, body: Array("{}".utf8))
        #expect(json.status == 400)
        let form = own.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }
        let large = try await client.send(.post, "/en/quiz", headers: form, body: Array(repeating: UInt8(ascii: "a"), count: 70_000))
        #expect(large.status == 413)
        let raw = try await client.send(.post, "/en/quiz", headers: form, body: [0x6A, 0xFF, 0x00, 0x0D, 0x0A])
        #expect(raw.status == 400)
        #expect(try await client.send(.put, "/en/quiz").status == 405)
        #expect(try await client.send(.put, "/en/quiz").header("Allow") == "GET, HEAD, POST")
    }

    @Test func `guessing codes is slowed down`() async throws {
        var statuses: [Int] = []
        for _ in 0..<7 { statuses.append(try await client.get("/en/quiz/\(QuizCode.random())/answers").status) }
        #expect(statuses == [404, 404, 404, 404, 404, 429, 429])
        let answer = try await client.get("/en/quiz/\(QuizCode.random())/answers")
        #expect(answer.header("Retry-After") != nil)
        _ = try answer.markup()
    }

    @Test func `no cache keeps a page of answers, and no other site learns its address`() async throws {
        let code = try await begin()
        for route in [PageRoute.quizAnswers, .quizResults, .quizMoney] {
            let answer = try await client.get(links().path(route, id: code))
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("Referrer-Policy") == "same-origin")
        }
    }

    @Test func `text of a reader stays text`() async throws {
        let code = try await begin("<script>alert(1)</script>\"'")
        for route in [PageRoute.quizJob, .quizAnswers, .quizResults] {
            let page = try await client.get(links().path(route, id: code)).markup()
            #expect(page.all("script").allSatisfy { $0["src"]?.hasPrefix("/assets/") == true })
        }
    }

    @Test func `scores are shown only where the portal asks for them`() async throws {
        let plain = try await client.get("/en/recommendations?job=nurse+aide").markup()
        #expect(plain.withClass("score-table").isEmpty)
        let debugging = try PortalClient(services: .sample(showsScores: true))
        let page = try await debugging.get("/en/recommendations?job=nurse+aide").markup()
        #expect(page.withClass("score-table").count == page.withClass("program-row").count)
        let answer = try await debugging.get("/api/v1/recommendations?job=nurse+aide").object()
        let first = (answer["recommendations"] as? [[String: Any]])?.first?["reasons"] as? [[String: Any]]
        #expect(first?.first?["weight"] is Double)
    }

    @Test func `skills are suggested while one types`() async throws {
        let found = try await client.get("/api/v1/skills?q=dem&lang=en").object()["suggestions"] as? [[String: String]]
        #expect(found == [["title": "Dementia care", "id": "dementia-care"]])
        #expect(try await client.get("/api/v1/skills?q=").status == 400)
        #expect(try await client.get("/api/v1/skills?q=a&lang=de").status == 400)
    }
}
