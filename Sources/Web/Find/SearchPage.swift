import Domain
import HTML
import Matching

/// Search with facets: chosen filters as chips, counts inside labels, the address is the state.
struct SearchPage {
    let view: View
    let catalogue: Catalogue
    let form: SearchForm
    let results: SearchResults
    /// Where nothing was found: programs for the job that the words are understood as.
    let alike: [Program]

    private var t: Texts.Reader { view.t }
    private var query: ProgramQuery { form.query }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    var page: Page {
        let title = query.text.isEmpty ? t("search.title") : t("search.titleFor", ["words": query.text])
        var page = Page(
            title: title, description: t("search.description"), route: .search, query: QueryString(query).text,
            isIndexed: QueryString(query).text.isEmpty,
            structuredData: StructuredData(view: view).itemList(results.hits.map(\.program)).map { [$0] } ?? []
        ) { h in
            h.element("h1", text: title)
            SearchProblems(view: view, form: form, results: results).write(&h)
            h.element(
                "form", .action(view.links.search), Attribute("method", "get"), .role("search"), .flag("data-live-search")
            ) { h in
                bar(&h)
                h.element("div", .class("search-layout")) { h in
                    h.element("div", .class("facets only-wide"), Attribute("data-live", "facets")) { h in
                        FacetList(view: view, labels: labels, form: form, results: results).write(&h)
                    }
                    resultList(&h)
                }
            }
            if !isUnasked { RecentSearches(view: view).write(&h) }
        }
        page.modules = [RecentSearches.script]
        page.searchText = query.text
        return page
    }

    /// Nothing was asked yet: earlier questions are then the first thing one may want.
    private var isUnasked: Bool { QueryString(QueryString.pairs(query, page: false)).text.isEmpty }

    private func bar(_ h: inout HTMLWriter) {
        h.element("div", .class("search-bar")) { h in
            h.element("div") { h in
                h.element("label", .for("q"), text: t("search.words"))
                h.void(
                    "input", .type("search"), .id("q"), .name("q"), .value(query.text), Attribute("maxlength", "200"),
                    Attribute("enterkeyhint", "search"))
            }
            h.element("button", .class("button"), .type("submit"), text: t("search.submit"))
        }
        if isUnasked { RecentSearches(view: view).write(&h) }
        h.element("p", .class("only-narrow no-print")) { h in
            h.element("a", .class("button secondary"), .href(view.links.filters(query))) { h in
                let count =
                    query.filters.values.reduce(0) { $0 + $1.count } + (query.near == nil ? 0 : 1) + (query.maximumPrice == nil ? 0 : 1)
                h.text(count == 0 ? t("search.filters") : t("search.filtersChosen", count: count))
            }
        }
    }

    private func resultList(_ h: inout HTMLWriter) {
        let chosen = ChosenFilters(view: view, labels: labels, query: query)
        let remembered = isUnasked ? nil : RecentSearches.label(query.text, filters: chosen.names)
        h.element(
            "div", Attribute("data-live", "results"), remembered.map { Attribute("data-recent-label", $0) },
            remembered.map { _ in Attribute("data-recent-words", query.text) }
        ) { h in
            chosen.write(&h)
            h.element("div", .class("result-head")) { h in
                h.element("h2", .id("result-count"), text: t("search.count", count: results.total))
                if results.total > 0 { sort(&h) } else { keepSort(&h) }
            }
            if let corrected = results.correctedText {
                h.element("p", text: t("search.corrected", ["words": query.text, "corrected": corrected]))
            }
            if results.total == 0 { nothing(&h) } else { hits(&h) }
        }
        h.element("p", .class("visually-hidden"), .role("status"), .id("result-status")) { _ in }
    }

    private func sort(_ h: inout HTMLWriter) {
        h.element("div", .class("sort")) { h in
            h.element("label", .for("sort"), text: t("search.sort.label"))
            h.element("select", .id("sort"), .name("sort")) { h in
                for sort in ProgramQuery.Sort.allCases {
                    h.element(
                        "option", .value(sort == .relevance ? "" : sort.rawValue), .flag("selected", if: sort == query.sort),
                        text: t("search.sort.\(sort.rawValue)"))
                }
            }
            h.element("button", .class("button secondary when-still"), .type("submit"), text: t("search.apply"))
        }
    }

    /// There is nothing to put in order, but the order chosen stays for the next try.
    private func keepSort(_ h: inout HTMLWriter) {
        guard query.sort != .relevance else { return }
        h.void("input", .type("hidden"), .name("sort"), .value(query.sort.rawValue))
    }

    private func hits(_ h: inout HTMLWriter) {
        let row = ProgramRow(view: view, catalogue: catalogue, asks: true)
        let question = query.offset == 0 ? NarrowingQuestion(for: query, results: results) : nil
        let narrowIt = question.map { NarrowIt(view: view, labels: labels, query: query, question: $0) }
        narrowIt.split(results.hits, start: query.offset + 1, &h) { hit, h in
            row.write(hit.program, note: hit.matchedOtherLanguage ? t("search.foundInOther") : nil, &h)
        }
        guard results.total > query.limit else { return }
        h.element("nav", .class("pages"), Attribute("aria-label", t("search.pages.label"))) { h in
            let pages = (results.total + query.limit - 1) / query.limit
            let current = query.offset / query.limit + 1
            if current > 1 { turn(to: min(current - 1, pages), "search.pages.previous", "prev", &h) }
            h.element("span", text: t("search.pages.position", ["page": view.format.number(current), "pages": view.format.number(pages)]))
            if current < pages { turn(to: current + 1, "search.pages.next", "next", &h) }
        }
    }

    private func turn(to page: Int, _ key: String, _ relation: String, _ h: inout HTMLWriter) {
        var other = query
        other.offset = (page - 1) * query.limit
        h.element("a", .class("button secondary"), .href(view.links.search(other)), Attribute("rel", relation), text: t(key))
    }

    /// What to try when nothing is found: fewer filters, other words, or the job instead.
    private func nothing(_ h: inout HTMLWriter) {
        ways(&h)
        guard !alike.isEmpty else { return }
        h.element("h2", text: t("search.alike.title"))
        h.element("p", text: t("search.alike.lead", ["words": query.text]))
        let row = ProgramRow(view: view, catalogue: catalogue, asks: true)
        h.element("ul", .class("programs")) { h in
            for program in alike { h.element("li") { row.write(program, &$0) } }
        }
    }

    private func ways(_ h: inout HTMLWriter) {
        h.element("div", .class("card")) { h in
            h.element("p", text: t("search.nothing.lead"))
            h.element("ul", .class("links")) { h in
                if !query.filters.isEmpty || query.near != nil || query.maximumPrice != nil {
                    h.element("li") { h in
                        var wider = query
                        wider.filters = [:]
                        wider.near = nil
                        wider.maximumPrice = nil
                        wider.offset = 0
                        h.element("a", .class("row-link"), .href(view.links.search(wider)), text: t("search.nothing.clear"))
                    }
                }
                if !query.text.isEmpty {
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.recommendations(for: query.text)),
                            text: t("search.nothing.asJob", ["words": query.text]))
                    }
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.occupations(matching: query.text)),
                            text: t("search.nothing.occupations"))
                    }
                }
                h.element("li") { h in h.element("a", .class("row-link"), .href(view.links.search), text: t("error.searchAll")) }
                h.element("li") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.quiz), text: t("quiz.invite", ["count": String(QuizStep.allCases.count)]))
                }
            }
        }
    }
}
