import Domain
import HTML
import Matching

/// One move, from an occupation to another: what one brings, what is missing and by how much, the figures side by side, and the programs.
struct CareerMovePage {
    let view: View
    let catalogue: Catalogue
    let move: CareerMove
    private let needs: [SkillNeed]
    private let closing: Catalogue.Closing

    private static let programs = 6

    init(view: View, catalogue: Catalogue, move: CareerMove) {
        self.view = view
        self.catalogue = catalogue
        self.move = move
        needs = catalogue.gap(from: move.from, to: move.to).needs
        closing = catalogue.programs(closing: needs, limit: Self.programs)
    }

    /// The programs that stand on it.
    var shown: [Program] { closing.best.map(\.program) }

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var from: String { labels.occupation(move.from) }
    private var to: String { labels.occupation(move.to) }

    var page: Page {
        Page(
            title: t("moves.pair.title", ["from": from, "to": to]), description: t("moves.pair.description", ["from": from, "to": to]),
            route: .careerMove, id: "\(move.from.rawValue)/\(move.to.rawValue)",
            query: QueryString([("region", view.links.region)]).text
        ) { h in
            h.element("nav", Attribute("aria-label", t("program.crumbs")), .class("no-print")) { h in
                h.element("ol", .class("crumbs")) { h in
                    h.element("li") { $0.element("a", .href(view.links.occupations), text: t("layout.occupations")) }
                    h.element("li") { $0.element("a", .href(view.links.occupation(move.from)), text: from) }
                }
            }
            h.element("h1", text: t("moves.pair.title", ["from": from, "to": to]))
            MoveWords(view: view).marks(move, &h)
            h.element("ul", .class("plain")) { h in
                for sentence in MoveSentences(view: view).sentences(move) { h.element("li", text: sentence) }
            }
            MoveWords(view: view).write(&h)
            h.element("p", .class("no-print")) { h in
                h.element(
                    "a", .class("button"), .href(view.links.plan(from: (from, move.from), to: (to, move.to))), text: t("moves.pair.plan"))
            }
            levels(&h)
            figures(&h)
            programs(&h)
        }
    }

    private func levels(_ h: inout HTMLWriter) {
        h.element("h2", text: t("moves.pair.skills"))
        guard !move.levels.core.isEmpty else {
            h.element("p", .class("quiet"), text: t("moves.pair.noLevels"))
            return
        }
        if !move.levels.shared.isEmpty {
            h.element("h3", text: t("moves.pair.have"))
            h.element("p", text: view.format.list(move.levels.shared.map { labels.skill($0.skill) }, and: t("facts.and")))
        }
        h.element("h3", text: t("moves.pair.lack"))
        if move.levels.missing.isEmpty {
            h.element("p", text: t("moves.pair.lackNothing"))
        } else {
            h.element("p", text: view.format.list(move.levels.missing.map { labels.skill($0.skill) }, and: t("facts.and")))
        }
        LevelFigure(view: view, labels: labels, move: move).write(&h)
        source("oasis", &h)
    }

    private func figures(_ h: inout HTMLWriter) {
        h.element("h2", text: t("moves.pair.figures"))
        h.element(
            "div", .class("table-scroll"), Attribute("tabindex", "0"), .role("region"), Attribute("aria-label", t("moves.pair.figures"))
        ) { h in
            h.element("table") { h in
                h.element("thead") { h in
                    h.element("tr") { h in
                        h.element("td") { _ in }
                        h.element("th", Attribute("scope", "col"), text: from)
                        h.element("th", Attribute("scope", "col"), text: to)
                    }
                }
                h.element("tbody") { h in
                    for row in MoveFigures(view: view, labourMarket: catalogue.labourMarket).rows(move.from, move.to) {
                        h.element("tr") { h in
                            h.element("th", Attribute("scope", "row"), text: row.label)
                            h.element("td", text: row.from ?? t("moves.figure.none"))
                            h.element("td", text: row.to ?? t("moves.figure.none"))
                        }
                    }
                }
            }
        }
        source("cops", &h)
        if move.wageChange != nil { source("wages", &h) }
    }

    private func programs(_ h: inout HTMLWriter) {
        h.element("h2", text: t("moves.pair.programs"))
        guard !closing.best.isEmpty else {
            h.element("p", text: t("moves.noProgram"))
            return
        }
        h.element("p", text: t("moves.programs", count: closing.count))
        let row = ProgramRow(view: view, catalogue: catalogue)
        h.element("ul", .class("programs")) { h in
            for (program, teaches) in closing.best {
                let names = teaches.map { labels.target($0.target).text }
                let note = t("moves.pair.teaches", ["skills": view.format.list(names, and: t("facts.and"))])
                h.element("li") { row.write(program, note: note, &$0) }
            }
        }
        guard let all = view.links.search(teachingAnyOf: needs) else { return }
        h.element("p", .class("pages")) { $0.element("a", .class("row-link"), .href(all), text: t("moves.pair.all")) }
    }

    private func source(_ key: String, _ h: inout HTMLWriter) {
        if let sentence = view.sourceSentence(key, catalogue.labourMarket) { h.element("p", .class("source"), text: sentence) }
    }
}
