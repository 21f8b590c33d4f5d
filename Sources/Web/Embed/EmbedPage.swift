import Domain
import HTML
import Matching
import Portal

/// The document inside the frame.
struct EmbedPage {
    let view: View
    let catalogue: Catalogue
    let institution: Institution
    let results: SearchResults
    let words: String
    let number: Int
    let pages: Int
    /// A box alone, which leads to the portal's own search.
    let showsOnlySearch: Bool

    private var t: Texts.Reader { view.t }

    func render() -> [UInt8] {
        var h = HTMLWriter()
        h.doctype()
        h.element("html", .lang(view.language.rawValue)) { h in
            h.element("head") { h in
                h.void("meta", Attribute("charset", "utf-8"))
                h.void("meta", .name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
                h.element("title", text: t("embed.title", ["institution": view.written(institution.name)]))
                h.void("meta", .name("robots"), Attribute("content", "noindex"))
                h.void("meta", .name("color-scheme"), Attribute("content", "light dark"))
                h.void("link", Attribute("rel", "stylesheet"), .href(view.site.assets.path("tremplin.css")))
            }
            h.element("body", .class("embed")) { h in
                h.element("main") { h in
                    h.element("h1", .class("embed-title"), text: t("embed.title", ["institution": view.written(institution.name)]))
                    search(&h)
                    if !showsOnlySearch { list(&h) }
                }
                h.element("footer", .class("embed-source")) { h in
                    h.element(
                        "a", .href(view.links.institution(institution.id)), Attribute("target", "_blank"), Attribute("rel", "noopener"),
                        text: t("embed.source", ["portal": view.portalName]))
                }
            }
        }
        return h.finish()
    }

    /// A box alone opens the portal's search in a page of its own; the one above the list searches the list.
    private func search(_ h: inout HTMLWriter) {
        let action = showsOnlySearch ? view.links.search : view.links.path(.embed, id: institution.id.rawValue)
        h.element(
            "form", .class("embed-search"), .action(action), Attribute("method", "get"), .role("search"),
            showsOnlySearch ? Attribute("target", "_blank") : nil
        ) { h in
            if showsOnlySearch { h.void("input", .type("hidden"), .name("institution"), .value(institution.id.rawValue)) }
            h.element("label", .for("q"), text: t("embed.search"))
            h.element("div") { h in
                h.void(
                    "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                    Attribute("autocomplete", "off"))
                h.element("button", .class("button"), .type("submit"), text: t("embed.submit"))
            }
        }
    }

    private func list(_ h: inout HTMLWriter) {
        h.element("p", .class("quiet"), .role("status"), text: t("search.count", count: results.total))
        if results.hits.isEmpty {
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.embed, id: institution.id.rawValue)), text: t("embed.all"))
            }
        }
        let facts = FactLine(view: view, today: catalogue.today)
        h.element("ul", .class("embed-list")) { h in
            for hit in results.hits {
                let program = hit.program
                h.element("li", Attribute("data-program", program.id.rawValue)) { h in
                    let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                    h.element("h2") { h in
                        h.element(
                            "a", .href(view.links.program(program.id)), Attribute("target", "_blank"), Attribute("rel", "noopener"),
                            .lang(view.lang(title.language)), text: view.written(program.title))
                    }
                    if let summary = program.summary.resolved(view.language) {
                        h.element("p", .class("summary"), .lang(view.lang(summary.language)), text: view.written(program.summary))
                    }
                    facts.write(program, &h)
                }
            }
        }
        ImportPager(view: view, number: number, pages: pages) { page in
            view.links.path(.embed, id: institution.id.rawValue)
                + QueryString([("q", words), ("page", page > 1 ? String(page) : nil)]).text
        }.write(&h)
    }
}
