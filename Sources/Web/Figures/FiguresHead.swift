import Domain
import HTML
import Portal

/// What both pages of figures begin with: the period, the whole way, and its parts.
struct FiguresHead {
    let view: View
    /// Keys of texts.
    let title: String
    let lead: String
    let address: String
    let asked: AskedPeriod
    let figures: ReferralFigures

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("div", .class("page-head")) { h in
            h.element("h1", text: t(title))
            if asked.problems.isEmpty {
                let file = address + QueryString(asked.query + [("format", "csv")]).text
                h.element("a", .class("button secondary"), .href(file), text: t("figures.file"))
            }
        }
        h.element("p", .class("lead"), text: t(lead))
        FiguresPeriodForm(view: view, address: address, asked: asked).write(&h)
        FiguresDates(view: view, figures: figures).write(&h)
        h.element("h2", .id("funnel"), text: t("figures.funnel"))
        if figures.total.isEmpty { h.element("p", text: t("figures.empty")) }
        Funnel(view: view, figures: figures).write(&h)
        FiguresParts(view: view, figures: figures).write(&h)
    }
}
