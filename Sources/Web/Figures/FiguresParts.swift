import Domain
import HTML
import Portal

/// The total in parts: how fast offices reply, by what employers asked for, by outcome, and over time.
struct FiguresParts {
    let view: View
    let figures: ReferralFigures

    private var t: Texts.Reader { view.t }
    private static let inquirySteps: [ReferralStep] = [.inquiry, .opened, .replied, .closed]

    func write(_ h: inout HTMLWriter) {
        replyTime(&h)
        purposes(&h)
        outcomes(&h)
        trend(&h)
    }

    private func replyTime(_ h: inout HTMLWriter) {
        h.element("h2", .id("replies"), text: t("figures.reply.title"))
        guard let time = figures.replyTime else { return h.element("p", text: t("figures.reply.none")) }
        let minutes = Int(time.medianMilliseconds / 60_000)
        let length: String
        switch minutes {
        case ..<1: length = t("figures.reply.instant")
        case ..<90: length = t("figures.reply.minutes", count: minutes)
        case ..<2_880: length = t("figures.reply.hours", count: (minutes + 30) / 60)
        default: length = t("figures.reply.days", count: (minutes + 720) / 1_440)
        }
        h.element("p") { h in
            h.element("strong", .id("reply-time"), text: length)
            h.text(" " + t("figures.reply.rests", count: time.replies))
        }
        h.element("p", .class("small quiet"), text: t("figures.reply.definition"))
    }

    private func purposes(_ h: inout HTMLWriter) {
        guard figures.total.inquiries > 0 else { return }
        h.element("h2", .id("purposes"), text: t("figures.purposes"))
        StepTable<Inquiry.Purpose>(
            view: view, caption: t("figures.purposes"), head: t("figures.head.purpose"), steps: Self.inquirySteps,
            counts: { figures.purposes[$0] ?? ReferralCounts() }, name: { $1.text(t("inquiry.purpose.\($0.rawValue)")) }
        ).write(Inquiry.Purpose.allCases.filter { figures.purposes[$0] != nil }, &h)
    }

    private func outcomes(_ h: inout HTMLWriter) {
        guard figures.total.closed > 0 else { return }
        h.element("h2", .id("outcomes"), text: t("figures.outcomes"))
        ConsoleTable(caption: t("figures.outcomes"), heads: [t("figures.head.outcome"), t("figures.head.inquiry")]).write(
            Delivery.Outcome.allCases.filter { figures.total.outcomes[$0] ?? 0 > 0 }, &h
        ) { outcome, h in
            h.element("th", Attribute("scope", "row"), text: t("figures.outcome.\(outcome.rawValue)"))
            h.element("td", .class("number figures-cell"), text: view.format.number(figures.total.outcomes[outcome] ?? 0))
        }
    }

    private func trend(_ h: inout HTMLWriter) {
        let areMonths = figures.period.areMonths
        h.element("h2", .id("trend"), text: t(areMonths ? "figures.byMonth" : "figures.byWeek"))
        StepTable<ReferralFigures.Part>(
            view: view, caption: t(areMonths ? "figures.byMonth" : "figures.byWeek"),
            head: t(areMonths ? "figures.head.month" : "figures.head.week"), counts: \.counts,
            name: { part, h in
                h.text(
                    areMonths
                        ? view.format.month(part.days.lowerBound)
                        : t(
                            "figures.week",
                            ["from": view.format.date(part.days.lowerBound), "to": view.format.date(part.days.upperBound)]))
            }
        ).write(figures.trend.filter { part in figures.countedSince.map { part.days.upperBound >= $0 } ?? true }, &h)
    }

    /// What holds for every number.
    func definitions(_ h: inout HTMLWriter) {
        h.element("h2", .id("definitions"), text: t("figures.rules.title"))
        h.element("ul") { h in
            for key in ["robots", "sums", "cohort", "shares", "erased", "people"] { h.element("li", text: t("figures.rules.\(key)")) }
        }
    }
}
