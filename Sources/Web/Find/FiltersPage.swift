import Domain
import HTML
import Matching

/// The filters as a page of their own: behind one button on a phone, with or without scripts.
struct FiltersPage {
    let view: View
    let catalogue: Catalogue
    let form: SearchForm
    let results: SearchResults

    var page: Page {
        Page(title: view.t("search.filters"), route: .filters, query: QueryString(form.query).text, isIndexed: false) { h in
            h.element("div", .class("narrow")) { h in
                h.element("p") { h in
                    h.element("a", .class("row-link"), .href(view.links.search(form.query)), text: view.t("search.backToResults"))
                }
                h.element("h1", text: view.t("search.filters"))
                SearchProblems(view: view, form: form, results: results).write(&h)
                h.element("form", .class("filters-page"), .action(view.links.search), Attribute("method", "get")) { h in
                    if !form.query.text.isEmpty { h.void("input", .type("hidden"), .name("q"), .value(form.query.text)) }
                    if form.query.sort != .relevance { h.void("input", .type("hidden"), .name("sort"), .value(form.query.sort.rawValue)) }
                    FacetList(view: view, labels: Labels(view, catalogue: catalogue), form: form, results: results).write(&h)
                }
            }
        }
    }
}
