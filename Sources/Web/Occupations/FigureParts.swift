import HTML

/// Bars drawn by the server, one under the other, each with its label above and its number behind. The words keep their size on a phone:
/// there is no viewBox, lengths are shares of the width.
struct LabelledBars {
    struct Bar {
        let label: String
        let value: Double
        let text: String
        var isSecond = false
    }

    /// Percent of the width for the longest bar; its number stands in the rest.
    private static let room = 74.0
    private static let rowHeight = 46

    let id: String
    let title: String
    let description: String
    let bars: [Bar]

    func write(_ h: inout HTMLWriter) {
        h.element(
            "svg", .role("img"), Attribute("width", "100%"), Attribute("height", String(bars.count * Self.rowHeight)),
            Attribute("aria-labelledby", "\(id)-title \(id)-desc")
        ) { h in
            h.element("title", .id("\(id)-title"), text: title)
            h.element("desc", .id("\(id)-desc"), text: description)
            for (index, bar) in bars.enumerated() { write(bar, y: index * Self.rowHeight, &h) }
        }
    }

    private func write(_ bar: Bar, y: Int, _ h: inout HTMLWriter) {
        let largest = max(bars.map(\.value).max() ?? 0, 1)
        let length = String(Int(max(1, max(0, bar.value) / largest * Self.room)))
        h.element("text", .class("bar-text"), Attribute("x", "0"), Attribute("y", String(y + 14)), text: bar.label)
        h.element(
            "rect", .class(bar.isSecond ? "bar-b" : "bar-a"), Attribute("x", "0"), Attribute("y", String(y + 20)),
            Attribute("width", length + "%"), Attribute("height", "18"), Attribute("rx", "4")
        ) { _ in }
        h.element(
            "text", .class("bar-text"), Attribute("x", length + "%"), Attribute("dx", "8"), Attribute("y", String(y + 35)), text: bar.text)
    }
}

/// The numbers behind a figure, one click away. The first cell of a row heads it.
struct FigureTable {
    let id: String
    let summary: String
    let caption: String
    /// Empty: no row of column names.
    var columns: [String] = []
    let rows: [[String]]

    func write(_ h: inout HTMLWriter) {
        h.element("details", .id(id)) { h in
            h.element("summary", text: summary)
            h.element("table") { h in
                h.element("caption", text: caption)
                if !columns.isEmpty {
                    h.element("thead") { h in
                        h.element("tr") { h in
                            for (index, column) in columns.enumerated() {
                                h.element("th", .class(index > 0 ? "number" : nil), Attribute("scope", "col"), text: column)
                            }
                        }
                    }
                }
                h.element("tbody") { h in
                    for row in rows {
                        h.element("tr") { h in
                            h.element("th", Attribute("scope", "row"), text: row[0])
                            for cell in row.dropFirst() { h.element("td", .class("number"), text: cell) }
                        }
                    }
                }
            }
        }
    }
}
