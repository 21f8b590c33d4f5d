import Domain
import Testing
import Web

/// Errors of the interface are problem documents (RFC 9457).
@Suite struct ProblemTests {
    private static let wrong: [(path: String, status: Int)] = [
        ("/api/v1/nowhere", 404), ("/api/v1/programs/nobody", 404), ("/api/v1/programs/%zz", 404), ("/api/v1/job-titles", 400),
        ("/api/v1/job-titles?q=", 400), ("/api/v1/job-titles?q=+", 400), ("/api/v1/job-titles?q=a&lang=de", 400),
        ("/api/v1/job-titles?q=" + String(repeating: "a", count: 201), 400), ("/api/v1/recommendations", 400),
        ("/api/v1/recommendations?job=nurse&lang=", 400), ("/api/v1/programs?page=0", 400), ("/api/v1/programs?lang=EN", 400),
        ("/api/v1/programs/dementia?lang=xx", 400),
    ]

    @Test(arguments: wrong) func `a problem says what was wrong, with the status it came with`(path: String, status: Int) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.status == status)
        #expect(answer.header("Content-Type") == "application/problem+json")
        let problem = try answer.object()
        #expect(Set(problem.keys) == ["type", "title", "status", "detail"])
        #expect(problem["status"] as? Int == status)
        #expect(problem["type"] as? String == "about:blank")
        for name in ["title", "detail"] {
            let sentence = try #require(problem[name] as? String)
            #expect(!sentence.isEmpty && !Texts.ofSample.keys(.en).contains(sentence))
        }
    }

    @Test func `a problem is in the language asked for`() async throws {
        let parameter = try await PortalClient.sample.get("/api/v1/programs?page=0&lang=fr").object()
        let header = try await PortalClient.sample.get("/api/v1/programs?page=0", headers: ["Accept-Language": "fr"]).object()
        for problem in [parameter, header] { #expect(problem["detail"] as? String == Texts.ofSample(.fr)("search.problem.page")) }
    }
}
