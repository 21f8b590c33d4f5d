import Domain
import Matching
import Testing
import Web

/// The interface for machines keeps what its description promises.
@Suite struct APITests {
    private func description() async throws -> OpenAPIDescription {
        OpenAPIDescription(try await PortalClient.sample.get("/api/v1/openapi.yaml").text)
    }

    private func object(_ path: String) async throws -> [String: Any] {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "application/json; charset=utf-8")
        return try answer.object()
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test func `the description is there`() async throws {
        let answer = try await PortalClient.sample.get("/api/v1/openapi.yaml")
        #expect(answer.status == 200)
        #expect(answer.text.hasPrefix("openapi: 3.1"))
        #expect(try await description().paths.count == 15)
    }

    @Test(arguments: ["/api/v1/programs", "/api/v1/programs?q=dementia&lang=fr", "/api/v1/programs?q=zzzzqqqq"])
    func `a search has the shape that is described`(path: String) async throws {
        let description = try await description()
        let answer = try await object(path)
        let required = description.required(in: "SearchResults")
        #expect(Set(answer.keys) == required[0])
        for result in try list(answer["results"]) { #expect(Set(result.keys) == description.required(in: "Brief")[0]) }
        for values in try #require(answer["facets"] as? [String: Any]).values {
            for value in try list(values) { #expect(Set(value.keys) == required[1]) }
        }
    }

    @Test func `recommendations have the shape that is described`() async throws {
        let description = try await description()
        let answer = try await object("/api/v1/recommendations?job=nurse+aide&lang=en")
        let required = description.required(in: "Recommendations")
        #expect(Set(answer.keys) == required[0])
        #expect(answer["query"] as? String == "nurse aide")
        for occupation in try list(answer["occupations"]) {
            #expect(required[1].isSubset(of: occupation.keys))
            #expect(try (0...1).contains(#require(occupation["score"] as? Double)))
            #expect(OccupationCode(try #require(occupation["code"] as? String)) != nil)
        }
        let recommendations = try list(answer["recommendations"])
        #expect((1...10).contains(recommendations.count))
        for recommendation in recommendations {
            #expect(Set(recommendation.keys) == required[2])
            let reasons = try list(recommendation["reasons"])
            #expect(!reasons.isEmpty)
            for reason in reasons { #expect(Set(reason.keys) == required[3]) }
        }
    }

    @Test(arguments: Program.samples.map(\.id.rawValue)) func `a program has the shape that is described`(id: String) async throws {
        let description = try await description()
        let program = try await object("/api/v1/programs/\(id)")
        let required = description.required(in: "Program")
        #expect(required[0].isSubset(of: program.keys))
        #expect(Set(program.keys).isSubset(of: description.names(in: "Program")))
        for offering in try list(program["offerings"]) {
            #expect(required[1].isSubset(of: offering.keys))
            #expect(Set(offering.keys).isSubset(of: description.names(in: "Program")))
        }
    }

    @Test func `a program says what the page says`() async throws {
        let program = try await object("/api/v1/programs/dementia?lang=fr")
        #expect(program["title"] as? String == "L’essentiel des soins liés à la démence")
        #expect(program["url"] as? String == "https://tremplin.example/fr/programmes/dementia")
        #expect(program["hours"] as? Double == 40.5)
        #expect(program["occupations"] as? [String] == ["33102", "74101"])
        #expect(program["funding"] as? [String] == ["canada-ontario-job-grant", "osap"])
        let offerings = try list(program["offerings"])
        #expect(offerings.count == 2)
        #expect(offerings[0]["start"] == nil)
        #expect(offerings[1]["start"] as? String == "2027-01-19")
        #expect(offerings[1]["price"] as? Double == 450.5)
    }

    @Test func `what is not known is missing, not empty`() async throws {
        let program = try await object("/api/v1/programs/bare")
        for name in ["summary", "description", "hours", "weeks", "lastConfirmed"] { #expect(program[name] == nil, "\(name)") }
    }

    @Test func `a page finds as many programs as the interface`() async throws {
        let answer = try await object("/api/v1/programs?q=dementia")
        let page = try await PortalClient.sample.get("/en/programs?q=dementia").markup()
        #expect(try page.withID("result-count")?.text.hasPrefix(String(#require(answer["total"] as? Int))) == true)
    }

    @Test func `suggestions complete what is typed, at most eight`() async throws {
        let suggestions = try await list(object("/api/v1/job-titles?q=pr%C3%A9pos&lang=fr")["suggestions"])
        #expect(suggestions.compactMap { $0["title"] as? String }.contains { $0.hasPrefix("préposé") })
        for suggestion in suggestions { #expect(Set(suggestion.keys) == ["title", "code"]) }
        #expect(try await list(object("/api/v1/job-titles?q=p")["suggestions"]).count <= 8)
    }

    @Test func `every parameter described is one the search knows`() async throws {
        let described = Set(try await description().parameters(of: "/api/v1/programs"))
        let known = Set(FacetName.allCases.map(\.rawValue)).union(["q", "max-price", "near", "within", "sort", "page"])
        #expect(known.subtracting(described) == [])
        #expect(described.subtracting(known) == [])
    }

    @Test func `identifiers may be percent-encoded`() async throws {
        #expect(try await PortalClient.sample.get("/api/v1/programs/%64ementia").status == 200)
    }

    @Test(arguments: ["33102?region=3590", "33102", "62200?lang=fr", "72106?region=canada"])
    func `an occupation has the shape that is described`(path: String) async throws {
        let description = try await description()
        let occupation = try await object("/api/v1/occupations/\(path)")
        #expect(description.required(in: "Occupation")[0].isSubset(of: occupation.keys))
        #expect(Set(occupation.keys).isSubset(of: description.names(in: "Occupation")))
        for (schema, parts) in [("Outlook", try list(occupation["outlooks"])), ("Demand", try list(occupation["demand"]))] {
            for part in parts {
                #expect(description.required(in: schema)[0].isSubset(of: part.keys))
                #expect(Set(part.keys).isSubset(of: description.names(in: schema)))
            }
        }
    }

    @Test func `a figure says which place it is of`() async throws {
        let occupation = try await object("/api/v1/occupations/33102?region=3590")
        let wages = try #require(occupation["wages"] as? [String: Any])
        #expect((wages["region"] as? [String: Any])?["id"] as? String == "35")
        #expect(wages["median"] as? Double == 24)
        let outlooks = try list(occupation["outlooks"])
        #expect(outlooks.map { $0["value"] as? String } == ["limited", "strong-shortage"])
        #expect(outlooks.map { ($0["region"] as? [String: Any])?["id"] as? String } == ["3590", "canada"])
        #expect(try list(occupation["demand"]).map { $0["count"] as? Int } == [780, 4104])
    }

    @Test func `a region that there is not is refused, and so is an occupation`() async throws {
        #expect(try await PortalClient.sample.get("/api/v1/occupations/33102?region=9999").status == 400)
        #expect(try await PortalClient.sample.get("/api/v1/occupations/99999").status == 404)
    }
}
