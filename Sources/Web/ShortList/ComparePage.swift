import Domain
import HTML
import Matching

/// Up to four programs side by side: a table whose rows are facts, each row saying whether the programs differ in it.
struct ComparePage {
    let view: View
    let catalogue: Catalogue
    let asked: ShortListRequest
    /// The short list one came from.
    let list: ProgramCodes
    let onlyDifferences: Bool

    private var t: Texts.Reader { view.t }
    private var programs: [Program] { asked.programs }

    var page: Page {
        let rows = ComparedRows(view: view, catalogue: catalogue, programs: programs).rows
        var page = Page(
            title: t("compare.title"), description: t("compare.lead"), route: .compare,
            query: QueryString([("ids", asked.codes.text), ("list", list.text), ("show", onlyDifferences ? "differences" : nil)]).text,
            isIndexed: false
        ) { h in
            h.element("p", .class("no-print")) { h in
                h.element("a", .class("row-link"), .href(view.links.shortList(list)), text: t("compare.back"))
            }
            h.element("h1", text: t("compare.title"))
            notices(&h)
            if !programs.isEmpty { table(rows, &h) }
            if programs.contains(where: { $0.occupations.contains { catalogue.labourMarket.outlook($0) != nil } }) {
                OutlookPanel(view: view, labourMarket: catalogue.labourMarket).source(["cops"], &h)
            }
        }
        page.shortList = list.text
        return page
    }

    private func notices(_ h: inout HTMLWriter) {
        if let problem = asked.problem(view, tooMany: "compare.tooMany") {
            h.element("p", .class("notice care-notice"), .role("status"), text: problem)
        }
        if !asked.withdrawn.isEmpty {
            h.element("p", .class("notice"), text: t("compare.withdrawn", count: asked.withdrawn.count))
        }
        guard programs.count < 2 else { return }
        h.element("p", .class("lead"), text: t(programs.isEmpty ? "compare.none" : "compare.alone"))
    }

    private func table(_ rows: [ComparedRows.Row], _ h: inout HTMLWriter) {
        let isComparison = programs.count > 1
        if isComparison { toggle(rows, &h) }
        h.element(
            "div", .class("table-scroll compare"), .role("region"), Attribute("aria-labelledby", "compare-caption"),
            Attribute("tabindex", "0")
        ) { h in
            h.element("table") { h in
                h.element("caption", .id("compare-caption"), text: t("compare.caption", count: programs.count))
                h.element("thead") { h in
                    h.element("tr") { h in
                        h.element("th", Attribute("scope", "col"), text: t("compare.fact"))
                        for program in programs { h.element("th", Attribute("scope", "col")) { column(program, &$0) } }
                    }
                }
                h.element("tbody") { h in
                    for row in rows where !onlyDifferences || row.differs || !isComparison { self.row(row, &h) }
                }
            }
        }
    }

    private func toggle(_ rows: [ComparedRows.Row], _ h: inout HTMLWriter) {
        let alike = rows.count { !$0.differs }
        guard alike > 0 else { return }
        h.element("p", .class("no-print")) { h in
            h.text(t("compare.alike", count: alike) + " ")
            h.element(
                "a", .class("row-link"), .href(view.links.compare(asked.codes, list: list, onlyDifferences: !onlyDifferences)),
                text: t(onlyDifferences ? "compare.showAll" : "compare.showDifferences"))
        }
    }

    private func column(_ program: Program, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("a", .class("compare-title"), .href(view.links.program(program.id)), .lang(view.lang(title.language)), text: title.text)
        h.element("span", .class("compare-remove no-print")) { h in
            h.element("a", .class("row-link"), .href(view.links.compare(asked.codes.without(program.id), list: list))) { h in
                h.text(t("compare.remove"))
                h.element("span", .class("visually-hidden"), text: " " + title.text)
            }
        }
    }

    private func row(_ row: ComparedRows.Row, _ h: inout HTMLWriter) {
        let isMarked = row.differs && programs.count > 1 && !onlyDifferences
        h.element("tr", .class(isMarked ? "differs" : nil)) { h in
            h.element("th", Attribute("scope", "row")) { h in
                h.text(t(row.key))
                if isMarked { h.element("span", .class("mark-pill"), text: t("compare.differs")) }
            }
            for cell in row.cells {
                h.element("td") { h in
                    if cell.isEmpty { h.element("span", .class("quiet"), text: t("compare.notStated")) }
                    if cell.count == 1 { write(cell[0], "span", &h) }
                    if cell.count > 1 {
                        h.element("ul", .class("plain")) { h in for line in cell { write(line, "li", &h) } }
                    }
                }
            }
        }
    }

    private func write(_ line: ComparedRows.Line, _ element: StaticString, _ h: inout HTMLWriter) {
        h.element(element, .lang(view.lang(line.language))) { h in
            if let link = line.link { h.element("a", .href(link), text: line.text) } else { h.text(line.text) }
        }
    }
}
