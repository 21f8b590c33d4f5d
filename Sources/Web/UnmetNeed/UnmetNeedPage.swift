import Domain
import HTML
import Matching
import Portal

/// What employers and people who plan their way needed and nobody offers: requests first, then counts.
struct UnmetNeedPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let days: Int
    let board: NeedBoard

    static let periods = [30, 90, 365]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var catalogue: Catalogue { view.site.services.catalogue.current }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    var page: Page {
        let query = QueryString([
            ("days", String(days)), ("region", board.region?.rawValue), ("occupation", board.occupation?.rawValue),
        ]).text
        return request.page(t("unmet.title"), route: .consoleUnmetNeed, id: institution.rawValue, query: query) { h in
            request.writeNotice(&h)
            h.element("h1", text: t("unmet.title"))
            h.element("p", .class("lead"), text: t("unmet.lead"))
            filters(&h)
            h.element("h2", .id("requests"), text: t("unmet.requests", count: board.requests.count))
            if board.requests.isEmpty { h.element("p", text: t("unmet.noRequests")) }
            for asked in board.requests { card(asked, &h) }
            skills(&h)
            occupations(&h)
            words(&h)
            definitions(&h)
        }
    }

    private func filters(_ h: inout HTMLWriter) {
        h.element(
            "form", .class("need-board-filters"), .action(view.links.path(.consoleUnmetNeed, id: institution.rawValue)),
            Attribute("method", "get")
        ) { h in
            FormSelect(
                view: view, name: "days", label: "unmet.period",
                choices: Self.periods.map { (String($0), t("unmet.days", count: $0)) }, chosen: String(days), problems: FormProblems()
            ).write(&h)
            FormSelect(
                view: view, name: "region", label: "need.region",
                choices: NeedRegions(view: view, catalogue: catalogue).choices("unmet.everyRegion"), chosen: board.region?.rawValue ?? "",
                problems: FormProblems()
            ).write(&h)
            if let occupation = board.occupation {
                FormSelect(
                    view: view, name: "occupation", label: "need.fact.job",
                    choices: [("", t("unmet.everyOccupation")), (occupation.rawValue, labels.occupation(occupation))],
                    chosen: occupation.rawValue, problems: FormProblems()
                ).write(&h)
            }
            h.element("button", .class("button secondary"), .type("submit"), text: t("unmet.show"))
        }
    }

    private func card(_ asked: NeedBoard.Request, _ h: inout HTMLWriter) {
        h.element("article", .class("card need-request")) { h in
            let day = view.site.services.settings.day(at: asked.request.confirmedAt ?? asked.request.createdAt)
            h.element("h3", text: t("unmet.asked", ["date": view.format.date(day)]))
            NeedRequestText(view: view, catalogue: catalogue, request: asked.request).write(&h)
            if let identity = asked.identity {
                h.element("p") { h in
                    h.element("strong", text: t("unmet.known") + " ")
                    if !identity.organisation.isEmpty { h.text(identity.organisation + ", ") }
                    h.element("a", .href("mailto:" + identity.email.text), text: identity.email.text)
                }
            }
            if let pledge = asked.pledge {
                h.element("p", .class("small quiet"), text: t("unmet.yours"))
                PledgeText(view: view, catalogue: catalogue, pledge: pledge).write(&h)
            }
            let others = asked.pledges - (asked.pledge == nil ? 0 : 1)
            if others > 0 { h.element("p", .class("small quiet"), text: t("unmet.others", count: others)) }
            if request.may(.editPrograms) {
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"),
                        .href(view.links.path(.consolePledge, id: "\(institution.rawValue)/\(asked.request.id.rawValue)")),
                        text: t(asked.pledge == nil ? "unmet.pledge" : "unmet.change"))
                }
            }
        }
    }

    private func skills(_ h: inout HTMLWriter) {
        h.element("h2", .id("skills"), text: t("unmet.skills"))
        if board.rows.isEmpty {
            h.element("p", text: t("unmet.none", count: NeedBoard.least))
        } else {
            ConsoleTable(
                caption: t("unmet.skills"), heads: [t("unmet.head.skill"), t("unmet.head.postings"), t("unmet.head.plans")]
            ).write(board.rows.prefix(50).map(\.self), &h) { row, h in
                let name = labels.target(row.target)
                h.element("th", Attribute("scope", "row"), .lang(view.lang(name.language)), text: name.text)
                h.element("td", .class("number"), text: view.format.number(row.postings))
                h.element("td", .class("number"), text: view.format.number(row.plans))
            }
        }
        if board.hiddenRows > 0 {
            h.element("p", .class("small quiet"), text: t("unmet.hidden", count: board.hiddenRows, ["least": String(NeedBoard.least)]))
        }
    }

    private func occupations(_ h: inout HTMLWriter) {
        guard !board.occupations.isEmpty else { return }
        h.element("h2", .id("occupations"), text: t("unmet.occupations"))
        ConsoleTable(
            caption: t("unmet.occupations"), heads: [t("unmet.head.occupation"), t("unmet.head.postings"), t("unmet.head.plans")]
        ).write(board.occupations.prefix(50).map(\.self), &h) { row, h in
            h.element("th", Attribute("scope", "row")) { h in
                let query = QueryString([
                    ("days", String(days)), ("region", board.region?.rawValue), ("occupation", row.occupation.rawValue),
                ])
                h.element(
                    "a", .class("row-link"), .href(view.links.path(.consoleUnmetNeed, id: institution.rawValue) + query.text),
                    text: labels.occupation(row.occupation))
            }
            h.element("td", .class("number"), text: view.format.number(row.postings))
            h.element("td", .class("number"), text: view.format.number(row.plans))
        }
    }

    private func words(_ h: inout HTMLWriter) {
        h.element("h2", .id("words"), text: t("unmet.words"))
        guard !board.words.isEmpty else {
            h.element("p", text: t("unmet.noWords", count: NeedBoard.least))
            return
        }
        ConsoleTable(caption: t("unmet.words"), heads: [t("unmet.head.words"), t("unmet.head.visitors")]).write(
            board.words.prefix(50).map(\.self), &h
        ) { row, h in
            h.element("th", Attribute("scope", "row"), text: row.words)
            h.element("td", .class("number"), text: view.format.number(row.visitors))
        }
    }

    private func definitions(_ h: inout HTMLWriter) {
        h.element("details", .id("definitions")) { h in
            h.element("summary", text: t("unmet.definitions.title"))
            h.element("dl", .class("facts-list")) { h in
                for key in ["postings", "plans", "visitors"] {
                    h.element("dt", text: t("unmet.head.\(key)"))
                    h.element("dd", text: t("unmet.definitions.\(key)"))
                }
            }
            h.element("p", text: t("unmet.definitions.least", ["least": String(NeedBoard.least)]))
        }
    }
}
