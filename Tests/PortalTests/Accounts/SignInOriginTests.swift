import Portal
import Testing

/// What is counted as one network, and what a browser is called.
@Suite struct SignInOriginTests {
    private func network(_ address: String) -> String { SignInOrigin(address: address, userAgent: "").network }

    @Test(arguments: [
        ("203.0.113.7", "203.0.113.250"), ("2001:db8:1:2a00::1", "2001:db8:1:2aff:ffff::9"), ("::ffff:203.0.113.7", "203.0.113.9"),
        ("fe80::1%eth0", "fe80::2"), ("::1", "::2"),
    ])
    func `neighbours are one network`(a: String, b: String) {
        #expect(network(a) == network(b))
        #expect(network(a) != "unknown")
    }

    @Test(arguments: [("203.0.113.7", "203.0.114.7"), ("2001:db8:1:2a00::1", "2001:db8:1:2b00::1"), ("::1", "1::")])
    func `others are another`(a: String, b: String) {
        #expect(network(a) != network(b))
    }

    @Test(arguments: ["", "nonsense", "1.2.3", "1.2.3.4.5", "300.1.1.1", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "g::1"])
    func `what is no address is one network of its own`(address: String) {
        #expect(network(address) == "unknown")
    }

    @Test(arguments: [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
            "Chrome, Windows"
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
            "Edge, Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari, iPhone"
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"), ("curl/8.5", ""),
    ])
    func `a browser is called by its own name and its system's`(userAgent: String, device: String) {
        #expect(SignInOrigin(address: "", userAgent: userAgent).device == device)
    }
}
