import Domain
import HTML
import Matching
import Portal

/// The programs for a posting: a few that cover most of it together, those that cover most alone, and what none covers.
struct PostingPrograms {
    let view: View
    let catalogue: Catalogue
    let answer: ReadPosting.Answer

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var coverage: PostingCoverage { answer.coverage }

    func write(_ h: inout HTMLWriter) {
        h.element("h2", .id("programs"), text: t("posting.programs.title"))
        set(&h)
        ranked(&h)
        institutions(&h)
        uncovered(&h)
    }

    private func set(_ h: inout HTMLWriter) {
        guard !coverage.set.isEmpty else { return }
        h.element("section", .class("card posting-set"), Attribute("aria-labelledby", "together")) { h in
            h.element("h3", .id("together"), text: t("posting.set.title", count: coverage.set.count))
            h.element(
                "p",
                text: t(
                    coverage.isProvedBest ? "posting.set.best" : "posting.set.found",
                    ["covered": view.format.number(coverage.coveredTogether.count), "all": view.format.number(coverage.needs.count)]))
            h.element("ol", .class("plan-steps")) { h in
                for step in coverage.set {
                    h.element("li") { h in
                        let title = step.program.title.resolved(view.language) ?? (step.program.reference, view.language)
                        h.element("h4") { h in
                            h.element(
                                "a", .class("tap"), .href(view.links.program(step.program.id)), .lang(view.lang(title.language)),
                                text: title.text)
                        }
                        h.element("p", .class("institution"), text: labels.institution(step.program.institution))
                        h.element("p", .class("small"), text: t("posting.set.adds", ["skills": names(step.adds)]))
                    }
                }
            }
        }
    }

    private func ranked(_ h: inout HTMLWriter) {
        h.element("h3", text: coverage.set.isEmpty ? t("posting.ranked.only") : t("posting.ranked.title"))
        guard !coverage.ranked.isEmpty else {
            h.element("p", text: t("posting.ranked.none"))
            return
        }
        let row = ProgramRow(view: view, catalogue: catalogue, subject: answer.occupation, asks: true)
        h.element("ol", .class("programs")) { h in
            for one in coverage.ranked { h.element("li") { row.write(one.program, note: note(one), &$0) } }
        }
        h.element("div", .class("pages no-print")) { h in
            if let occupation = answer.occupation {
                h.element(
                    "a", .class("row-link"), .href(view.links.search(.occupation, occupation.rawValue)), text: t("recommendations.all"))
            }
            h.element("a", .class("row-link"), .href(view.links.search), text: t("error.searchAll"))
        }
    }

    private func note(_ one: PostingCoverage.Program) -> String {
        var parts: [String] = []
        if !one.covers.isEmpty { parts.append(t("posting.ranked.covers", count: one.covers.count, ["skills": names(one.covers)])) }
        if let occupation = one.preparesFor { parts.append(t("posting.ranked.prepares", ["occupation": labels.occupation(occupation)])) }
        if !one.canBegin { parts.append(t("posting.ranked.noDates")) }
        return parts.joined(separator: " ")
    }

    /// Who offers these programs. This is where asking all of them at once belongs.
    private func institutions(_ h: inout HTMLWriter) {
        var ids: [Institution.ID] = []
        for id in (coverage.set.map(\.program) + coverage.ranked.map(\.program)).map(\.institution) where !ids.contains(id) {
            ids.append(id)
        }
        guard !ids.isEmpty else { return }
        h.element("section", .class("posting-ask"), Attribute("aria-labelledby", "ask")) { h in
            h.element("h3", .id("ask"), text: t("posting.ask.title"))
            h.element("p", text: t("posting.ask.text"))
            h.element("ul", .class("links")) { h in
                for id in ids {
                    h.element("li") { h in
                        h.element("a", .class("row-link"), .href(view.links.institution(id)), text: labels.institution(id))
                    }
                }
            }
        }
    }

    private func uncovered(_ h: inout HTMLWriter) {
        let missing = coverage.uncovered.map { coverage.needs[$0].target }
        h.element("section", .class("plan-unmet"), Attribute("aria-labelledby", "missing")) { h in
            h.element("h3", .id("missing"), text: t(missing.isEmpty ? "posting.missing.none" : "posting.missing.title"))
            if !missing.isEmpty {
                h.element("ul", .class("tag-list")) { h in
                    for target in missing {
                        let name = labels.target(target)
                        h.element("li", .class("mark-pill care"), .lang(view.lang(name.language)), text: name.text)
                    }
                }
                h.element(
                    "p", .class("small quiet"), text: t(answer.occupation == nil ? "posting.missing.notCounted" : "posting.missing.counted")
                )
            }
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.needRequest(Array(missing.prefix(8)), occupation: answer.occupation)),
                    text: t("posting.missing.tell"))
            }
        }
    }

    private func names(_ places: [Int]) -> String {
        view.format.list(places.map { labels.target(coverage.needs[$0].target).text }, and: t("facts.and"))
    }
}
