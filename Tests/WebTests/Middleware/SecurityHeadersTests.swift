import Domain
import HTTPTypes
import Testing
import Web

/// The headers every answer carries.
@Suite struct SecurityHeadersTests {
    private static let paths =
        [
            "/", "/en", "/fr/programmes?q=soins", "/en/programs/dementia", "/en/programs/dementia/registration", "/en/recommendations",
            "/api/v1/programs", "/api/v1/openapi.yaml", "/sitemap.xml", "/robots.txt", "/health/live", "/health/ready", "/favicon.ico",
            Links(.en).search + "?page=0",
        ] + Pages.wrong.map(\.path)

    @Test(arguments: paths) func `every answer has them, errors and redirects too`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        let policy = try #require(answer.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
        #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Referrer-Policy") == "strict-origin-when-cross-origin")
        #expect(answer.header("Permissions-Policy") != nil)
        #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
        #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
    }

    @Test(arguments: paths) func `no answer sets a cookie`(path: String) async throws {
        #expect(try await PortalClient.sample.get(path, headers: ["Cookie": "a=b"]).header("Set-Cookie") == nil)
    }

    @Test(arguments: paths) func `no answer names the software behind it`(path: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.header("Server") == nil)
        #expect(answer.header("X-Powered-By") == nil)
    }

    @Test func `a refused method has them as well`() async throws {
        #expect(try await PortalClient.sample.send(.post, "/en").header("Content-Security-Policy") != nil)
    }
}
