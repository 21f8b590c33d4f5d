import Domain
import HTML
import Matching
import Portal

/// The lists in order, and one of them.
struct PortalListPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }

    func list(_ lists: [OperatedList]) -> Page {
        request.page(t("operating.lists.title"), route: .consoleLists) { h in
            request.writeNotice(&h)
            h.element("div", .class("page-head")) { h in
                h.element("h1", text: t("operating.lists.title"))
                h.element("a", .class("button"), .href(view.links.path(.consoleNewList)), text: t("operating.lists.new"))
            }
            h.element("p", .class("lead"), text: t("operating.lists.lead"))
            ConsoleTable(
                caption: t("operating.lists.title"),
                heads: ["operating.lists.list", "operating.programs", "operating.state", "operating.lists.acts"].map { t($0) }
            ).write(Array(lists.enumerated()), &h) { place, h in row(place.element, place.offset, of: lists.count, &h) }
        }
    }

    private func row(_ list: OperatedList, _ place: Int, of count: Int, _ h: inout HTMLWriter) {
        let title = view.written(list.list.title)
        h.element("th", Attribute("scope", "row")) { h in
            h.element("a", .class("row-link two-lines"), .href(view.links.path(.consoleList, id: list.list.id.rawValue))) { h in
                h.element("span", text: title)
                h.element(
                    "span", .class("small"),
                    text: t("operating.lists.basis.\(list.list.basis.rawValue)") + " · "
                        + CuratedList.Reader.allCases.filter(list.list.readers.contains).map { t("operating.lists.reader.\($0.rawValue)") }
                        .joined(separator: ", "))
            }
        }
        h.element("td", .class("figures-cell"), text: view.format.number(view.site.services.lists(list.list).total))
        h.element("td") { h in
            h.element(
                "span", .class(list.isPublished ? "mark-pill" : "mark-pill state-draft"),
                text: t(list.isPublished ? "operating.lists.shown" : "operating.lists.hidden"))
        }
        h.element("td") { h in
            h.element("form", .class("row-acts"), .action(view.links.path(.consoleLists)), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("list"), .value(list.list.id.rawValue))
                if place > 0 { button("up", title, &h) }
                if place < count - 1 { button("down", title, &h) }
                button(list.isPublished ? "unpublish" : "publish", title, &h)
            }
        }
    }

    private func button(_ act: String, _ title: String, _ h: inout HTMLWriter) {
        h.element(
            "button", .class("button secondary compact"), .type("submit"), .name("act"), .value(act),
            Attribute("aria-label", t("operating.lists.act.\(act)") + " (\(title))"), text: t("operating.lists.act.\(act)"))
    }

    /// - Parameter trial: what the list would hold, where that was asked.
    func form(
        _ list: OperatedList?, _ fields: ListFields, problems: FormProblems = FormProblems(), trial: ProgramList? = nil
    ) -> Page {
        let route: PageRoute = list == nil ? .consoleNewList : .consoleList
        let id = list?.list.id.rawValue ?? ""
        let title = list.map { view.written($0.list.title) } ?? t("operating.lists.new")
        return request.page(title, route: route, id: id) { h in
            h.element("p", .class("crumb")) {
                $0.element("a", .class("row-link"), .href(view.links.path(.consoleLists)), text: t("operating.lists.title"))
            }
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: title)
            if let list {
                h.element(
                    "p", .class("lead"), text: t(list.isPublished ? "operating.lists.isShown" : "operating.lists.isHidden"))
                if list.isPublished {
                    h.element("p") {
                        $0.element(
                            "a", .class("row-link"), .href(view.links.list(list.list.slug.text(view.language))),
                            text: t("console.overview.public"))
                    }
                }
            }
            if let trial { preview(trial, &h) }
            h.element("form", .class("stacked-form operating-form"), .action(view.links.path(route, id: id)), Attribute("method", "post")) {
                self.fields(list, fields, problems, &$0)
            }
        }
    }

    private func fields(_ list: OperatedList?, _ fields: ListFields, _ problems: FormProblems, _ h: inout HTMLWriter) {
        let form = OperatingFields(view: view, problems: problems)
        form.pair("title", "operating.lists.titleIn", fields.title, &h)
        form.pair("slug", "operating.lists.slug", fields.slug, &h)
        form.checks(
            "readers", "operating.lists.readers",
            CuratedList.Reader.allCases.map { ($0.rawValue, t("operating.lists.reader.\($0.rawValue)")) },
            chosen: Set(fields.readers.map(\.rawValue)), &h)
        form.pair("learners", "operating.lists.forLearners", fields.forLearners, rows: 4, most: 2_000, &h)
        form.pair("employers", "operating.lists.forEmployers", fields.forEmployers, rows: 4, most: 2_000, &h)
        form.select(
            "basis", "operating.lists.basisLabel",
            CuratedList.Basis.allCases.map { ($0.rawValue, t("operating.lists.basis.\($0.rawValue)")) }, fields.basis,
            hint: "operating.lists.basisHint", &h)
        form.text("industries", "operating.lists.industries", fields.industries, hint: "operating.lists.industriesHint", &h)
        h.element("label", .class("check"), .for("inferred")) { h in
            h.void(
                "input", .type("checkbox"), .id("inferred"), .name("inferred"), .value("1"), .flag("checked", if: fields.acceptsInferred))
            h.text(t("operating.lists.inferred"))
        }
        FormTextArea(
            view: view, name: "search", label: "operating.lists.searchLabel", value: fields.searchText,
            hint: "operating.lists.searchHint", rows: 2, maximumLength: 2_000, problems: problems
        ).write(&h)
        h.element("div", .class("field-row")) { h in
            form.select(
                "outlook", "operating.lists.outlook", Outlook.Value.allCases.map { ($0.rawValue, t("facet.outlook.\($0.rawValue)")) },
                fields.minimumOutlook, &h)
            form.text("completeness", "operating.lists.completeness", fields.minimumCompleteness, &h)
        }
        FormTextArea(
            view: view, name: "pinned", label: "operating.lists.pinned", value: fields.pinned, hint: "operating.lists.pinnedHint", rows: 5,
            maximumLength: 40_000, problems: problems
        ).write(&h)
        FormTextArea(
            view: view, name: "excluded", label: "operating.lists.excluded", value: fields.excluded, hint: "operating.lists.pinnedHint",
            rows: 3, maximumLength: 40_000, problems: problems
        ).write(&h)
        h.element("div", .class("form-buttons")) { h in
            form.button(list == nil ? "operating.lists.create" : "operating.save", name: "act", value: "save", &h)
            form.button("operating.preview", name: "act", value: "preview", isSecondary: true, &h)
            if let list {
                form.button(
                    ManageLists.isStandard(list.list.id) ? "operating.lists.reset" : "operating.lists.erase", name: "act", value: "erase",
                    isSecondary: true, &h)
            }
        }
    }

    private func preview(_ trial: ProgramList, _ h: inout HTMLWriter) {
        let catalogue = view.site.services.catalogue.current
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "trial")) { h in
            h.element("h2", .id("trial"), text: t("lists.programs", count: trial.total))
            if trial.total == 0 { h.element("p", text: t("lists.none")) }
            h.element("ol") { h in
                for entry in trial.entries.prefix(10) {
                    guard let program = catalogue.program(entry.program) else { continue }
                    h.element(
                        "li", .lang(program.title.resolved(view.language).flatMap { view.lang($0.language) }),
                        text: view.written(program.title))
                }
            }
            h.element("p", .class("quiet small"), text: t("operating.notKept"))
        }
    }
}
