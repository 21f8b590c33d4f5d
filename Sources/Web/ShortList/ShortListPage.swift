import Domain
import HTML
import Matching
import Portal

/// The programs somebody keeps: looked at again, compared, shared, printed. Works from its address alone; scripts add the device's memory.
struct ShortListPage {
    let view: View
    let catalogue: Catalogue
    let asked: ShortListRequest
    /// What was typed to find another program.
    let words: String
    let found: SearchResults?

    private var t: Texts.Reader { view.t }
    private var codes: ProgramCodes { asked.codes }
    private var address: String { view.site.services.settings.baseURL + view.links.shortList(codes) }

    var page: Page {
        var page = Page(
            title: t("shortlist.title"), description: t("shortlist.lead"), route: .shortList,
            query: QueryString([("ids", codes.text), ("q", words)]).text, isIndexed: false
        ) { h in
            h.element("div", .flag("data-short-list"), Attribute("data-codes", codes.text)) { h in
                h.element("h1", text: t("shortlist.title"))
                ShortListNotices(view: view, asked: asked).write(&h)
                if codes.isEmpty { empty(&h) } else { list(&h) }
            }
            if !codes.isEmpty { ShareSection(view: view, codes: codes, address: address).write(&h) }
            add(&h)
        }
        page.modules = ["short-list-page.js"]
        page.shortList = codes.text
        return page
    }

    private func list(_ h: inout HTMLWriter) {
        h.element("h2", .id("result-count"), text: t("shortlist.count", count: codes.ids.count))
        h.element("form", .action(view.links.path(.compare)), Attribute("method", "get"), .flag("data-compare")) { h in
            h.void("input", .type("hidden"), .name("list"), .value(codes.text))
            let row = ProgramRow(view: view, catalogue: catalogue, isKept: true)
            h.element("ol", .class("programs kept")) { h in
                for program in asked.programs {
                    h.element("li") { h in
                        row.write(program, &h)
                        actions(program, &h)
                    }
                }
                for id in asked.withdrawn { h.element("li") { withdrawn(id, &$0) } }
            }
            guard asked.programs.count > 1 else { return }
            h.element("div", .class("compare-bar no-print")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("shortlist.compare"))
                h.element("span", .class("small quiet"), text: t("shortlist.compareHint"))
            }
            h.element("p", .class("field-error"), .role("alert"), .flag("data-too-many"), .flag("hidden"), text: t("compare.tooManyTicked"))
        }
    }

    private func actions(_ program: Program, _ h: inout HTMLWriter) {
        let title = program.title.text(view.language)
        h.element("p", .class("kept-actions no-print")) { h in
            if asked.programs.count > 1 {
                h.element("label", .class("check")) { h in
                    h.void("input", .type("checkbox"), .name("program"), .value(ProgramCodes.code(program.id)))
                    h.text(t("shortlist.tick"))
                    h.element("span", .class("visually-hidden"), text: " " + title)
                }
            }
            remove(program.id, title, &h)
        }
    }

    private func remove(_ id: Program.ID, _ title: String, _ h: inout HTMLWriter) {
        h.element(
            "a", .class("row-link"), .href(view.links.shortList(codes.without(id))), Attribute("data-remove", ProgramCodes.code(id))
        ) { h in
            h.text(t("shortlist.remove"))
            h.element("span", .class("visually-hidden"), text: " " + title)
        }
    }

    /// A program that was taken off the portal: said, so that nobody wonders where it went.
    private func withdrawn(_ id: Program.ID, _ h: inout HTMLWriter) {
        h.element("div", .class("program-row withdrawn"), Attribute("data-withdrawn", ProgramCodes.code(id))) { h in
            h.element("h3") { h in
                h.element("span", .flag("data-withdrawn-title"), text: t("shortlist.withdrawnTitle"))
            }
            h.element("p", text: t("shortlist.withdrawn"))
        }
        h.element("p", .class("kept-actions no-print")) { remove(id, t("shortlist.withdrawnTitle"), &$0) }
    }

    private func empty(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), text: t("shortlist.empty"))
        h.element("ul", .class("links")) { h in
            for (link, key) in [
                (view.links.home, "shortlist.start.job"), (view.links.search, "shortlist.start.search"),
                (view.links.path(.lists), "shortlist.start.lists"),
            ] {
                h.element("li") { $0.element("a", .class("row-link"), .href(link), text: t(key)) }
            }
        }
    }

    /// Search within the page: whoever has no scripts adds here, because only this page's address holds the list.
    private func add(_ h: inout HTMLWriter) {
        h.element("section", .class("no-print"), .id("add"), Attribute("aria-labelledby", "add-title")) { h in
            h.element("h2", .id("add-title"), text: t("shortlist.add"))
            guard codes.ids.count < ShortListRequest.most else {
                h.element("p", text: t("shortlist.full"))
                return
            }
            h.element(
                "form", .class("search-bar narrow"), .action(view.links.shortList() + "#add"), Attribute("method", "get"), .role("search")
            ) { h in
                if !codes.isEmpty { h.void("input", .type("hidden"), .name("ids"), .value(codes.text)) }
                h.element("div") { h in
                    h.element("label", .for("q"), text: t("search.words"))
                    h.void(
                        "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                        Attribute("enterkeyhint", "search"))
                }
                h.element("button", .class("button secondary"), .type("submit"), text: t("search.submit"))
            }
            if let found { self.found(found, &h) }
        }
    }

    private func found(_ found: SearchResults, _ h: inout HTMLWriter) {
        h.element("p", .class("small quiet"), text: t("search.count", count: found.total))
        let row = ProgramRow(view: view, catalogue: catalogue)
        h.element("ul", .class("programs")) { h in
            for hit in found.hits where !codes.ids.contains(hit.program.id) { h.element("li") { row.write(hit.program, &$0) } }
        }
        h.element("p") { h in
            h.element(
                "a", .class("row-link"), .href(view.links.search(ProgramQuery(text: words, language: view.language))),
                text: t("shortlist.allFound"))
        }
    }
}
