import HTML
import Testing

/// What the writer writes is HTML as a person would write it.
@Suite struct WriterTests {
    private func page(_ write: (inout HTMLWriter) -> Void) -> String {
        var writer = HTMLWriter()
        write(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func `elements close in the order they opened`() {
        let html = page { h in
            h.element("ul") { h in
                h.element("li", text: "one")
                h.element("li") { $0.element("b", text: "two") }
            }
        }
        #expect(html == "<ul><li>one</li><li><b>two</b></li></ul>")
    }

    @Test func `a page begins with its document type`() {
        #expect(page { $0.doctype() } == "<!doctype html>\n")
    }

    @Test func `an attribute that does not apply is not written`() {
        #expect(page { $0.element("p", .class(nil), .lang(nil), .flag("hidden", if: false), text: "x") } == "<p>x</p>")
    }

    @Test func `a flag is written without a value`() {
        #expect(page { $0.void("input", .flag("required")) } == "<input required>")
    }

    @Test func `attributes keep the order they are given in`() {
        #expect(page { $0.void("input", .type("text"), .id("q"), .name("q")) } == "<input type=\"text\" id=\"q\" name=\"q\">")
    }

    @Test func `an empty value is written, because it means something`() {
        #expect(page { $0.void("option", .value("")) } == "<option value=\"\">")
    }

    @Test func `a drawing from the source is written as it is`() {
        #expect(page { $0.raw(SafeHTML("<svg></svg>")) } == "<svg></svg>")
    }

    @Test func `what a writer wrote can be placed into a page without being escaped again`() {
        let part = SafeHTML { $0.element("b", text: "A & B") }
        #expect(page { $0.raw(part) } == "<b>A &amp; B</b>")
    }
}
