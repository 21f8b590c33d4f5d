import Domain
import Matching
import Testing
import Web

/// The planner's question and its answers.
@Suite struct PlanPageTests {
    private func page(_ query: String, _ path: String = "/en/plan") async throws -> Markup {
        try await PortalClient.sample.markup(path + query)
    }

    private static let asked = "?from-occupation=44101&to-occupation=33102&language=any"

    @Test func `the question alone is a form that needs no script`() async throws {
        let page = try await page("")
        let form = try #require(page.all("form").first { $0["action"] == "/en/plan" })
        #expect(form["method"] == "get")
        #expect(page.withClass("error-summary").isEmpty)
        for name in ["from", "to", "have", "budget", "by", "hours", "region", "language", "osap"] { #expect(page.withID(name) != nil) }
    }

    @Test func `a plan says what, when, how much and what it covers`() async throws {
        let page = try await page(Self.asked)
        let cards = page.withClass("plan-card")
        #expect(cards.count == 2)
        #expect(cards[0].text.contains("Cheapest and Fewest programs") && cards[0].text.contains("$450.50 in all"))
        #expect(cards[0].text.contains("January 19, 2027") && cards[0].text.contains("Sudbury"))
        #expect(cards[0].text.contains("Covers: Dementia care"))
        #expect(cards[1].text.contains("Fastest") && cards[1].text.contains("$1,250 in all") && cards[1].text.contains("open all year"))
        #expect(cards.allSatisfy { $0.text.contains("No other choice of programs does better.") })
        #expect(page.all("svg").contains { $0["aria-labelledby"] == "plan-cheapest-time-title plan-cheapest-time-desc" })
        #expect(page.withClass("plan-steps").count == 2)
    }

    @Test func `limits are kept, shown again, and named where they stand in the way`() async throws {
        let page = try await page(Self.asked + "&budget=100")
        #expect(page.withClass("plan-card").isEmpty)
        #expect(page.contains(text: "programs exist, but not within the budget"))
        #expect(page.withID("budget")?["value"] == "100")
        #expect(page.withID("limits")?.attributes.keys.contains("open") == true)
    }

    @Test func `programs are in the page's language unless another is asked for`() async throws {
        let plain = "?from-occupation=44101&to-occupation=33102"
        #expect(try await page(plain).withClass("plan-card").map { $0.text.contains("$1,250") } == [false])
        #expect(try await page(plain, "/fr/parcours").withClass("plan-card").map { $0.text.contains("Sudbury") } == [false])
        #expect(try await page(plain + "&language=fr").withClass("plan-card").map { $0.text.contains("$1,250") } == [true])
    }

    @Test func `that a job asks for more schooling is said before any plan, and only then`() async throws {
        #expect(try await page("?from-occupation=44101&to-occupation=72106").withClass("care").contains { $0.text.contains("licence") })
        #expect(try await !page("?from-occupation=72106&to-occupation=44101").withClass("care").contains { $0.text.contains("licence") })
    }

    @Test func `what no program teaches is said`() async throws {
        let page = try await page("?from-occupation=33102&to-occupation=72106")
        #expect(page.withClass("plan-unmet").first?.text.contains("AutoCAD") == true)
    }

    @Test func `words that may mean several jobs are asked about, with everything typed kept`() async throws {
        let page = try await page("?from=welder+chef&to-occupation=33102&budget=700")
        #expect(page.withClass("plan-card").isEmpty)
        let choices = page.withClass("choice").compactMap { $0["href"] }
        #expect(!choices.isEmpty)
        #expect(choices.allSatisfy { $0.contains("from-occupation=") && $0.contains("budget=700") && $0.contains("to-occupation=33102") })
    }

    @Test func `a mistake is a sentence beside its field and on top, and nothing typed is lost`() async throws {
        let answer = try await PortalClient.sample.get("/fr/parcours" + Self.asked + "&budget=beaucoup&by=2020-01-01&hours=200")
        #expect(answer.status == 400)
        let page = try answer.markup()
        #expect(page.withClass("error-summary").first?.text.contains("dollars entiers") == true)
        #expect(page.withID("budget")?["value"] == "beaucoup")
        #expect(page.withID("by-error") != nil && page.withID("hours-error") != nil)
        #expect(page.withClass("plan-card").isEmpty)
    }

    @Test func `skills stand in for a job, and unknown ones are named`() async throws {
        let page = try await page("?have=dementia+care%2C+juggling&to-occupation=33102")
        #expect(page.contains(text: "We do not know these skills, and left them out: juggling."))
        #expect(page.withID("gap")?.text.contains("Caring for people") == true)
    }

    @Test func `the interface has the shape that is described`() async throws {
        let description = OpenAPIDescription(try await PortalClient.sample.get("/api/v1/openapi.yaml").text)
        let answer = try await PortalClient.sample.get("/api/v1/plan" + Self.asked + "&have=caring").object()
        #expect(description.required(in: "Plans")[0].isSubset(of: answer.keys))
        #expect(Set(answer.keys).isSubset(of: description.names(in: "Plans")))
        let plans = try #require(answer["plans"] as? [[String: Any]])
        #expect(plans.count == 2)
        for plan in plans {
            #expect(Set(plan.keys) == description.required(in: "Plan")[0])
            for step in try #require(plan["steps"] as? [[String: Any]]) {
                #expect(description.required(in: "PlanStep")[0].isSubset(of: step.keys))
                #expect(Set(step.keys).isSubset(of: description.names(in: "PlanStep")))
            }
        }
        #expect(plans[0]["objectives"] as? [String] == ["cheapest", "fewest"])
        #expect(plans[0]["price"] as? Double == 450.5)
        for need in try #require(answer["needs"] as? [[String: Any]]) { #expect(Set(need.keys) == description.required(in: "Need")[0]) }
    }

    @Test func `the interface describes every parameter the planner knows`() async throws {
        let description = OpenAPIDescription(try await PortalClient.sample.get("/api/v1/openapi.yaml").text)
        #expect(description.parameters(of: "/api/v1/plan") == PlanForm.names)
    }
}
