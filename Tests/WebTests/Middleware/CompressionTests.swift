import Domain
import Testing
import Web

/// Pages travel packed to those who can unpack them.
@Suite struct CompressionTests {
    private func get(_ path: String, accepting coding: String?) async throws -> Answer {
        try await PortalClient.sample.get(path, headers: coding.map { ["Accept-Encoding": $0] } ?? [:])
    }

    @Test(arguments: ["gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8, *;q=0.1", "GZIP", "*", "deflate;q=0, gzip;q=0.001"])
    func `a browser that reads gzip gets gzip`(coding: String) async throws {
        #expect(try await get("/en", accepting: coding).header("Content-Encoding") == "gzip")
    }

    @Test(arguments: [nil, "", "identity", "br", "gzip;q=0", "gzip; q=0.000", "gzip;q=0, *", "*;q=0", "x-gzip-not", "deflate"])
    func `one that does not gets the page as it is`(coding: String?) async throws {
        let answer = try await get("/en", accepting: coding)
        #expect(answer.header("Content-Encoding") == nil)
        _ = try answer.markup()
    }

    @Test(arguments: ["/en", "/fr/programmes", "/en/programs/dementia", "/api/v1/programs", "/sitemap.xml", "/en/nowhere"])
    func `unpacked it is the same page`(path: String) async throws {
        let plain = try await get(path, accepting: nil)
        let packed = try await get(path, accepting: "gzip")
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(packed.bytes.count < plain.bytes.count / 2)
        #expect(inflated(packed.bytes) == plain.bytes)
        #expect(packed.header("Content-Length") == String(packed.bytes.count))
    }

    @Test func `the style sheet comes packed from the start`() async throws {
        let path = try #require(try await PortalClient.sample.get("/en").markup().link("stylesheet").first?["href"])
        let plain = try await get(path, accepting: nil)
        let packed = try await get(path, accepting: "gzip")
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(inflated(packed.bytes) == plain.bytes)
    }

    @Test func `what fits a packet is not packed`() async throws {
        #expect(try await get("/robots.txt", accepting: "gzip").header("Content-Encoding") == nil)
    }

    @Test func `a picture that is packed already is left alone`() async throws {
        let path = try #require(try await PortalClient.sample.get("/en").markup().link("apple-touch-icon").first?["href"])
        #expect(try await get(path, accepting: "gzip").header("Content-Encoding") == nil)
    }

    @Test(arguments: ["/en", "/api/v1/programs", "/en/nowhere"]) func `caches are told that it depends on the browser`(path: String)
        async throws
    {
        #expect(try await get(path, accepting: "gzip").header("Vary")?.contains("Accept-Encoding") == true)
    }
}
