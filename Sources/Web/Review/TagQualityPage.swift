import Domain
import HTML
import Matching
import Portal

/// How good the suggestions are, by what people made of them: for an institution, or for operators over all.
struct TagQualityPage {
    let request: ConsoleRequest
    let figures: MeasureTagging.Figures
    let newer: Int

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var isOfAll: Bool { request.institution == nil }

    var page: Page {
        let route = isOfAll ? PageRoute.consoleTagQuality : .consoleReviewQuality
        return request.page(t("review.quality.title"), route: route, id: request.institution?.id.rawValue ?? "") { h in
            h.element("h1", text: t("review.quality.title"))
            if !isOfAll { ReviewNavigation(request: request, newer: newer, current: .consoleReviewQuality).write(&h) }
            h.element("p", .class("lead"), text: t("review.quality.lead"))
            guard !figures.lines.isEmpty else { return h.element("p", text: t("review.quality.none")) }
            summary(&h)
            table(&h)
            h.element("p", .class("hint"), text: t("review.quality.hint"))
        }
    }

    private func summary(_ h: inout HTMLWriter) {
        let approved = figures.lines.reduce(0) { $0 + $1.approved }
        let decided = approved + figures.lines.reduce(0) { $0 + $1.rejected }
        h.element("dl", .class("console-figures")) { h in
            figure("decided", view.format.number(decided), &h)
            if decided > 0 { figure("acceptance", view.format.percent(Double(approved) / Double(decided)), &h) }
            figure("added", view.format.number(figures.lines.reduce(0) { $0 + $1.added }), &h)
            if let median = figures.median { figure("median", ReviewWords(view: view).seconds(median), &h) }
        }
        if figures.timed > 0 { h.element("p", .class("small quiet"), text: t("review.quality.timed", count: figures.timed)) }
    }

    private func figure(_ key: String, _ value: String, _ h: inout HTMLWriter) {
        h.element("div") { h in
            h.element("dt", text: t("review.quality.\(key)"))
            h.element("dd", text: value)
        }
    }

    private func table(_ h: inout HTMLWriter) {
        let heads =
            (isOfAll ? [t("console.institution")] : [])
            + ["kind", "matcher", "approved", "rejected", "acceptance", "added", "removed"].map { t("review.head.\($0)") }
        let labels = Labels(view, catalogue: view.site.services.catalogue.current)
        ConsoleTable(caption: t("review.quality.title"), heads: heads).write(figures.lines, &h) { line, h in
            let kind = ReviewWords(view: view).kind(line.kind)
            h.element("th", Attribute("scope", "row"), text: isOfAll ? labels.institution(line.institution) : kind)
            if isOfAll { h.element("td", text: kind) }
            h.element("td", text: line.matcher.isEmpty ? t("review.quality.unread") : line.matcher)
            for value in [line.approved, line.rejected] { h.element("td", .class("figures-cell"), text: view.format.number(value)) }
            h.element("td", .class("figures-cell"), text: line.acceptance.map(view.format.percent) ?? "\u{2013}")
            for value in [line.added, line.removed] { h.element("td", .class("figures-cell"), text: view.format.number(value)) }
        }
    }
}
