import HTML
import Testing

/// What anybody wrote stays text on a page, whatever it holds.
@Suite struct EscapingTests {
    private func page(_ write: (inout HTMLWriter) -> Void) -> String {
        var writer = HTMLWriter()
        write(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    private func attribute(_ value: String) -> String { page { $0.void("input", .value(value)) } }

    @Test func `a script in a title is shown, not run`() {
        #expect(page { $0.element("h1", text: "<script>alert(1)</script>") } == "<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>")
    }

    @Test func `an ampersand is written once`() {
        #expect(page { $0.text("Arts & crafts &amp; more") } == "Arts &amp; crafts &amp;amp; more")
    }

    @Test func `quotes stay quotes in a sentence`() {
        #expect(page { $0.text("\"Welding\", it's called") } == "\"Welding\", it's called")
    }

    @Test func `both kinds of quotes are escaped in an attribute`() {
        #expect(attribute("a\"b'c") == "<input value=\"a&quot;b&#39;c\">")
    }

    @Test(arguments: ["\u{301}", "\u{338}", "\u{20D2}", "\u{200D}", "\u{FE0F}", "\u{1F3FD}"])
    func `a combining character cannot hide a quote`(mark: String) {
        #expect(attribute("x\"\(mark) onfocus=alert(1)") == "<input value=\"x&quot;\(mark) onfocus=alert(1)\">")
    }

    @Test(arguments: ["\u{301}", "\u{338}", "\u{200D}"])
    func `a combining character cannot hide an angle bracket`(mark: String) {
        #expect(page { $0.text("<\(mark)script>") } == "&lt;\(mark)script&gt;")
    }

    @Test func `a value cannot open a second attribute`() {
        #expect(attribute("\" onmouseover=\"alert(1)") == "<input value=\"&quot; onmouseover=&quot;alert(1)\">")
    }

    @Test func `a null character becomes the sign for what cannot be shown`() {
        #expect(page { $0.text("a\u{0}b") } == "a\u{FFFD}b")
        #expect(attribute("a\u{0}b") == "<input value=\"a\u{FFFD}b\">")
    }

    @Test func `letters of any script pass unchanged`() {
        #expect(page { $0.text("Préposé aux bénéficiaires · ᐃᓄᒃᑎᑐᑦ · 👩🏽‍🏭") } == "Préposé aux bénéficiaires · ᐃᓄᒃᑎᑐᑦ · 👩🏽‍🏭")
    }

    @Test func `no text at all yields an unescaped bracket or quote`() {
        var generator = SeededGenerator(seed: 2026)
        for _ in 0..<20_000 {
            let text = generator.hostileText()
            let written = page { $0.text(text) }.utf8
            #expect(!written.contains(UInt8(ascii: "<")) && !written.contains(UInt8(ascii: ">")), "\(text.debugDescription)")
            let value = attribute(text).utf8.dropFirst("<input value=\"".utf8.count).dropLast(2)
            let breaksOut = value.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "'") }
            #expect(!breaksOut, "\(text.debugDescription)")
        }
    }

    @Test func `a reader sees exactly what was written`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let text = generator.hostileText()
            let written = page { $0.text(text) }
            #expect(read(written) == text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }, "\(text.debugDescription)")
        }
    }

    /// What a parser makes of a text: scalar by scalar, because in a `String` a combining character sticks to the semicolon before it.
    private func read(_ html: String) -> [Unicode.Scalar] {
        let names: [(written: [Unicode.Scalar], means: Unicode.Scalar)] = [
            (Array("&lt;".unicodeScalars), "<"), (Array("&gt;".unicodeScalars), ">"), (Array("&amp;".unicodeScalars), "&"),
        ]
        var rest = Array(html.unicodeScalars)[...]
        var result: [Unicode.Scalar] = []
        while let next = rest.first {
            if let name = names.first(where: { rest.starts(with: $0.written) }) {
                result.append(name.means)
                rest.removeFirst(name.written.count)
            } else {
                result.append(next)
                rest.removeFirst()
            }
        }
        return result
    }

    @Test func `data for search engines cannot end its script element`() {
        let json = Array(#"{"name":"</script><script>alert(1)</script>"}"#.utf8)
        let written = page { $0.raw(SafeHTML(json: json)) }
        #expect(written == #"{"name":"\u003c/script>\u003cscript>alert(1)\u003c/script>"}"#)
    }
}
