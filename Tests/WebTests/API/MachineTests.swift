import Testing
import Web

/// What monitors and browsers ask for by themselves.
@Suite struct MachineTests {
    @Test(arguments: [("/health/live", "live\n"), ("/health/ready", "ready\nprograms 31\n")])
    func `the portal says that it is well`(path: String, text: String) async throws {
        let answer = try await PortalClient.sample.get(path)
        #expect(answer.status == 200)
        #expect(answer.text == text)
        #expect(answer.header("Cache-Control") == "no-store")
    }

    @Test func `a browser that looks for an icon finds the mark`() async throws {
        let answer = try await PortalClient.sample.get("/favicon.ico")
        #expect(answer.status == 302)
        let mark = try await PortalClient.sample.get(try #require(answer.header("Location")))
        #expect(mark.header("Content-Type") == "image/svg+xml")
    }
}
