import Domain
import HTML
import Portal

/// A dense table whose head stays in view. It scrolls in a box of its own where it is wider than the screen.
struct ConsoleTable {
    /// Read out before the table, and not shown: the heading above says it.
    let caption: String
    let heads: [String]

    /// - Parameter cells: writes the cells of one row; the first one as `th` with `scope="row"`.
    func write<Row>(_ rows: [Row], _ h: inout HTMLWriter, cells: (Row, inout HTMLWriter) -> Void) {
        h.element("div", .class("console-table"), Attribute("tabindex", "0"), .role("region"), Attribute("aria-label", caption)) { h in
            h.element("table") { h in
                h.element("caption", .class("visually-hidden"), text: caption)
                h.element("thead") { h in
                    h.element("tr") { h in for head in heads { h.element("th", Attribute("scope", "col"), text: head) } }
                }
                h.element("tbody") { h in
                    for row in rows { h.element("tr") { cells(row, &$0) } }
                }
            }
        }
    }
}

extension ConsoleRequest {
    /// What was just done, said once: `?notice=changed` is the text `console.notice.changed`.
    var notice: String? {
        let key = "console.notice.\(page.text("notice"))"
        return view.t.has(key) ? view.t(key) : nil
    }

    /// The sentence of a notice above a page's heading.
    func writeNotice(_ h: inout HTMLWriter) {
        if let notice { h.element("p", .class("notice"), .role("status"), text: notice) }
    }
}

extension View {
    /// A day and the time of day, in the portal's own time zone.
    func moment(_ time: Timestamp) -> String {
        let settings = site.services.settings
        let (hour, minute) = settings.timeOfDay(at: time)
        return t(
            "console.moment",
            [
                "date": format.date(settings.day(at: time)),
                "time": (hour < 10 && language == .en ? "0" : "") + "\(hour)" + (language == .en ? ":" : "\u{A0}h\u{A0}")
                    + (minute < 10 ? "0" : "") + "\(minute)",
            ])
    }
}
