import Domain
import HTML
import Matching
import Portal
import Storage

/// The same figures for the portal as a whole, and a row an institution.
struct PortalFiguresPage {
    let request: ConsoleRequest
    let asked: AskedPeriod
    let figures: ReferralFigures
    let rows: [ReferralRow]
    let sort: FiguresSort

    private static let most = 200

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var address: String { view.links.path(.consolePortalFigures) }

    var page: Page {
        request.page(
            t("figures.portalTitle"), route: .consolePortalFigures, query: QueryString(asked.query + [("sort", sort.name)]).text
        ) { h in
            FiguresHead(
                view: view, title: "figures.portalTitle", lead: "figures.portalLead", address: address, asked: asked, figures: figures
            ).write(&h)
            table(&h)
            FiguresParts(view: view, figures: figures).definitions(&h)
        }
    }

    private func table(_ h: inout HTMLWriter) {
        h.element("h2", .id("table"), text: t("figures.institutions"))
        let lines = rows.sorted(by: isBefore)
        let shown = lines.prefix(Self.most)
        guard !shown.isEmpty else { return h.element("p", text: t("figures.empty")) }
        StepTable<ReferralRow>(
            view: view, caption: t("figures.institutions"), head: t("figures.head.institution"), sorted: (address, asked.query, sort),
            counts: \.counts,
            name: { row, h in
                let id = row.institution ?? ""
                guard view.site.services.catalogue.current.institutions[id] != nil else { return h.text(name(row)) }
                let query = QueryString(asked.query).text
                h.element("a", .class("row-link"), .href(view.links.path(.consoleFigures, id: id.rawValue) + query), text: name(row))
            }
        ).write(Array(shown), &h)
        if lines.count > shown.count {
            h.element("p", .class("small quiet"), text: t("figures.moreInstitutions", count: lines.count - shown.count))
        }
    }

    private func isBefore(_ a: ReferralRow, _ b: ReferralRow) -> Bool {
        let isFirst = (name(a), a.institution?.rawValue ?? "") < (name(b), b.institution?.rawValue ?? "")
        return sort.puts(a.counts, before: b.counts, byName: isFirst)
    }

    private func name(_ row: ReferralRow) -> String {
        let id = row.institution ?? ""
        return view.site.services.catalogue.current.institutions[id].map { view.written($0.name) } ?? id.rawValue
    }
}
