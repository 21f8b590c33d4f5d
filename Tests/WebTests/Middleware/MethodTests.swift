import Domain
import HTTPTypes
import Testing
import Web

/// Addresses that can only be read.
@Suite struct MethodTests {
    private static let paths = [
        "/", "/en", "/fr/programmes/dementia", "/en/programs/dementia/registration", "/api/v1/programs", "/sitemap.xml",
    ]

    @Test(arguments: paths, [HTTPRequest.Method.post, .put, .patch, .delete, .options, .trace])
    func `another method is refused, with what is allowed`(path: String, method: HTTPRequest.Method) async throws {
        let answer = try await PortalClient.sample.send(method, path)
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == "GET, HEAD")
    }

    @Test func `the page that refuses is in the reader's language`() async throws {
        #expect(try await PortalClient.sample.send(.post, "/fr/programmes").markup().first("html")?["lang"] == "fr")
    }

    @Test func `the interface refuses with a problem`() async throws {
        let answer = try await PortalClient.sample.send(.delete, "/api/v1/programs/dementia")
        #expect(answer.header("Content-Type") == "application/problem+json")
        #expect(try answer.object()["status"] as? Int == 405)
    }

    @Test(arguments: [
        "/en", "/en/programs/dementia", "/api/v1/programs", "/sitemap.xml", "/en/nowhere", "/robots.txt", "/en/recommendations",
    ])
    func `asking for the head gives the same head without a body`(path: String) async throws {
        let get = try await PortalClient.sample.get(path)
        let head = try await PortalClient.sample.send(.head, path)
        #expect(head.status == get.status)
        #expect(head.header("Content-Type") == get.header("Content-Type"))
        #expect(head.header("Location") == get.header("Location"))
        #expect(head.header("Content-Length") == get.header("Content-Length"))
        if get.status == 200 { #expect(head.bytes.isEmpty) }
    }

    @Test func `a head never promises the length of another body`() async throws {
        let accept = ["Accept-Encoding": "gzip"]
        let get = try await PortalClient.sample.get("/en", headers: accept)
        let head = try await PortalClient.sample.send(.head, "/en", headers: accept)
        #expect(head.header("Content-Length").map { $0 == String(get.bytes.count) } ?? true)
    }

    @Test func `a body larger than the portal takes is refused before it is read`() async throws {
        let answer = try await PortalClient.sample.get("/en", headers: ["Content-Length": "1073741824"])
        #expect(answer.status == 413)
        _ = try answer.markup()
    }
}
