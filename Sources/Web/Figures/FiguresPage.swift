import Domain
import HTML
import Matching
import Portal

/// An institution's figures: the whole way, then by program, by what employers asked for, by outcome, over time, and what was looked for in vain.
struct FiguresPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let asked: AskedPeriod
    let figures: ReferralFigures
    let programs: [ReferralFigures.Line]
    let unmet: NeedBoard
    let sort: FiguresSort

    /// Programs on the page; the file has all.
    private static let most = 50
    private static let mostUnmet = 10

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var address: String { view.links.path(.consoleFigures, id: institution.rawValue) }

    var page: Page {
        let query = QueryString(asked.query + [("sort", sort.name)]).text
        return request.page(t("figures.title"), route: .consoleFigures, id: institution.rawValue, query: query) { h in
            FiguresHead(view: view, title: "figures.title", lead: "figures.lead", address: address, asked: asked, figures: figures).write(
                &h)
            table(&h)
            looked(&h)
            FiguresParts(view: view, figures: figures).definitions(&h)
        }
    }

    // MARK: Programs

    private func table(_ h: inout HTMLWriter) {
        h.element("h2", .id("table"), text: t("figures.programs"))
        let lines = programs.sorted(by: isBefore)
        let shown = lines.prefix(Self.most)
        StepTable<ReferralFigures.Line>(
            view: view, caption: t("figures.programs"), head: t("figures.head.program"), sorted: (address, asked.query, sort),
            counts: \.counts, name: name
        ).write(Array(shown), &h)
        if lines.count > shown.count {
            h.element("p", .class("small quiet"), text: t("figures.more", count: lines.count - shown.count))
        }
        h.element("p", .class("small quiet"), text: t("figures.severalPrograms"))
    }

    private func isBefore(_ a: ReferralFigures.Line, _ b: ReferralFigures.Line) -> Bool {
        sort.puts(a.counts, before: b.counts, byName: (title(a), a.reference) < (title(b), b.reference))
    }

    private func title(_ line: ReferralFigures.Line) -> String {
        line.program == nil ? t("figures.whole") : line.title.resolved(view.language)?.text ?? line.reference
    }

    private func name(_ line: ReferralFigures.Line, _ h: inout HTMLWriter) {
        let language = line.program == nil ? nil : line.title.resolved(view.language).flatMap { view.lang($0.language) }
        if let id = line.program, view.site.services.catalogue.current.program(id) != nil {
            h.element("a", .class("row-link"), .href(view.links.program(id)), .lang(language), text: title(line))
        } else {
            h.element("span", .lang(language), text: title(line))
            if line.program != nil { h.element("span", .class("cell-note small quiet"), text: t("figures.notPublished")) }
        }
    }

    // MARK: What was looked for in vain

    private func looked(_ h: inout HTMLWriter) {
        h.element("h2", .id("unmet"), text: t("figures.unmet.title"))
        h.element("p", text: t("figures.unmet.lead", ["least": String(NeedBoard.least)]))
        if unmet.rows.isEmpty {
            h.element("p", text: t("unmet.none", count: NeedBoard.least))
        } else {
            let labels = Labels(view, catalogue: view.site.services.catalogue.current)
            ConsoleTable(
                caption: t("unmet.skills"), heads: [t("unmet.head.skill"), t("unmet.head.postings"), t("unmet.head.plans")]
            ).write(Array(unmet.rows.prefix(Self.mostUnmet)), &h) { row, h in
                let name = labels.target(row.target)
                h.element("th", Attribute("scope", "row"), .lang(view.lang(name.language)), text: name.text)
                h.element("td", .class("number"), text: view.format.number(row.postings))
                h.element("td", .class("number"), text: view.format.number(row.plans))
            }
        }
        if unmet.words.isEmpty {
            h.element("p", text: t("unmet.noWords", count: NeedBoard.least))
        } else {
            ConsoleTable(caption: t("unmet.words"), heads: [t("unmet.words"), t("unmet.head.visitors")]).write(
                Array(unmet.words.prefix(Self.mostUnmet)), &h
            ) { row, h in
                h.element("th", Attribute("scope", "row"), text: row.words)
                h.element("td", .class("number"), text: view.format.number(row.visitors))
            }
        }
        if view.site.services.needs != nil {
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.path(.consoleUnmetNeed, id: institution.rawValue)),
                    text: t("figures.unmet.all"))
            }
        }
    }
}
