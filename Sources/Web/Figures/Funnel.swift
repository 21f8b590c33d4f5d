import Domain
import HTML
import Portal

/// Each step from a list to an outcome: its number, its share of the step it comes from, the days before, and what is counted.
struct Funnel {
    let view: View
    let figures: ReferralFigures

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("ol", .class("funnel")) { h in
            for step in ReferralStep.allCases {
                h.element("li", .id("step-\(step.rawValue)")) { h in
                    h.element("h3", text: t("figures.step.\(step.rawValue)"))
                    h.element("p", .class("funnel-number"), text: view.format.number(figures.total[step]))
                    if let share = share(step) { h.element("p", .class("funnel-share"), text: share) }
                    h.element("p", .class("funnel-change"), text: change(step))
                    h.element("p", .class("small quiet"), text: t("figures.definition.\(step.rawValue)"))
                }
            }
        }
    }

    private func share(_ step: ReferralStep) -> String? {
        guard let base = step.base, figures.total[base] > 0 else { return nil }
        // Who comes another way makes more of the next step than of the one before: that is no share.
        guard figures.total[step] <= figures.total[base] else {
            return t("figures.shareMore", ["step": t("figures.step.\(base.rawValue)")])
        }
        let percent = view.percent(figures.total[step], of: figures.total[base])
        return t("figures.share", ["percent": percent, "step": t("figures.step.\(base.rawValue)")])
    }

    private func change(_ step: ReferralStep) -> String {
        let days = view.format.number(figures.period.length)
        guard let before = step.isActivity ? figures.before : figures.inquiriesBefore else {
            return t("figures.change.none", ["days": days])
        }
        let (now, then) = (figures.total[step], before[step])
        let values = ["days": days, "before": view.format.number(then)]
        if now == then { return t("figures.change.same", values) }
        return t("figures.change.\(now > then ? "more" : "less")", count: abs(now - then), values)
    }
}

extension View {
    /// `12%`, and one decimal below ten: small shares are what these figures are about.
    func percent(_ part: Int, of whole: Int) -> String {
        let share = Double(part) / Double(whole) * 100
        return format.number(share < 10 ? share : share.rounded()) + (language == .en ? "%" : "\u{A0}%")
    }
}
