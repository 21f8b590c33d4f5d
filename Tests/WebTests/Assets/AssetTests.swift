import Testing
import Web

/// Style sheet, scripts and pictures.
@Suite struct AssetTests {
    private func assets() async throws -> [String] {
        let page = try await PortalClient.sample.get("/en").markup()
        return page.link("stylesheet").compactMap { $0["href"] } + page.link("icon").compactMap { $0["href"] }
            + page.link("apple-touch-icon").compactMap { $0["href"] } + page.all("script").compactMap { $0["src"] }
    }

    @Test func `a browser may keep them for ever`() async throws {
        for path in try await assets() {
            let answer = try await PortalClient.sample.get(path)
            #expect(answer.status == 200)
            #expect(answer.header("Cache-Control") == "public, max-age=31536000, immutable")
        }
    }

    @Test func `each comes as what it is`() async throws {
        let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png"]
        for path in try await assets() {
            let ending = String(try #require(path.split(separator: ".").last))
            #expect(try await PortalClient.sample.get(path).header("Content-Type") == types[ending])
        }
    }

    @Test(arguments: ["/assets/0/tremplin.css", "/assets/../Package.swift", "/assets/%2e%2e/openapi.yaml", "/assets//tremplin.css"])
    func `nothing else can be had from there`(path: String) async throws {
        #expect(try await PortalClient.sample.get(path).status == 404)
    }

    @Test func `the first page with its style and script weighs less than 60 kilobytes`() async throws {
        let accept = ["Accept-Encoding": "gzip"]
        let page = try await PortalClient.sample.get("/en")
        var weight = try await PortalClient.sample.get("/en", headers: accept).bytes.count
        for path in try page.markup().link("stylesheet").compactMap({ $0["href"] }) + page.markup().all("script").compactMap({ $0["src"] })
        {
            weight += try await PortalClient.sample.get(path, headers: accept).bytes.count
        }
        #expect(weight < 60_000, "\(weight) bytes")
    }

    @Test(arguments: Pages.all) func `no page is heavier than 30 kilobytes on its way`(path: String) async throws {
        #expect(try await PortalClient.sample.get(path, headers: ["Accept-Encoding": "gzip"]).bytes.count < 30_000)
    }
}
