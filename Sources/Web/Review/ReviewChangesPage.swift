import Domain
import HTML
import Matching
import Portal
import Storage

/// What a newer matcher or taxonomy reads otherwise: the numbers, samples, and two buttons. Nothing changes by itself.
struct ReviewChangesPage {
    let request: ConsoleRequest
    let comparison: CompareReadings.Comparison

    static let samples = 50

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    private var labels: Labels { Labels(view, catalogue: view.site.services.catalogue.current) }

    var page: Page {
        request.page(t("review.changes.title"), route: .consoleReviewChanges, id: id, query: request.page.query) { h in
            h.element("h1", text: t("review.changes.title"))
            if let count = Int(request.page.text("taken")) {
                h.element("p", .class("notice"), .role("status"), text: t("review.changes.taken", count: count))
            }
            if let count = Int(request.page.text("kept")) {
                h.element("p", .class("notice"), .role("status"), text: t("review.changes.kept", count: count))
            }
            ReviewNavigation(request: request, newer: comparison.programs.count, current: .consoleReviewChanges).write(&h)
            if comparison.programs.isEmpty {
                h.element("p", .class("lead"), text: t("review.changes.none"))
            } else {
                differences(&h)
            }
            outdated(&h)
        }
    }

    private func differences(_ h: inout HTMLWriter) {
        let count = comparison.differences.count
        h.element(
            "p", .class("lead"), text: t("review.changes.count", count: count, ["programs": view.format.number(comparison.programs.count)]))
        if let before = comparison.before, let after = comparison.after {
            let words = ReviewWords(view: view)
            h.element("dl", .class("fact-list")) { h in
                h.element("dt", text: t("review.changes.before"))
                h.element("dd", text: words.version(before))
                h.element("dt", text: t("review.changes.after"))
                h.element("dd", text: words.version(after))
            }
        }
        h.element("p", .class("hint"), text: t("review.changes.hint"))
        ConsoleTable(
            caption: t("review.changes.byKind"),
            heads: [t("review.head.kind")] + ReadingDifference.Change.allCases.map { t("review.change.\($0.rawValue)") }
        ).write(TagTarget.Kind.allCases, &h) { kind, h in
            h.element("th", Attribute("scope", "row"), text: ReviewWords(view: view).kind(kind))
            for change in ReadingDifference.Change.allCases {
                h.element("td", .class("figures-cell"), text: view.format.number(comparison.count(change, kind)))
            }
        }
        if request.may(.reviewTags) {
            h.element("form", .action(view.links.path(.consoleReviewChanges, id: id)), Attribute("method", "post")) { h in
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), .name("do"), .value("take"), text: t("review.changes.take"))
                    h.element(
                        "button", .class("button secondary"), .type("submit"), .name("do"), .value("leave"), text: t("review.changes.leave")
                    )
                }
            }
        }
        samples(&h)
    }

    private func samples(_ h: inout HTMLWriter) {
        let listed = Array(comparison.differences.prefix(Self.samples))
        guard !listed.isEmpty else { return }
        h.element("h2", text: t("review.changes.list"))
        if comparison.differences.count > listed.count {
            h.element("p", .class("hint"), text: t("review.changes.first", count: listed.count))
        }
        ConsoleTable(
            caption: t("review.changes.list"), heads: ["program", "tag", "kind", "change", "confidence"].map { t("review.head.\($0)") }
        ).write(listed, &h) { difference, h in
            title(difference.program, &h)
            h.element("td", text: labels.target(difference.target).text)
            h.element("td", text: ReviewWords(view: view).kind(difference.target.kind))
            h.element("td", text: t("review.change.\(difference.change.rawValue)"))
            let (before, after) = (difference.before.map(view.format.percent), difference.after.map(view.format.percent))
            h.element("td", .class("figures-cell"), text: [before, after].compactMap(\.self).joined(separator: " \u{2192} "))
        }
    }

    /// Approved tags that the taxonomies in use no longer know.
    private func outdated(_ h: inout HTMLWriter) {
        guard !comparison.outdated.isEmpty else { return }
        h.element("h2", text: t("review.changes.outdated"))
        h.element("p", .class("hint"), text: t("review.changes.outdatedHint"))
        ConsoleTable(caption: t("review.changes.outdated"), heads: ["program", "kind", "code"].map { t("review.head.\($0)") }).write(
            Array(comparison.outdated.prefix(Self.samples)), &h
        ) { one, h in
            h.element("th", Attribute("scope", "row")) { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.program(.consoleProgramTags, one.program, at: Institution.ID(id))),
                    text: comparison.titles[one.program]?.text(view.language) ?? one.program.rawValue)
            }
            h.element("td", text: ReviewWords(view: view).kind(one.target.kind))
            h.element("td", text: one.target.code)
        }
    }

    private func title(_ program: Program.ID, _ h: inout HTMLWriter) {
        h.element("th", Attribute("scope", "row")) { h in
            h.element(
                "a", .class("row-link"), .href(view.links.program(.consoleProgram, program, at: Institution.ID(id))),
                text: comparison.titles[program]?.text(view.language) ?? program.rawValue)
        }
    }
}
