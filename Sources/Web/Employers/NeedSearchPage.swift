import Domain
import HTML
import Matching
import Portal

/// What an employer is short of, as it was understood, and the programs for it; or the question which of several things is meant.
struct NeedSearchPage {
    let view: View
    let catalogue: Catalogue
    let words: String
    let chosen: TagTarget?
    /// `nil` when no words were given.
    let answer: RecogniseNeed.Answer?
    let meaning: TagTarget?
    let results: SearchResults?

    /// As many as recommendations.
    static let shown = 10

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var choices: [TagTarget] { (answer?.choices ?? []).filter { $0 != meaning } }

    var page: Page {
        let query = QueryString([("q", words), ("need", chosen?.parameter)]).text
        let title = meaning.map { labels.target($0).text } ?? t("employers.search.titleFor", ["words": words])
        return Page(title: title, route: .employerSearch, query: query, isIndexed: false) { h in
            if let meaning, let results { understood(meaning, results, &h) } else { question(&h) }
            h.element("h2", text: t("employers.search.again"))
            NeedBox(view: view, words: words).write(&h)
            h.element("ul", .class("links")) { h in
                link(view.links.path(.posting), t("employers.search.posting"), &h)
                link(view.links.employers, t("employers.search.industries"), &h)
            }
        }
    }

    private func understood(_ meaning: TagTarget, _ results: SearchResults, _ h: inout HTMLWriter) {
        let name = labels.target(meaning)
        if !words.isEmpty { h.element("p", .class("quiet"), text: t("employers.search.youWrote", ["words": words])) }
        h.element("h1", .lang(view.lang(name.language)), text: name.text)
        h.element("p", .class("quiet"), text: t("employers.kind.\(meaning.kind.rawValue)"))
        if !choices.isEmpty {
            h.element("details", .id("not-right"), .class("no-print")) { h in
                h.element("summary", text: t("employers.search.notRight"))
                list(choices, &h)
                mentions(&h)
            }
        }
        h.element("h2", .id("programs"), text: t("search.count", count: results.total))
        guard results.total > 0 else { return nothing(meaning, &h) }
        let row = ProgramRow(view: view, catalogue: catalogue, subject: occupation(meaning), asks: true)
        h.element("ol", .class("programs")) { h in
            for hit in results.hits { h.element("li") { row.write(hit.program, &$0) } }
        }
        h.element("div", .class("pages no-print")) { h in
            if results.total > results.hits.count {
                h.element(
                    "a", .class("button secondary"), .href(view.links.search(meaning.facet, meaning.code)),
                    text: t("employers.search.all", count: results.total))
            }
            h.element("a", .class("row-link"), .href(needRequest(meaning)), text: t("employers.search.notFound"))
        }
    }

    private func occupation(_ target: TagTarget) -> OccupationCode? { if case .occupation(let code) = target { code } else { nil } }

    private func needRequest(_ meaning: TagTarget) -> String {
        let occupation = occupation(meaning)
        return view.links.needRequest(occupation == nil ? [meaning] : [], occupation: occupation)
    }

    /// Nobody teaches it: what comes near, and how to tell institutions.
    private func nothing(_ meaning: TagTarget, _ h: inout HTMLWriter) {
        h.element("div", .class("card")) { h in
            h.element("p", text: t("employers.search.nothing"))
            h.element("ul", .class("links")) { h in
                link(needRequest(meaning), t("employers.search.tell"), &h)
                if case .occupation(let code) = meaning {
                    link(view.links.recommendations(for: words, occupation: code), t("employers.search.near"), &h)
                }
                if let answer, answer.mentions > 0 {
                    link(view.links.search(ProgramQuery(text: words)), t("employers.search.mentions", count: answer.mentions), &h)
                }
                link(view.links.search, t("error.searchAll"), &h)
            }
        }
    }

    private func question(_ h: inout HTMLWriter) {
        h.element("h1", text: t("employers.search.which", ["words": words]))
        if choices.isEmpty {
            h.element("p", .class("lead"), text: t("employers.search.unknown"))
        } else {
            list(choices, &h)
        }
        mentions(&h)
        h.element("p") {
            $0.element("a", .class("row-link"), .href(view.links.path(.needRequest)), text: t("employers.search.tell"))
        }
    }

    private func mentions(_ h: inout HTMLWriter) {
        guard let answer, answer.mentions > 0 else { return }
        h.element("p") { h in
            h.element(
                "a", .class("row-link"), .href(view.links.search(ProgramQuery(text: words))),
                text: t("employers.search.mentions", count: answer.mentions))
        }
    }

    private func list(_ targets: [TagTarget], _ h: inout HTMLWriter) {
        h.element("ul", .class("choices")) { h in
            for target in targets {
                let name = labels.target(target)
                let count = catalogue.search(
                    ProgramQuery(language: view.language, filters: [target.facet: [target.code]], limit: 1, facetLimit: 0)
                ).total
                h.element("li") { h in
                    h.element("a", .class("choice"), .href(view.links.employerSearch(words, target))) { h in
                        h.element("span", .lang(view.lang(name.language)), text: name.text)
                        h.element(
                            "span", .class("small"),
                            text: t("employers.kind.\(target.kind.rawValue)") + " · " + t("search.count", count: count))
                    }
                }
            }
        }
    }

    private func link(_ address: String, _ text: String, _ h: inout HTMLWriter) {
        h.element("li") { $0.element("a", .class("row-link"), .href(address), text: text) }
    }
}
