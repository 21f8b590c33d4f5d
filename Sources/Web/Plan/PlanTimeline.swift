import Domain
import HTML
import Matching

/// When the programs of a plan take place: a bar for each under the days, drawn by the server. The list below it says the same in words.
struct PlanTimeline {
    let view: View
    let plan: TrainingPlan
    let id: String

    private static let rowHeight = 26
    private static let axisHeight = 24
    /// Percent of the width left of the bars, for the numbers.
    private static let left = 6.0
    private static let width = 93.0

    func write(_ h: inout HTMLWriter) {
        guard let first = plan.first, let last = plan.last else { return }
        let t = view.t
        let days = Double(last.days(since: first) + 1)
        let height = Self.rowHeight * plan.steps.count + Self.axisHeight
        h.element("figure", .class("figure plan-timeline")) { h in
            h.element(
                "svg", .role("img"), Attribute("width", "100%"), Attribute("height", String(height)),
                Attribute("aria-labelledby", "\(id)-time-title \(id)-time-desc")
            ) { h in
                h.element("title", .id("\(id)-time-title"), text: t("plan.timeline.title"))
                h.element("desc", .id("\(id)-time-desc"), text: t("plan.timeline.description", count: plan.steps.count))
                for (index, step) in plan.steps.enumerated() {
                    let y = Self.rowHeight * index
                    let x = Self.left + Double(step.start.days(since: first)) / days * Self.width
                    let width = max(1.2, Double(step.end.days(since: step.start) + 1) / days * Self.width)
                    h.element("text", .class("bar-text"), Attribute("x", "0"), Attribute("y", String(y + 15)), text: "\(index + 1)")
                    h.element(
                        "rect", .class(index % 2 == 0 ? "bar-a" : "bar-b"), Attribute("x", percent(min(x, 99 - width))),
                        Attribute("y", String(y + 2)), Attribute("width", percent(width)), Attribute("height", "16"), Attribute("rx", "4")
                    ) { _ in }
                }
                axis(first, last, y: height - 6, &h)
            }
        }
    }

    private func axis(_ first: CalendarDate, _ last: CalendarDate, y: Int, _ h: inout HTMLWriter) {
        h.element(
            "text", .class("bar-text axis"), Attribute("x", percent(Self.left)), Attribute("y", String(y)), text: view.format.date(first))
        guard last != first else { return }
        h.element(
            "text", .class("bar-text axis"), Attribute("x", "99%"), Attribute("y", String(y)), Attribute("text-anchor", "end"),
            text: view.format.date(last))
    }

    /// One decimal, with a point whatever the language.
    private func percent(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
