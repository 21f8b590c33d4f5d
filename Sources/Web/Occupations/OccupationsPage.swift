import Domain
import HTML
import Matching

/// Finds an occupation by words, or by walking down the broad categories.
struct OccupationsPage {
    let view: View
    let catalogue: Catalogue
    let words: String
    /// `nil` when nothing was asked.
    let matches: OccupationMatches?
    let query: String

    private var t: Texts.Reader { view.t }

    var page: Page {
        var page = Page(
            title: t("occupations.title"), description: t("occupations.description"), route: .occupations,
            query: QueryString([("q", words)]).text,
            isIndexed: matches == nil
        ) { h in
            h.element("h1", text: t("occupations.title"))
            h.element("p", .class("lead"), text: t("occupations.lead"))
            form(&h)
            if let matches { found(matches, &h) } else { categories(&h) }
        }
        page.searchText = words
        return page
    }

    private func form(_ h: inout HTMLWriter) {
        h.element("form", .class("search-bar narrow"), .action(view.links.occupations), Attribute("method", "get"), .role("search")) { h in
            h.element("div") { h in
                h.element("label", .for("q"), text: t("occupations.words"))
                h.void(
                    "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                    Attribute("enterkeyhint", "search"))
            }
            h.element("button", .class("button"), .type("submit"), text: t("search.submit"))
        }
    }

    private func found(_ matches: OccupationMatches, _ h: inout HTMLWriter) {
        let labels = Labels(view, catalogue: catalogue)
        h.element("h2", text: t("occupations.found", ["words": words]))
        h.element("ul", .class("choices")) { h in
            for match in matches.matches {
                guard let code = match.occupation else { continue }
                h.element("li") { h in
                    h.element("a", .class("choice"), .href(view.links.occupation(code))) { h in
                        h.element("span", text: labels.occupation(code))
                        if let title = match.matchedTitle, let language = match.matchedLanguage {
                            h.element("span", .class("small")) { h in
                                h.text(t("recommendations.suchAs") + " ")
                                h.element("span", .lang(view.lang(language)), text: title)
                            }
                        }
                    }
                }
            }
        }
    }

    private func categories(_ h: inout HTMLWriter) {
        let occupations = catalogue.labourMarket.occupations.values.sorted { $0.code < $1.code }
        let byCategory = Dictionary(grouping: occupations) { String($0.code.rawValue.prefix(1)) }
        h.element("h2", text: t("occupations.browse"))
        for (digit, members) in byCategory.sorted(by: { $0.key < $1.key }) {
            h.element("details", .id("category-\(digit)")) { h in
                h.element("summary", text: catalogue.labourMarket.occupationGroups[digit]?.title.text(view.language) ?? digit)
                h.element("ul", .class("columns plain")) { h in
                    for occupation in members {
                        h.element("li") { h in
                            h.element(
                                "a", .class("row-link"), .href(view.links.occupation(occupation.code)),
                                text: occupation.title.text(view.language))
                        }
                    }
                }
            }
        }
    }
}
