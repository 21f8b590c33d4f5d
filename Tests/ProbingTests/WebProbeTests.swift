import Probing
import Testing

@Suite struct WebProbeTests {
    private func probe(reachesPrivate: Bool = true) -> WebProbe {
        WebProbe(name: "tremplin", about: "https://portal.example", pause: .zero, reachesPrivate: reachesPrivate, seconds: 5)
    }

    @Test func `a page that is there is fine, one that is not is gone, and a server in trouble cannot be reached`() async {
        let site = SmallSite([
            "/here": .init(status: 200), "/gone": .init(status: 410), "/busy": .init(status: 503), "/locked": .init(status: 403),
        ])
        defer { site.close() }
        let probe = probe()
        #expect(await probe.look(at: site.address + "/here") == .fine(status: 200))
        #expect(await probe.look(at: site.address + "/gone") == .gone(status: 410))
        #expect(await probe.look(at: site.address + "/never") == .gone(status: 404))
        #expect(await probe.look(at: site.address + "/busy") == .unreachable(status: 503))
        // Not for us to see, but there.
        #expect(await probe.look(at: site.address + "/locked") == .fine(status: 403))
        #expect(site.visitors == ["tremplin/1 (+https://portal.example)"])
        #expect(site.asked.filter { $0 == "GET /robots.txt" }.count == 1)
        #expect(site.asked.contains("HEAD /here") && !site.asked.contains("GET /here"))
    }

    @Test func `a server that knows no HEAD is asked for the page`() async {
        let site = SmallSite(["HEAD /a": .init(status: 405), "GET /a": .init(status: 200, body: String(repeating: "x", count: 100_000))])
        defer { site.close() }
        #expect(await probe().look(at: site.address + "/a") == .fine(status: 200))
    }

    @Test func `a page that moved is looked for where it is, and a circle ends`() async {
        let site = SmallSite([
            "/old": .init(status: 301, headers: ["Location: /new"]), "/new": .init(status: 200),
            "/round": .init(status: 302, headers: ["Location: /round"]), "/away": .init(status: 301, headers: ["Location: /not-there"]),
        ])
        defer { site.close() }
        let probe = probe()
        #expect(await probe.look(at: site.address + "/old") == .fine(status: 200))
        #expect(await probe.look(at: site.address + "/round") == .unreachable(status: 310))
        #expect(await probe.look(at: site.address + "/away") == .gone(status: 404))
    }

    @Test func `what robots.txt asks not to look at is not looked at`() async {
        let site = SmallSite([
            "/robots.txt": .init(status: 200, body: "User-agent: *\nDisallow: /p\n"), "/p/1": .init(status: 200), "/q": .init(status: 200),
        ])
        defer { site.close() }
        let probe = probe()
        #expect(await probe.look(at: site.address + "/p/1") == .notAsked)
        #expect(await probe.look(at: site.address + "/q") == .fine(status: 200))
        #expect(!site.asked.contains("HEAD /p/1"))
    }

    @Test func `an address that is not public is refused before anything is sent`() async {
        let site = SmallSite(["/": .init(status: 200)])
        defer { site.close() }
        let probe = probe(reachesPrivate: false)
        for address in [
            "\(site.address)/", "http://localhost:\(site.port)/", "http://[::1]:\(site.port)/", "http://169.254.169.254/latest",
        ] {
            #expect(await probe.look(at: address) == .refused, "\(address)")
        }
        #expect(site.asked == [])
    }

    @Test(arguments: ["ftp://example.org/", "nonsense", "http://", "file:///etc/passwd", "http://user@127.0.0.1/"])
    func `what is no web address is not asked`(address: String) async {
        #expect(await probe().look(at: address) == .unreachable(status: 0))
    }

    @Test func `nobody at the other end is no answer`() async {
        let found = await probe().look(at: "http://127.0.0.1:1/")
        #expect(found == .unreachable(status: 0))
    }

    @Test func `between two requests to a host there is a pause`() async {
        let site = SmallSite(["/a": .init(status: 200)])
        defer { site.close() }
        let probe = WebProbe(name: "tremplin", about: "x", pause: .milliseconds(120), reachesPrivate: true, seconds: 5)
        let start = ContinuousClock.now
        _ = await probe.look(at: site.address + "/a")
        _ = await probe.look(at: site.address + "/a")
        // robots.txt, the page, the page again.
        #expect(ContinuousClock.now - start >= .milliseconds(240))
    }
}
