import Domain
import HTML

/// Openings beside job seekers over the horizon: two bars drawn by the server, and the same numbers as a table.
struct OutlookFigure {
    let view: View
    let outlook: Outlook
    let figures: Outlook.Figures

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let years = view.format.years(outlook.horizon)
        h.element("figure", .class("figure")) { h in
            LabelledBars(
                id: "figure-\(outlook.occupation.rawValue)", title: t("outlook.figure.title", ["years": years]),
                description: t(
                    "outlook.figure.description",
                    ["openings": view.format.number(figures.openings), "seekers": view.format.number(figures.seekers)]),
                bars: [
                    bar(t("outlook.figure.openings"), figures.openings),
                    bar(t("outlook.figure.seekers"), figures.seekers, isSecond: true),
                ]
            ).write(&h)
            h.element("figcaption", text: t("outlook.figure.caption", ["years": years]))
        }
        table(years, &h)
    }

    private func bar(_ label: String, _ value: Int, isSecond: Bool = false) -> LabelledBars.Bar {
        LabelledBars.Bar(label: label, value: Double(value), text: view.format.number(value), isSecond: isSecond)
    }

    private func table(_ years: String, _ h: inout HTMLWriter) {
        let t = view.t
        let rows = [
            ("outlook.figure.employment", figures.employment), ("outlook.figure.growth", figures.employmentGrowth),
            ("outlook.figure.retirements", figures.retirements), ("outlook.figure.openings", figures.openings),
            ("outlook.figure.seekers", figures.seekers),
        ]
        FigureTable(
            id: "numbers-\(outlook.occupation.rawValue)", summary: t("outlook.figure.table"),
            caption: t("outlook.figure.title", ["years": years]),
            rows: rows.map { key, value in
                [t(key, ["year": String(outlook.horizon.lowerBound - 1)]), view.format.number(value)]
            }
        ).write(&h)
    }
}
