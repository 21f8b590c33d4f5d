import Domain
import HTML

/// A mail as HTML. Styles stand on the elements, and the button is a table: programs that show mail honour little else.
struct MailDocument {
    let html: String

    init(_ content: MailContent) {
        var writer = HTMLWriter(capacity: 4_096)
        Self.write(content, to: &writer)
        html = String(decoding: writer.finish(), as: UTF8.self)
    }

    private static func write(_ content: MailContent, to html: inout HTMLWriter) {
        html.doctype()
        html.element("html", .lang(content.language.rawValue)) { html in
            html.element("head") { html in
                html.void("meta", Attribute("charset", "utf-8"))
                html.void("meta", .name("viewport"), Attribute("content", "width=device-width"))
                html.element("title", text: content.subject)
            }
            html.element("body", Attribute("style", "margin:0;padding:24px;background:#fbf9f4;color:#16211f;font:16px/1.5 sans-serif")) {
                html in
                html.element("div", Attribute("style", "max-width:36em;margin:0 auto")) { html in
                    for paragraph in content.paragraphs { write(paragraph, to: &html) }
                    if let button = content.button { write(button, to: &html) }
                    for paragraph in content.closing { write(paragraph, to: &html) }
                    writeFooter(content, to: &html)
                }
            }
        }
    }

    private static func write(_ paragraph: String, to html: inout HTMLWriter) {
        html.element("p", Attribute("style", "margin:0 0 16px")) { html in
            for (index, line) in paragraph.split(separator: "\n").enumerated() {
                if index > 0 { html.void("br") }
                html.text(String(line))
            }
        }
    }

    private static func write(_ button: MailContent.Button, to html: inout HTMLWriter) {
        html.element("table", .role("presentation"), Attribute("style", "margin:0 0 16px;border-collapse:collapse")) { html in
            html.element("tr") { html in
                html.element("td", Attribute("style", "background:#0f4c45;border-radius:10px;padding:12px 20px")) { html in
                    html.element(
                        "a", .href(button.link), Attribute("style", "color:#ffffff;text-decoration:none;font-weight:bold"),
                        text: button.label)
                }
            }
        }
        html.element("p", Attribute("style", "margin:0 0 16px;font-size:14px")) { html in
            html.text(button.hint)
            html.void("br")
            html.element("a", .href(button.link), Attribute("style", "color:#1d5fa8;word-break:break-all"), text: button.link)
        }
    }

    private static func writeFooter(_ content: MailContent, to html: inout HTMLWriter) {
        html.element(
            "div", Attribute("style", "border-top:1px solid #d8d3c6;padding-top:12px;font-size:14px;color:#4a5754")
        ) { html in
            html.text(content.footer)
            html.void("br")
            html.element("a", .href(content.home), Attribute("style", "color:#1d5fa8"), text: content.home)
            guard let unsubscribe = content.unsubscribe else { return }
            html.void("br")
            html.text(unsubscribe.words + " ")
            html.element("a", .href(unsubscribe.link), Attribute("style", "color:#1d5fa8;word-break:break-all"), text: unsubscribe.link)
        }
    }
}
