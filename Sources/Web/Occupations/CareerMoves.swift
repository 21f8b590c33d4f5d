import Domain
import HTML
import Hummingbird
import Matching
import Portal

/// Where one could move from an occupation: what one has already, what is missing, whether it would be better, and the programs that help.
struct CareerMoves {
    let view: View
    let catalogue: Catalogue
    let occupation: OccupationCode
    let filter: CareerMoveFilter

    private static let limit = 6
    private static let skills = 4
    private static let programs = 3

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    /// Writes nothing for an occupation whose skills are not known.
    func write(_ h: inout HTMLWriter) {
        let moves = catalogue.careerMoves(
            from: occupation, viable: filter.isViable, desirable: filter.isDesirable, limit: Self.limit)
        guard !moves.isEmpty || filter.isSet else { return }
        let brought = catalogue.brought(from: occupation)
        h.element("section", .id("moves"), Attribute("aria-labelledby", "moves-title")) { h in
            h.element("h2", .id("moves-title"), text: t("moves.title"))
            h.element("p", text: t("moves.lead"))
            chips(&h)
            MoveWords(view: view).write(&h)
            if moves.isEmpty { h.element("p", text: t("moves.none")) }
            h.element("ul", .class("programs moves")) { h in for move in moves { h.element("li") { self.move(move, brought, &$0) } } }
        }
    }

    private func chips(_ h: inout HTMLWriter) {
        let choices: [(key: String, filter: CareerMoveFilter)] = [
            ("moves.filter.all", .init()), ("moves.filter.viable", .init(isViable: true)),
            ("moves.filter.desirable", .init(isDesirable: true)), ("moves.filter.both", .init(isViable: true, isDesirable: true)),
        ]
        h.element("nav", Attribute("aria-label", t("moves.filter.label")), .class("no-print")) { h in
            h.element("ul", .class("examples")) { h in
                for choice in choices {
                    h.element("li") { h in
                        h.element(
                            "a", .class(choice.filter == filter ? "chip chosen-chip" : "chip"),
                            .href(view.links.careerMoves(from: occupation, choice.filter.names)),
                            choice.filter == filter ? Attribute("aria-current", "true") : nil, text: t(choice.key))
                    }
                }
            }
        }
    }

    private func move(_ move: CareerMove, _ brought: Set<TagTarget>, _ h: inout HTMLWriter) {
        h.element("article", .class("program-row explained")) { h in
            h.element("div") { h in
                h.element("h3") { h in
                    h.element(
                        "a", .class("tap"), .href(view.links.careerMove(from: move.from, to: move.to)), text: labels.occupation(move.to))
                }
                MoveWords(view: view).marks(move, &h)
                skills(move, &h)
                closing(move, brought, &h)
            }
            h.element("div") { h in
                h.element("ul", .class("plain")) { h in
                    for sentence in MoveSentences(view: view).sentences(move) { h.element("li", text: sentence) }
                }
            }
        }
    }

    private func skills(_ move: CareerMove, _ h: inout HTMLWriter) {
        let levels = move.levels
        h.element(
            "p",
            text: t("moves.shared", count: levels.core.count, ["shared": view.format.number(levels.shared.count)]))
        if !levels.missing.isEmpty {
            let names = levels.missing.prefix(Self.skills).map { labels.skill($0.skill) }
            let rest = levels.missing.count - names.count
            let list = view.format.list(names, and: t("facts.and"))
            h.element(
                "p", text: rest > 0 ? t("moves.missingAndMore", count: rest, ["skills": list]) : t("moves.missing", ["skills": list]))
        }
    }

    /// Programs that teach something of what is missing: how many, the best by name, and all of them in the search.
    private func closing(_ move: CareerMove, _ brought: Set<TagTarget>, _ h: inout HTMLWriter) {
        let needs = catalogue.gap(from: move.from, bringing: brought, to: move.to).needs
        let closing = catalogue.programs(closing: needs, limit: Self.programs)
        guard !closing.best.isEmpty else {
            h.element("p", .class("quiet"), text: t("moves.noProgram"))
            return
        }
        h.element("p", .class("small"), text: t("moves.programs", count: closing.count))
        h.element("ul", .class("small closing")) { h in
            for (program, _) in closing.best {
                let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                h.element("li") { h in
                    h.element("a", .href(view.links.program(program.id)), .lang(view.lang(title.language)), text: title.text)
                }
            }
            if let all = view.links.search(teachingAnyOf: needs) {
                h.element("li") { $0.element("a", .href(all), text: t("moves.pair.all")) }
            }
        }
    }
}

/// Which moves are shown: the parameter `moves` of an occupation's page, which may be given twice.
struct CareerMoveFilter: Hashable {
    var isViable = false
    var isDesirable = false

    var isSet: Bool { isViable || isDesirable }
    var names: [String] { (isViable ? ["viable"] : []) + (isDesirable ? ["desirable"] : []) }
}

extension CareerMoveFilter {
    init(_ request: PageRequest) {
        let values = request.parameters.getAll("moves")
        self.init(isViable: values.contains("viable"), isDesirable: values.contains("desirable"))
    }
}

/// The two words that describe a move, and what exactly they mean.
struct MoveWords {
    let view: View

    func marks(_ move: CareerMove, _ h: inout HTMLWriter) {
        guard move.isViable || move.isDesirable else { return }
        h.element("ul", .class("marks")) { h in
            if move.isViable { h.element("li", .class("mark-pill"), text: view.t("moves.viable")) }
            if move.isDesirable { h.element("li", .class("mark-pill"), text: view.t("moves.desirable")) }
        }
    }

    func write(_ h: inout HTMLWriter) {
        h.element("details", .id("move-words")) { h in
            h.element("summary", text: view.t("moves.words.title"))
            h.element("dl") { h in
                h.element("dt") { $0.element("strong", text: view.t("moves.viable")) }
                h.element("dd", text: view.t("moves.words.viable", ["missing": view.format.number(CareerMove.missingLimit)]))
                h.element("dt") { $0.element("strong", text: view.t("moves.desirable")) }
                h.element("dd", text: view.t("moves.words.desirable", ["percent": view.format.percent(CareerMove.wageStep)]))
            }
        }
    }
}

/// What would change with a move, in sentences.
struct MoveSentences {
    let view: View

    private var t: Texts.Reader { view.t }

    func sentences(_ move: CareerMove) -> [String] {
        [outlook(move), training(move), wage(move)].compactMap(\.self)
    }

    private func outlook(_ move: CareerMove) -> String? {
        let labourMarket = view.site.services.catalogue.current.labourMarket
        guard let outlook = labourMarket.outlook(move.to) else { return t("moves.outlook.none") }
        let value = t("facet.outlook.\(outlook.value.rawValue)")
        guard let change = move.outlookChange else { return t("moves.outlook.only", ["outlook": value]) }
        if change > 0 { return t("moves.outlook.better", ["outlook": value]) }
        return t(change < 0 ? "moves.outlook.worse" : "moves.outlook.same", ["outlook": value])
    }

    private func training(_ move: CareerMove) -> String {
        switch move.trainingSteps {
        case 0: t("moves.training.same")
        case 1...: t("moves.training.more", count: move.trainingSteps)
        default: t("moves.training.less", count: -move.trainingSteps)
        }
    }

    private func wage(_ move: CareerMove) -> String? {
        guard let change = move.wageChange else { return nil }
        if abs(change) < 0.01 { return t("moves.wage.same") }
        let share = view.format.percent(abs(change))
        return change > 0 ? t("moves.wage.more", ["percent": share]) : t("moves.wage.less", ["percent": share])
    }
}
