import Domain
import HTML

/// A bar for every month or quarter, drawn by the server. A period that is not published has no bar, and the table says so.
struct DemandFigure {
    let view: View
    let demand: Demand
    let place: String

    private static let height = 72.0
    /// Between two bars, in widths of a bar.
    private static let gap = 0.22

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let measure = demand.measure.rawValue
        let id = "\(measure)-figure"
        let largest = demand.periods.compactMap(\.count).max() ?? 0
        // One bar alone compares with nothing.
        guard demand.publishedPeriods > 1, let first = demand.periods.first, let last = demand.periods.last else { return }
        h.element("figure", .class("figure")) { h in
            h.element(
                "svg", .role("img"), Attribute("width", "100%"), Attribute("height", "116"),
                Attribute("aria-labelledby", "\(id)-title \(id)-desc")
            ) { h in
                h.element("title", .id("\(id)-title"), text: t("lmi.demand.\(measure).figure", ["place": place]))
                h.element(
                    "desc", .id("\(id)-desc"), text: t("lmi.demand.largest", ["count": view.format.number(largest)]))
                for (index, period) in demand.periods.enumerated() { bar(period, index, largest, &h) }
                h.element("text", .class("bar-text"), Attribute("x", "0"), Attribute("y", "110"), text: view.format.month(first.start))
                h.element(
                    "text", .class("bar-text"), Attribute("x", "100%"), Attribute("y", "110"), Attribute("text-anchor", "end"),
                    text: view.format.month(last.start))
            }
            h.element("figcaption", text: t("lmi.demand.\(measure).figure", ["place": place]))
        }
    }

    private func bar(_ period: Demand.Period, _ index: Int, _ largest: Int, _ h: inout HTMLWriter) {
        guard let count = period.count else { return }
        // As many gaps as there are between the bars: the last one ends where the drawing ends.
        let width = 100.0 / (Double(demand.periods.count) + Self.gap * Double(demand.periods.count - 1))
        let step = width * (1 + Self.gap)
        let height = max(1, Double(count) / Double(max(largest, 1)) * Self.height)
        let x = Double(index) * step
        h.element(
            "rect", .class("bar-a"), Attribute("x", Self.percent(x)), Attribute("y", String(Int(18 + Self.height - height))),
            Attribute("width", Self.percent(width)), Attribute("height", String(Int(height.rounded(.up)))), Attribute("rx", "3")
        ) { _ in }
        // Numbers on the largest bar, and on all of them where there is room.
        guard demand.periods.count <= 4 || count == largest else { return }
        h.element(
            "text", .class("bar-text"), Attribute("x", Self.percent(x + width / 2)),
            Attribute("y", String(Int(13 + Self.height - height))),
            Attribute("text-anchor", "middle"), text: view.format.number(count))
    }

    private static func percent(_ share: Double) -> String { "\((share * 10).rounded() / 10)%" }
}
