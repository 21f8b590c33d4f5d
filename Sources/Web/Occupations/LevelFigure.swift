import Domain
import HTML
import Matching

/// How much of each skill two jobs ask for, as pairs of bars drawn by the server, and the same numbers as a table.
struct LevelFigure {
    let view: View
    let labels: Labels
    let move: CareerMove

    private static let limit = 8
    private static let nameLimit = 38
    private static let rowHeight = 56
    /// Percent of the width for level 5; the number stands in the rest.
    private static let barRoom = 86.0
    private static let highest = 5.0

    private var t: Texts.Reader { view.t }

    /// What is missing first, then what the job rests on; each once.
    private var lines: [LevelComparison.Line] {
        var lines: [LevelComparison.Line] = []
        for line in move.levels.missing + move.levels.core where !lines.contains(where: { $0.skill == line.skill }) { lines.append(line) }
        return lines
    }

    func write(_ h: inout HTMLWriter) {
        let shown = Array(lines.prefix(Self.limit))
        h.element("figure", .class("figure level-figure")) { h in
            h.element(
                "svg", .role("img"), Attribute("width", "100%"), Attribute("height", String(Self.rowHeight * shown.count)),
                Attribute("aria-labelledby", "levels-title levels-desc")
            ) { h in
                h.element("title", .id("levels-title"), text: t("moves.levels.title"))
                h.element("desc", .id("levels-desc"), text: t("moves.levels.description", count: move.levels.missing.count))
                for (index, line) in shown.enumerated() { row(line, y: Self.rowHeight * index, &h) }
            }
            h.element(
                "figcaption", text: t("moves.levels.caption", ["from": labels.occupation(move.from), "to": labels.occupation(move.to)]))
        }
        table(&h)
    }

    private func row(_ line: LevelComparison.Line, y: Int, _ h: inout HTMLWriter) {
        h.element("text", .class("bar-text"), Attribute("x", "0"), Attribute("y", String(y + 14)), text: short(labels.skill(line.skill)))
        bar(line.has, t("moves.levels.now"), y: y + 19, class: "bar-b", &h)
        bar(line.asks, t("moves.levels.then"), y: y + 34, class: "bar-a", &h)
    }

    /// A drawing cannot wrap: what a phone has no room for is cut, and whole in the table.
    private func short(_ name: String) -> String {
        name.count > Self.nameLimit ? String(name.prefix(Self.nameLimit - 1)) + "\u{2026}" : name
    }

    private func bar(_ level: Double, _ word: String, y: Int, class name: String, _ h: inout HTMLWriter) {
        let length = String(max(1, Int(level / Self.highest * Self.barRoom * 0.8))) + "%"
        h.element(
            "rect", .class(name), Attribute("x", "0"), Attribute("y", String(y)), Attribute("width", length), Attribute("height", "12"),
            Attribute("rx", "3")
        ) { _ in }
        h.element(
            "text", .class("bar-text bar-note"), Attribute("x", length), Attribute("dx", "6"), Attribute("y", String(y + 11)),
            text: "\(view.format.number(level)) \(word)")
    }

    private func table(_ h: inout HTMLWriter) {
        h.element("details", .id("level-table")) { h in
            h.element("summary", text: t("moves.levels.table"))
            h.element("table") { h in
                h.element("caption", text: t("moves.levels.title"))
                h.element("thead") { h in
                    h.element("tr") { h in
                        for key in ["moves.levels.skill", "moves.levels.now", "moves.levels.then"] {
                            h.element("th", Attribute("scope", "col"), text: t(key))
                        }
                    }
                }
                h.element("tbody") { h in
                    for line in lines {
                        h.element("tr") { h in
                            h.element("th", Attribute("scope", "row"), text: labels.skill(line.skill))
                            h.element("td", .class("number"), text: view.format.number(line.has))
                            h.element("td", .class("number"), text: view.format.number(line.asks))
                        }
                    }
                }
            }
        }
    }
}
