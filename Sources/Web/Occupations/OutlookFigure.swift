import Domain
import HTML

/// Openings beside job seekers over the horizon: two bars drawn by the server, and the same numbers as a table.
struct OutlookFigure {
    let view: View
    let outlook: Outlook
    let figures: Outlook.Figures

    /// Percent of the drawing's width for the longest bar; its number stands in the rest. Without a viewBox the words keep their size.
    private static let barRoom = 74.0

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let years = view.format.years(outlook.horizon)
        let id = "figure-\(outlook.occupation.rawValue)"
        h.element("figure", .class("figure")) { h in
            h.element(
                "svg", .role("img"), Attribute("width", "100%"), Attribute("height", "92"),
                Attribute("aria-labelledby", "\(id)-title \(id)-desc")
            ) { h in
                h.element("title", .id("\(id)-title"), text: t("outlook.figure.title", ["years": years]))
                h.element(
                    "desc", .id("\(id)-desc"),
                    text: t(
                        "outlook.figure.description",
                        ["openings": view.format.number(figures.openings), "seekers": view.format.number(figures.seekers)]))
                bar(t("outlook.figure.openings"), figures.openings, y: 0, class: "bar-a", &h)
                bar(t("outlook.figure.seekers"), figures.seekers, y: 46, class: "bar-b", &h)
            }
            h.element("figcaption", text: t("outlook.figure.caption", ["years": years]))
        }
        table(years, &h)
    }

    private func bar(_ label: String, _ value: Int, y: Int, class name: String, _ h: inout HTMLWriter) {
        let largest = Double(max(figures.openings, figures.seekers, 1))
        let length = String(Int(max(1, Double(max(0, value)) / largest * Self.barRoom)))
        h.element("text", .class("bar-text"), Attribute("x", "0"), Attribute("y", String(y + 14)), text: label)
        h.element(
            "rect", .class(name), Attribute("x", "0"), Attribute("y", String(y + 20)), Attribute("width", length + "%"),
            Attribute("height", "18"), Attribute("rx", "4")
        ) { _ in }
        h.element(
            "text", .class("bar-text"), Attribute("x", length + "%"), Attribute("dx", "8"), Attribute("y", String(y + 35)),
            text: view.format.number(value))
    }

    private func table(_ years: String, _ h: inout HTMLWriter) {
        let t = view.t
        let rows = [
            ("outlook.figure.employment", figures.employment), ("outlook.figure.growth", figures.employmentGrowth),
            ("outlook.figure.retirements", figures.retirements), ("outlook.figure.openings", figures.openings),
            ("outlook.figure.seekers", figures.seekers),
        ]
        h.element("details", .id("numbers-\(outlook.occupation.rawValue)")) { h in
            h.element("summary", text: t("outlook.figure.table"))
            h.element("table") { h in
                h.element("caption", text: t("outlook.figure.title", ["years": years]))
                h.element("tbody") { h in
                    for (key, value) in rows {
                        h.element("tr") { h in
                            h.element("th", Attribute("scope", "row"), text: t(key, ["year": String(outlook.horizon.lowerBound - 1)]))
                            h.element("td", .class("number"), text: view.format.number(value))
                        }
                    }
                }
            }
        }
    }
}
