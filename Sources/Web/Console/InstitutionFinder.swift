import Domain
import HTML
import Portal

/// A search box over institutions and the ways from one page of the list to the next.
struct InstitutionFinder {
    let view: View
    let route: PageRoute
    let text: String
    let found: ManageInstitutions.Found
    var hidden: (name: String, value: String)?

    private var t: Texts.Reader { view.t }

    func writeSearch(_ h: inout HTMLWriter) {
        h.element("form", .class("console-filters"), .action(view.links.path(route)), Attribute("method", "get"), .role("search")) { h in
            if let hidden { h.void("input", .type("hidden"), .name(hidden.name), .value(hidden.value)) }
            h.element("div", .class("form-field wide-field")) { h in
                h.element("label", .for("q"), text: t("operating.institutions.search"))
                h.void("input", .type("search"), .id("q"), .name("q"), .value(text), Attribute("maxlength", "200"))
            }
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.filter.submit"))
        }
        h.element("p", .class("small quiet"), .id("result-count"), text: t("operating.institutions.count", count: found.total))
    }

    func writePages(_ h: inout HTMLWriter) {
        guard found.pages > 1 else { return }
        h.element("nav", .class("pages"), Attribute("aria-label", t("programs.pages"))) { h in
            if found.page > 1 { link(found.page - 1, "programs.previous", &h) }
            h.element(
                "span", text: t("programs.pageOf", ["page": view.format.number(found.page), "pages": view.format.number(found.pages)]))
            if found.page < found.pages { link(found.page + 1, "programs.next", &h) }
        }
    }

    private func link(_ page: Int, _ label: String, _ h: inout HTMLWriter) {
        let query = QueryString([("q", text.isEmpty ? nil : text), hidden.map { ($0.name, $0.value) } ?? ("", nil), ("page", String(page))])
        h.element("a", .class("button secondary compact"), .href(view.links.path(route) + query.text), text: t(label))
    }

    static func number(_ request: PageRequest) -> Int { max(1, min(100_000, Int(request.text("page")) ?? 1)) }
}
