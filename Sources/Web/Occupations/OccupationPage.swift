import Domain
import HTML
import Matching

/// One occupation: what it is, its outlook, what it asks for, where one could move to, and the programs that lead there.
struct OccupationPage {
    let view: View
    let catalogue: Catalogue
    let occupation: Occupation
    let moves: CareerMoveFilter
    /// Those that prepare for it, `mostPrograms` at most.
    let programs: [Program]

    static let mostPrograms = 10
    private static let titles = 12

    private var t: Texts.Reader { view.t }
    private var labourMarket: LabourMarketInformation { catalogue.labourMarket }

    var page: Page {
        let title = occupation.title.text(view.language)
        return Page(
            title: title, description: t("occupation.description", ["occupation": title]), route: .occupation, id: occupation.code.rawValue,
            query: QueryString(moves.names.map { ("moves", $0) } + [("region", view.links.region)]).text, isIndexed: !moves.isSet
        ) { h in
            h.element("nav", Attribute("aria-label", t("program.crumbs")), .class("no-print")) { h in
                h.element("ol", .class("crumbs")) { h in
                    h.element("li") { $0.element("a", .href(view.links.occupations), text: t("layout.occupations")) }
                    h.element(
                        "li",
                        text: labourMarket.occupationGroups[String(occupation.code.rawValue.prefix(1))]?.title.text(view.language) ?? "")
                }
            }
            h.element("h1", text: title)
            h.element("p", .class("lead"), text: t("occupation.teer.\(occupation.code.teer)"))
            RegionSwitch(
                view: view, labourMarket: labourMarket, occupations: [occupation.code],
                action: view.links.path(.occupation, id: occupation.code.rawValue), fields: moves.names.map { ("moves", $0) }
            ).write(&h)
            let outlook = OutlookPanel(view: view, labourMarket: labourMarket)
            outlook.write(occupation.code, heading: "h2", showsFigures: true, &h)
            if !outlook.knows(occupation.code) { h.element("p", .class("quiet"), text: t("outlook.none")) }
            figures(&h)
            prepares(&h)
            plan(&h)
            titles(&h)
            OccupationDemands(view: view, labourMarket: labourMarket, occupation: occupation).write(&h)
            CareerMoves(view: view, catalogue: catalogue, occupation: occupation.code, filter: moves).write(&h)
            about(&h)
        }
    }

    private func figures(_ h: inout HTMLWriter) {
        guard labourMarket.hasRegionalFigures(occupation.code) else { return }
        h.element("div", .class("lmi-pair")) { h in
            WagePanel(view: view, labourMarket: labourMarket, occupation: occupation.code).write(&h)
            DemandPanel(view: view, labourMarket: labourMarket, occupation: occupation.code).write(&h)
        }
    }

    private func prepares(_ h: inout HTMLWriter) {
        h.element("h2", text: t("occupation.programs"))
        guard !programs.isEmpty else {
            h.element("p") { h in
                h.text(t("occupation.noProgram") + " ")
                h.element(
                    "a", .class("row-link"),
                    .href(view.links.recommendations(for: occupation.title.text(view.language), occupation: occupation.code)),
                    text: t("occupation.closest"))
            }
            return
        }
        let row = ProgramRow(view: view, catalogue: catalogue)
        h.element("ul", .class("programs")) { h in
            for program in programs { h.element("li") { row.write(program, &$0) } }
        }
        h.element("p", .class("pages")) { h in
            h.element(
                "a", .class("row-link"), .href(view.links.search(.occupation, occupation.code.rawValue)), text: t("recommendations.all"))
        }
    }

    private func titles(_ h: inout HTMLWriter) {
        let titles = labourMarket.jobTitles(of: occupation.code, in: view.language)
        guard !titles.isEmpty else { return }
        h.element("h2", text: t("occupation.titles"))
        h.element("ul", .class("columns")) { h in for title in titles.prefix(Self.titles) { h.element("li", text: title) } }
        guard titles.count > Self.titles else { return }
        h.element("details", .id("more-titles")) { h in
            h.element("summary", text: t("occupation.moreTitles", count: titles.count - Self.titles))
            h.element("ul", .class("columns")) { h in for title in titles.dropFirst(Self.titles) { h.element("li", text: title) } }
        }
    }

    private func plan(_ h: inout HTMLWriter) {
        h.element("p", .class("no-print")) { h in
            h.element(
                "a", .class("button secondary"),
                .href(view.links.plan(to: (occupation.title.text(view.language), occupation.code))), text: t("moves.planTo"))
        }
    }

    private func about(_ h: inout HTMLWriter) {
        h.element("p", .class("source")) { h in
            h.text(t("occupation.code", ["code": occupation.code.rawValue]) + " ")
            h.element("a", .href(view.links.aboutData), text: t("layout.aboutData"))
        }
    }
}

extension LabourMarketInformation {
    /// The example titles of one unit group in one language, in the classification's order.
    func jobTitles(of code: OccupationCode, in language: Language) -> [String] {
        jobTitles.filter { $0.code == code && $0.language == language }.map(\.title)
    }
}
