import HTML
import Markdown
import Testing

/// What operators write in Markdown becomes HTML that only says things.
@Suite struct MarkdownTextTests {
    private func html(_ text: String, from level: Int = 2) -> String {
        var writer = HTMLWriter(capacity: 256)
        writer.raw(MarkdownText(text, headingsFrom: level).html)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func `headings begin below the page's own and keep their order`() {
        #expect(html("# One\n\n## Two\n\ntext") == "<h2>One</h2>\n<h3>Two</h3>\n<p>text</p>\n")
        #expect(html("### Deep\n\n#### Deeper") == "<h2>Deep</h2>\n<h3>Deeper</h3>\n")
        #expect(html("# A\n\n###### B", from: 4) == "<h4>A</h4>\n<h6>B</h6>\n")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a <b onclick=x>b</b>", "<!-- x -->", "<img src=x onerror=alert(1)>",
        "<div\nstyle=x>", "<a href='javascript:x'>y</a>",
    ]) func `the writer's own HTML is said and left out`(text: String) {
        let read = MarkdownText(text)
        #expect(read.problems == [.html])
        let written = html(text)
        #expect(!written.contains("<script") && !written.contains("<b") && !written.contains("<img") && !written.contains("<svg"))
        #expect(!written.contains("onerror") && !written.contains("<div") && !written.contains("<a"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "ftp://host/x", "//evil.example/x",
        "file:///etc/passwd",
        "java&#10;script:alert(1)", "relative/page", "https://", "/\\\\evil.example",
    ]) func `a link to something else is said and leads nowhere`(address: String) {
        let read = MarkdownText("[words](<\(address)>)")
        #expect(read.problems.count == 1)
        #expect(html("[words](<\(address)>)") == "<p><a href=\"#\">words</a></p>\n")
    }

    @Test(arguments: ["https://a.example/b?c=d", "http://a.example", "mailto:help@a.example", "/en/privacy", "#part"])
    func `links to the web, to mail and to the portal stay`(address: String) {
        #expect(MarkdownText("[words](\(address))").problems.isEmpty)
        #expect(html("[words](\(address))") == "<p><a href=\"\(address)\">words</a></p>\n")
    }

    @Test func `a link by reference and one between angle brackets are looked at as well`() {
        #expect(MarkdownText("[words][x]\n\n[x]: javascript:alert(1)").problems.count == 1)
        #expect(MarkdownText("<javascript:alert(1)>").problems.count == 1)
    }

    @Test func `pictures are refused`() {
        #expect(MarkdownText("![a](https://a.example/b.png)").problems == [.image])
        #expect(!html("![a](https://a.example/b.png)").contains("a.example"))
    }

    @Test func `marks and accents are escaped and kept`() {
        #expect(html("a < b & \"c\" — é") == "<p>a &lt; b &amp; &quot;c&quot; — é</p>\n")
        #expect(html("") == "")
    }

    @Test func `a tower of quotes is refused and costs nothing`() {
        let read = MarkdownText(String(repeating: ">", count: 20_000) + " x")
        #expect(read.problems.contains(.tooDeep))
    }
}
