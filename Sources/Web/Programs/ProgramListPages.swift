import Domain
import HTML
import Matching
import Portal

/// An institution's programs: filters, figures, and a dense table of fifty at a time.
struct ProgramListPages {
    let request: ConsoleRequest
    let query: ProgramListQuery
    let list: ProgramListPage

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }

    var page: Page {
        request.page(t("programs.title"), route: .consolePrograms, id: id, query: address(query).text) { h in
            request.writeNotice(&h)
            h.element("div", .class("page-head")) { h in
                h.element("h1", text: t("programs.title"))
                if request.may(.editPrograms) {
                    h.element("a", .class("button"), .href(view.links.path(.consoleNewProgram, id: id)), text: t("programs.new.link"))
                }
            }
            figures(&h)
            filters(&h)
            if list.programs.isEmpty { nothing(&h) } else { table(&h) }
            pages(&h)
        }
    }

    private func address(_ query: ProgramListQuery, page: Int = 1) -> QueryString {
        QueryString([
            ("q", query.text), ("state", query.state?.rawValue), ("need", query.need?.rawValue),
            ("sort", query.order == .title ? nil : query.order.rawValue), ("page", page > 1 ? String(page) : nil),
        ])
    }

    private func figures(_ h: inout HTMLWriter) {
        h.element("dl", .class("console-figures")) { h in
            for state in Program.State.allCases {
                figure(t("programs.state.\(state.rawValue)"), view.format.number(list.states[state] ?? 0), &h)
            }
            if let freshness = list.freshness { figure(t("programs.figure.fresh"), view.format.percent(freshness), &h) }
            for language in Language.allCases {
                figure(t("programs.figure.\(language.rawValue)"), view.format.percent(list.parity[language] ?? 1), &h)
            }
        }
    }

    private func figure(_ name: String, _ value: String, _ h: inout HTMLWriter) {
        h.element("div") { h in
            h.element("dt", text: name)
            h.element("dd", text: value)
        }
    }

    private func filters(_ h: inout HTMLWriter) {
        h.element(
            "form", .class("console-filters"), .action(view.links.path(.consolePrograms, id: id)), Attribute("method", "get"),
            .role("search")
        ) { h in
            h.element("div", .class("form-field")) { h in
                h.element("label", .for("q"), text: t("programs.filter.text"))
                h.void("input", .type("search"), .id("q"), .name("q"), .value(query.text), Attribute("maxlength", "200"))
            }
            select(
                "state",
                [("", t("programs.filter.current"))] + Program.State.allCases.map { ($0.rawValue, t("programs.state.\($0.rawValue)")) },
                query.state?.rawValue ?? "", &h)
            select(
                "need",
                [("", t("programs.filter.anyNeed"))]
                    + ProgramListQuery.Need.allCases.map {
                        ($0.rawValue, t("programs.need.\($0.rawValue)") + " (" + view.format.number(list.needs[$0] ?? 0) + ")")
                    }, query.need?.rawValue ?? "", &h)
            select(
                "sort", ProgramListQuery.Order.allCases.map { ($0.rawValue, t("programs.order.\($0.rawValue)")) }, query.order.rawValue, &h)
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.filter.submit"))
        }
    }

    private func select(_ name: String, _ choices: [(String, String)], _ chosen: String, _ h: inout HTMLWriter) {
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(name), text: t("programs.filter.\(name)"))
            h.element("select", .id(name), .name(name)) { h in
                for (value, text) in choices { h.element("option", .value(value), .flag("selected", if: value == chosen), text: text) }
            }
        }
    }

    private func nothing(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), text: t(list.states.isEmpty ? "programs.none" : "programs.noneFound"))
        guard !list.states.isEmpty else { return }
        h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.consolePrograms, id: id)), text: t("programs.all")) }
    }

    private func table(_ h: inout HTMLWriter) {
        h.element("p", .class("small quiet"), text: t("search.count", count: list.total))
        ConsoleTable(
            caption: t("programs.title"),
            heads: ["title", "state", "complete", "languages", "tags", "confirmed"].map { t("programs.head.\($0)") }
        ).write(list.programs, &h) { row($0, &$1) }
    }

    private func row(_ program: ProgramOverview, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("th", Attribute("scope", "row")) { h in
            // The reference is a part of the link: a target of two lines.
            h.element(
                "a", .class("row-link two-lines"), .href(view.links.program(.consoleProgram, program.id, at: Institution.ID(id)))
            ) { h in
                h.element("span", .lang(view.lang(title.language)), text: title.text)
                h.element("span", .class("small quiet"), text: program.reference)
            }
        }
        h.element("td", .class("marks-cell")) { view.writeState(program.state, hasDraft: program.hasDraft, &$0) }
        h.element("td") { ProgramMeters.bar(program.meter.share, label: t("programs.head.complete"), view, &$0) }
        h.element("td", .class("figures-cell")) { h in
            for language in Language.allCases {
                let share = program.parity[language] ?? 0
                h.element(
                    "span", .class(share < 1 ? "care" : nil),
                    text: t("programs.short.\(language.rawValue)") + "\u{A0}" + view.format.percent((share * 100).rounded() / 100))
                h.text(" ")
            }
        }
        h.element("td") { h in
            if program.untagged.isEmpty {
                h.text(t("programs.tagsThere"))
            } else {
                h.element(
                    "span", .class("care"),
                    text: t(
                        "programs.tagsMissing",
                        ["kinds": program.untagged.map { t("programs.tagKinds.\($0.rawValue)") }.joined(separator: ", ")]))
            }
            if program.suggestions > 0 {
                h.element("span", .class("small quiet cell-note"), text: t("programs.suggested", count: program.suggestions))
            }
        }
        h.element("td", .class("figures-cell")) { h in
            if let date = program.lastConfirmed { h.text(view.format.date(date)) } else { h.text(t("programs.never")) }
            if program.state == .published, program.isStale { h.element("span", .class("care cell-note"), text: t("programs.stale")) }
            if !program.isUpcoming { h.element("span", .class("small quiet cell-note"), text: t("programs.noDates")) }
        }
    }

    private func pages(_ h: inout HTMLWriter) {
        guard list.pages > 1 else { return }
        h.element("nav", .class("pages"), Attribute("aria-label", t("programs.pages"))) { h in
            let path = view.links.path(.consolePrograms, id: id)
            if list.page > 1 {
                h.element(
                    "a", .class("button secondary compact"), .href(path + address(query, page: list.page - 1).text),
                    text: t("programs.previous"))
            }
            h.element("span", text: t("programs.pageOf", ["page": view.format.number(list.page), "pages": view.format.number(list.pages)]))
            if list.page < list.pages {
                h.element(
                    "a", .class("button secondary compact"), .href(path + address(query, page: list.page + 1).text),
                    text: t("programs.next"))
            }
        }
    }
}

extension ProgramListQuery {
    init(_ request: PageRequest) {
        self.init()
        text = request.text("q")
        state = Program.State(rawValue: request.text("state"))
        need = Need(rawValue: request.text("need"))
        order = Order(rawValue: request.text("sort")) ?? .title
        page = Int(request.text("page")) ?? 1
    }
}
