import Foundation
import Testing

/// `recommend` and `search` over the demonstration catalogue in memory: the shapes others read.
struct AnswerCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a recommendation tells the occupations and each program's reasons`() async throws {
        let answer = await (try Terminal()).run("recommend", "personal", "support", "worker", "--json")
        #expect(answer.code == 0)
        #expect(answer.notices.contains("demonstration"))
        let document = try object(answer.output)
        #expect(document["query"] as? String == "personal support worker")
        let occupation = try #require((document["occupations"] as? [[String: Any]])?.first)
        #expect(occupation["code"] as? String == "33102")
        #expect(occupation["title"] is String && occupation["score"] is Double && occupation["matched"] is String)
        let recommendations = try #require(document["recommendations"] as? [[String: Any]])
        #expect((1...10).contains(recommendations.count))
        for recommendation in recommendations {
            let program = try #require(recommendation["program"] as? [String: Any])
            #expect(["id", "title", "institution", "url"].allSatisfy { program[$0] is String })
            let reasons = try #require(recommendation["reasons"] as? [[String: Any]])
            #expect(!reasons.isEmpty)
            #expect(reasons.allSatisfy { $0["kind"] is String && $0["text"] is String && $0["value"] is NSNumber })
        }
    }

    @Test func `explained, a recommendation tells what each reason adds to its score`() async throws {
        let answer = await (try Terminal()).run("recommend", "welder", "--json", "--explain")
        let recommendations = try #require(try object(answer.output)["recommendations"] as? [[String: Any]])
        for recommendation in recommendations {
            let reasons = try #require(recommendation["reasons"] as? [[String: Any]])
            #expect(reasons.allSatisfy { $0["weight"] is NSNumber })
        }
        let text = await (try Terminal()).run("recommend", "welder", "--explain")
        #expect(text.output.contains("   score 0."))
        #expect(text.output.split(separator: "\n").contains { $0.hasPrefix("   - 0.") })
    }

    @Test func `a search tells its total, its results and its facets`() async throws {
        let terminal = try Terminal()
        let answer = await terminal.run("search", "--filter", "delivery=online", "--filter", "price=free", "--lang", "fr", "--json")
        #expect(answer.code == 0)
        let document = try object(answer.output)
        let total = try #require(document["total"] as? Int)
        #expect(total > 0)
        #expect((document["results"] as? [Any])?.count == min(total, 20))
        let facets = try #require(document["facets"] as? [String: [[String: Any]]])
        let free = try #require(facets["price"]?.first { $0["value"] as? String == "free" })
        #expect(free["count"] as? Int == total)
        #expect(free["label"] is String)
        let wrong = await terminal.run("search", "--filter", "price=cheap")
        #expect(wrong.code == 64)
        #expect(wrong.notices.contains("price"))
    }

    @Test func `a plan tells its programs with dates, and keeps the budget`() async throws {
        let terminal = try Terminal()
        let answer = await terminal.run(
            "plan", "--from", "nurse aide", "--to", "32101", "--budget", "900", "--by", "2027-06-30", "--hours-per-week", "12", "--json")
        #expect(answer.code == 0)
        let document = try object(answer.output)
        #expect((document["to"] as? [String: Any])?["code"] as? String == "32101")
        #expect((document["from"] as? [String: Any])?["code"] as? String == "33102")
        let plans = try #require(document["plans"] as? [[String: Any]])
        #expect((1...3).contains(plans.count))
        for plan in plans {
            #expect(try #require(plan["price"] as? Double) <= 900)
            #expect(try #require(plan["end"] as? String) <= "2027-06-30")
        }
        let text = await terminal.run("plan", "--from", "33102", "--to", "practical nurse")
        #expect(text.code == 0)
        #expect(text.output.contains("cheapest") && text.output.contains("covers"))
        for wrong in [["plan", "--to", "32101"], ["plan", "--from", "welder", "--to", "32101", "--by", "soon"]] {
            #expect(await terminal.run(wrong).code == 64)
        }
    }
}
