import Domain
import HTML

/// A table with a row for each of something and a column for each step, ordered by whichever head is followed.
struct StepTable<Row> {
    let view: View
    let caption: String
    /// Of the first column.
    let head: String
    var steps = ReferralStep.allCases
    /// Where its heads lead, `sort` left to be added; `nil` for a table in an order of its own.
    var sorted: (address: String, query: [(String, String?)], by: FiguresSort)?
    let counts: (Row) -> ReferralCounts
    /// What stands in a row's first cell.
    let name: (Row, inout HTMLWriter) -> Void

    func write(_ rows: [Row], _ h: inout HTMLWriter) {
        h.element("div", .class("console-table step-table"), Attribute("tabindex", "0"), .role("region"), Attribute("aria-label", caption))
        {
            h in
            h.element("table") { h in
                h.element("caption", .class("visually-hidden"), text: caption)
                h.element("thead") { h in
                    h.element("tr") { h in
                        write(head: head, .name, &h)
                        for step in steps { write(head: view.t("figures.head.\(step.rawValue)"), .step(step), &h) }
                    }
                }
                h.element("tbody") { h in
                    for row in rows {
                        let counts = counts(row)
                        h.element("tr") { h in
                            h.element("th", Attribute("scope", "row")) { name(row, &$0) }
                            for step in steps { h.element("td", .class("number figures-cell"), text: view.format.number(counts[step])) }
                        }
                    }
                }
            }
        }
    }

    private func write(head: String, _ sort: FiguresSort, _ h: inout HTMLWriter) {
        let isChosen = sorted?.by == sort
        h.element(
            "th", Attribute("scope", "col"), sort == .name ? nil : .class("number"),
            isChosen ? Attribute("aria-sort", sort == .name ? "ascending" : "descending") : nil
        ) { h in
            guard let sorted else { return h.text(head) }
            let address = sorted.address + QueryString(sorted.query + [("sort", sort.name)]).text + "#table"
            h.element("a", .class("row-link"), .href(address), text: head)
        }
    }
}
