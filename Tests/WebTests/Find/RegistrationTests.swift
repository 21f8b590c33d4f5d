import Testing
import Web

/// The way out to the institution.
@Suite struct RegistrationTests {
    @Test(arguments: ["/en/programs/dementia/registration", "/fr/programmes/dementia/inscription"])
    func `registration leads to the institution's own page`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "https://northern-lakes.example/programs/dementia")
        #expect(answer.header("X-Robots-Tag") == "noindex")
        #expect(answer.header("Cache-Control") == "no-store")
    }

    @Test(arguments: [
        "?url=https://evil.example", "?to=//evil.example", "?next=javascript:alert(1)", "?id=bare", "?job=https%3A%2F%2Fevil.example",
    ])
    func `nothing in the address decides where it leads`(query: String) async throws {
        let answer = try await PortalClient.sample.get(
            "/en/programs/dementia/registration" + query, headers: ["Referer": "https://evil.example"])
        #expect(answer.header("Location") == "https://northern-lakes.example/programs/dementia")
    }

    @Test(arguments: ["no-address", "hostile", "nobody", "%2F%2Fevil.example"])
    func `without a stored address of the web it leads nowhere`(id: String) async throws {
        let answer = try await PortalClient.sample.get("/en/programs/\(id)/registration")
        #expect(answer.status == 404)
        #expect(answer.header("Location") == nil)
    }

    @Test func `an address with a line end cannot bring a header with it`() async throws {
        let portal = try PortalClient(
            services: .sample(programs: [.sample("split", url: "https://college.example/\r\nSet-Cookie: a=b")]))
        let answer = try await portal.get("/en/programs/split/registration")
        #expect(answer.status == 404)
        #expect(answer.header("Set-Cookie") == nil)
    }
}
