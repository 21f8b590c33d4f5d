import Domain
import HTML
import Matching

/// The programs and institutions one wants to ask, before anything is written.
struct BasketPage {
    let view: View
    let catalogue: Catalogue
    let basket: InquiryBasket
    let words: String
    let found: SearchResults?
    var problem: String?

    private var t: Texts.Reader { view.t }

    var page: Page {
        let query = basket.link(view.links).split(separator: "?", maxSplits: 1).dropFirst().first.map { "?" + $0 } ?? ""
        var page = Page(
            title: t("inquiry.basket.title"), description: t("inquiry.basket.lead"), route: .inquiry, query: query, isIndexed: false
        ) { h in
            h.element("h1", text: t("inquiry.basket.title"))
            h.element("p", .class("lead"), text: t(basket.isEmpty ? "inquiry.basket.empty" : "inquiry.basket.lead"))
            if let problem { h.element("p", .class("notice care-notice"), .role("alert"), text: problem) }
            if basket.lost > 0 { h.element("p", .class("notice"), .role("status"), text: t("inquiry.basket.lost", count: basket.lost)) }
            if basket.isEmpty { ways(&h) } else { list(&h) }
            if basket.purpose != .question {
                addKept(&h)
                add(&h)
            }
        }
        page.modules = ["basket.js"]
        return page
    }

    /// What is kept on the device only scripts know: without them there is nothing to offer.
    private func addKept(_ h: inout HTMLWriter) {
        h.element("p", .class("no-print"), .flag("hidden"), Attribute("data-basket", basket.codes.text)) { h in
            h.element(
                "a", .class("button secondary"), .href(view.links.inquiry()),
                Attribute("data-text", t("inquiry.basket.addKept", ["count": "{count}"]))
            ) { _ in }
        }
    }

    private func ways(_ h: inout HTMLWriter) {
        h.element("ul", .class("links")) { h in
            for (link, key) in [
                (view.links.employers, "inquiry.basket.employers"), (view.links.search, "inquiry.basket.search"),
                (view.links.lists, "inquiry.basket.lists"), (view.links.institutions, "inquiry.basket.institutions"),
            ] {
                h.element("li") { $0.element("a", .class("row-link"), .href(link), text: t(key)) }
            }
        }
    }

    private func list(_ h: inout HTMLWriter) {
        let labels = Labels(view, catalogue: catalogue)
        h.element("ul", .class("inquiry-groups")) { h in
            for group in basket.groups {
                h.element("li") { h in
                    h.element("h2", text: labels.institution(group.institution))
                    h.element("ul", .class("plain")) { h in
                        for program in group.programs {
                            let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                            h.element("li", .class("basket-line")) { h in
                                h.element(
                                    "a", .class("row-link"), .href(view.links.program(program.id)), .lang(view.lang(title.language)),
                                    text: title.text)
                                remove(basket.link(view.links, without: program.id), title.text, &h)
                            }
                        }
                        if group.programs.isEmpty {
                            h.element("li", .class("basket-line")) { h in
                                h.element("span", .class("quiet"), text: t("inquiry.basket.noProgram"))
                                remove(basket.link(view.links, institution: group.institution), labels.institution(group.institution), &h)
                            }
                        }
                    }
                }
            }
        }
        h.element("form", .class("no-print"), .action(view.links.path(.inquiry)), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("ids"), .value(basket.codes.text))
            for institution in basket.institutions {
                h.void("input", .type("hidden"), .name("institution"), .value(institution.id.rawValue))
            }
            h.void("input", .type("hidden"), .name("purpose"), .value(basket.purpose.rawValue))
            h.element("div", .class("form-buttons")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("inquiry.basket.submit", count: basket.groups.count))
            }
            h.element("p", .class("small quiet"), text: t("inquiry.basket.next"))
        }
    }

    private func remove(_ link: String, _ title: String, _ h: inout HTMLWriter) {
        h.element("a", .class("row-link"), .href(link)) { h in
            h.text(t("inquiry.basket.remove"))
            h.element("span", .class("visually-hidden"), text: " " + title)
        }
    }

    /// Search within the page: only this page's address holds the basket.
    private func add(_ h: inout HTMLWriter) {
        h.element("section", .class("no-print"), .id("add"), Attribute("aria-labelledby", "add-title")) { h in
            h.element("h2", .id("add-title"), text: t("inquiry.basket.add"))
            h.element(
                "form", .class("search-bar narrow"), .action(view.links.path(.inquiry) + "#add"), Attribute("method", "get"),
                .role("search")
            ) { h in
                hidden(&h)
                h.element("div") { h in
                    h.element("label", .for("q"), text: t("search.words"))
                    h.void(
                        "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                        Attribute("enterkeyhint", "search"))
                }
                h.element("button", .class("button secondary"), .type("submit"), text: t("search.submit"))
            }
            guard let found else { return }
            h.element("p", .class("small quiet"), text: t("search.count", count: found.total))
            h.element("form", .action(view.links.path(.inquiry)), Attribute("method", "get")) { h in
                hidden(&h)
                h.element("ul", .class("plain")) { h in
                    for program in found.hits.map(\.program) where !basket.codes.ids.contains(program.id) {
                        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                        h.element("li", .class("basket-line")) { h in
                            h.element("span") { h in
                                h.element("strong", .lang(view.lang(title.language)), text: title.text)
                                h.element(
                                    "span", .class("small quiet cell-note"),
                                    text: Labels(view, catalogue: catalogue).institution(program.institution))
                            }
                            h.element(
                                "button", .class("button secondary compact"), .type("submit"), .name("add"),
                                .value(ProgramCodes.code(program.id))
                            ) { h in
                                h.text(t("inquiry.basket.addOne"))
                                h.element("span", .class("visually-hidden"), text: " " + title.text)
                            }
                        }
                    }
                }
            }
        }
    }

    private func hidden(_ h: inout HTMLWriter) {
        if !basket.codes.isEmpty { h.void("input", .type("hidden"), .name("ids"), .value(basket.codes.text)) }
        for institution in basket.institutions { h.void("input", .type("hidden"), .name("institution"), .value(institution.id.rawValue)) }
    }
}
