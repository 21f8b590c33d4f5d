import HTML
import Testing

/// Links lead to pages and mailboxes, never to a script.
@Suite struct AddressTests {
    private func link(_ address: String) -> String {
        var writer = HTMLWriter()
        writer.void("a", .href(address))
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test(arguments: [
        "https://college.example/programs?id=1#apply", "http://college.example", "HTTPS://college.example", "mailto:help@college.example",
        "/en/programs", "/en/programs?q=a:b", "#main", "?page=2", "programs/filters", "",
    ])
    func `an ordinary address is kept`(address: String) {
        #expect(link(address) == "<a href=\"\(address)\">")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
        "java\nscript:alert(1)", "java\tscript:alert(1)", "java\rscript:alert(1)", "java\u{0}script:alert(1)", "\u{1}javascript:alert(1)",
        "\u{B}javascript:alert(1)", "\u{A0}javascript:alert(1)", "javascript\n:alert(1)", "javascript\u{301}:alert(1)",
        "javascript:\u{301}alert(1)", "java\u{200B}script:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd", "blob:x", "about:blank", ":", "http\n:x", "ht tps://college.example", "ftp://college.example",
        "view-source:https://college.example",
    ])
    func `an address that might run something leads nowhere`(address: String) {
        #expect(link(address) == "<a href=\"#\">")
    }

    @Test func `a form sends nothing to a script`() {
        var writer = HTMLWriter()
        writer.element("form", .action("javascript:alert(1)")) { _ in }
        #expect(String(decoding: writer.finish(), as: UTF8.self) == "<form action=\"#\"></form>")
    }

    @Test func `a picture is not fetched from a script`() {
        var writer = HTMLWriter()
        writer.void("img", .src("javascript:alert(1)"))
        #expect(String(decoding: writer.finish(), as: UTF8.self) == "<img src=\"#\">")
    }

    @Test func `an address cannot end its attribute`() {
        #expect(link("/en?q=\" onclick=\"alert(1)") == "<a href=\"/en?q=&quot; onclick=&quot;alert(1)\">")
    }

    /// Browsers strip tabs and line ends anywhere, and controls and spaces in front, before they look for a scheme (WHATWG URL).
    @Test func `what a browser would read as a script never stays, however it is disguised`() {
        var generator = SeededGenerator(seed: 7)
        let noise: [String] = ["\t", "\n", "\r", "\u{0}", " ", "\u{1F}", "\u{C}", ""]
        for _ in 0..<10_000 {
            var address = noise.randomElement(using: &generator) ?? ""
            for letter in "javascript:" {
                address += Bool.random(using: &generator) ? letter.uppercased() : String(letter)
                if Int.random(in: 0..<4, using: &generator) == 0 { address += noise.randomElement(using: &generator) ?? "" }
            }
            #expect(link(address + "alert(1)") == "<a href=\"#\">", "\(address.debugDescription)")
        }
    }

    @Test func `no random text becomes a link to anything but a page or a mailbox`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<10_000 {
            let address = generator.hostileText(longest: 8) + ":" + generator.hostileText(longest: 4)
            let written = link(address)
            guard written != "<a href=\"#\">" else { continue }
            let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
            #expect(
                scheme.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") },
                "\(address.debugDescription)")
        }
    }
}
