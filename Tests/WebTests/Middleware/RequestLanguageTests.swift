import Testing

/// The first step of a newcomer: their language.
@Suite struct RequestLanguageTests {
    @Test(arguments: [
        ("fr", "/fr"), ("fr-CA,fr;q=0.9,en;q=0.8", "/fr"), ("en-CA,en;q=0.9,fr;q=0.8", "/en"), ("en;q=0.5, fr;q=0.9", "/fr"),
        ("FR-ca", "/fr"),
        ("de,fr;q=0.7", "/fr"), ("de, es", "/en"), ("*", "/en"), ("", "/en"), ("fr;q=0, en;q=0.1", "/en"), ("fr;q=0", "/en"),
        ("en, fr", "/en"), ("fr, en", "/fr"), ("frr, en;q=0.5", "/en"), ("fil, fr;q=0.4", "/fr"), (";;;,,,q=", "/en"), ("fr;q=nan", "/en"),
    ])
    func `the portal opens in the language the browser asks for`(header: String, home: String) async throws {
        let answer = try await PortalClient.sample.get("/", headers: ["Accept-Language": header])
        #expect(answer.status == 302)
        #expect(answer.header("Location") == home)
    }

    @Test func `without a wish it opens in English`() async throws {
        #expect(try await PortalClient.sample.get("/").header("Location") == "/en")
    }

    @Test func `caches are told that it depends on the wish`() async throws {
        #expect(try await PortalClient.sample.get("/").header("Vary")?.contains("Accept-Language") == true)
    }
}
