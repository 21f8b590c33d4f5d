import Domain
import HTML
import Matching
import Portal

/// The list of institutions, one of them, and what closing it does.
struct PortalInstitutionPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }

    func list(_ found: ManageInstitutions.Found, text: String) -> Page {
        let finder = InstitutionFinder(view: view, route: .consoleInstitutions, text: text, found: found)
        let query = QueryString([("q", text.isEmpty ? nil : text), ("page", found.page > 1 ? String(found.page) : nil)]).text
        return request.page(t("operating.institutions.title"), route: .consoleInstitutions, query: query) { h in
            request.writeNotice(&h)
            h.element("div", .class("page-head")) { h in
                h.element("h1", text: t("operating.institutions.title"))
                h.element("a", .class("button"), .href(view.links.path(.consoleNewInstitution)), text: t("operating.institutions.new"))
            }
            finder.writeSearch(&h)
            if found.institutions.isEmpty {
                h.element("p", .class("lead"), text: t("operating.institutions.none"))
            } else {
                ConsoleTable(
                    caption: t("operating.institutions.title"),
                    heads: ["console.institution", "operating.kind", "operating.city", "operating.programs", "operating.state"].map {
                        t($0)
                    }
                ).write(found.institutions, &h) { row($0, &$1) }
            }
            finder.writePages(&h)
        }
    }

    private func row(_ institution: Institution, _ h: inout HTMLWriter) {
        h.element("th", Attribute("scope", "row")) { h in
            h.element(
                "a", .class("row-link"), .href(view.links.path(.consoleInstitutionDetails, id: institution.id.rawValue)),
                .lang(institution.name.resolved(view.language).flatMap { view.lang($0.language) }), text: view.written(institution.name))
        }
        h.element("td", text: t("facet.institution-kind.\(institution.kind.rawValue)"))
        h.element("td", text: institution.place.city)
        h.element("td", .class("figures-cell"), text: view.format.number(programs(institution)))
        h.element("td") { h in
            h.element(
                "span", .class(institution.closedOn == nil ? "mark-pill" : "mark-pill state-archived"),
                text: institution.closedOn.map { t("operating.closedOn", ["date": view.format.date($0)]) } ?? t("operating.open"))
        }
    }

    private func programs(_ institution: Institution) -> Int {
        view.site.services.catalogue.current.programCount(of: institution.id)
    }

    /// One institution, or a new one.
    func form(_ institution: Institution?, _ fields: InstitutionFields, _ problems: FormProblems) -> Page {
        let title = institution.map { view.written($0.name) } ?? t("operating.institutions.new")
        let id = institution?.id.rawValue ?? ""
        let route: PageRoute = institution == nil ? .consoleNewInstitution : .consoleInstitutionDetails
        return request.page(title, route: route, id: id) { h in
            crumb(&h)
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: title)
            if let institution { ways(institution, &h) }
            h.element("form", .class("stacked-form operating-form"), .action(view.links.path(route, id: id)), Attribute("method", "post")) {
                self.fields(institution, fields, problems, &$0)
            }
            if let institution { acts(institution, &h) }
        }
    }

    func crumb(_ h: inout HTMLWriter) {
        h.element("p", .class("crumb")) {
            $0.element("a", .class("row-link"), .href(view.links.path(.consoleInstitutions)), text: t("operating.institutions.title"))
        }
    }

    /// What is known of it, and the way to what its own staff see.
    private func ways(_ institution: Institution, _ h: inout HTMLWriter) {
        if let closed = institution.closedOn {
            h.element("p", .class("notice"), text: t("operating.institutions.isClosed", ["date": view.format.date(closed)]))
        } else {
            h.element("p", .class("lead"), text: t("console.overview.published", count: programs(institution)))
        }
        h.element("ul", .class("links link-row")) { h in
            let console: [(PageRoute, String)] =
                institution.closedOn == nil
                ? [(.consoleInstitution, "operating.institutions.console"), (.consoleStaff, "console.section.staff")]
                : [(.consoleInstitution, "operating.institutions.console")]
            for (route, key) in console + [(.institution, "console.overview.public")] {
                h.element("li") {
                    $0.element("a", .class("row-link"), .href(view.links.path(route, id: institution.id.rawValue)), text: t(key))
                }
            }
        }
    }

    private func fields(
        _ institution: Institution?, _ fields: InstitutionFields, _ problems: FormProblems, _ h: inout HTMLWriter
    ) {
        let form = OperatingFields(view: view, problems: problems)
        form.pair("name", "operating.name", LocalizedText(en: fields.nameEnglish, fr: fields.nameFrench), &h)
        if institution == nil { form.text("key", "operating.key", fields.id, hint: "operating.keyHint", &h) }
        form.select(
            "kind", "operating.kind", Institution.Kind.allCases.map { ($0.rawValue, t("facet.institution-kind.\($0.rawValue)")) },
            fields.kind, &h)
        form.text("url", "operating.url", fields.url, hint: "operating.urlHint", isRequired: true, &h)
        h.element("div", .class("field-row")) { h in
            form.text("city", "operating.city", fields.city, isRequired: true, &h)
            form.text("postal-code", "operating.postalCode", fields.postalCode, &h)
        }
        form.select("region", "operating.region", view.regionChoices(none: "operating.noRegion"), fields.region, &h)
        form.text("contact", "operating.contact", fields.contact, hint: "operating.contactHint", &h)
        h.element("div", .class("form-buttons")) {
            form.button(institution == nil ? "operating.institutions.create" : "operating.save", &$0)
        }
    }

    private func acts(_ institution: Institution, _ h: inout HTMLWriter) {
        let id = institution.id.rawValue
        h.element("h2", text: t("operating.institutions.more"))
        h.element("ul", .class("links")) { h in
            h.element("li") {
                $0.element(
                    "a", .class("row-link"), .href(view.links.path(.consoleInstitutionMerge, id: id)), text: t("operating.merge.link"))
            }
            h.element("li") {
                $0.element(
                    "a", .class("row-link"), .href(view.links.path(.consoleInstitutionClosure, id: id)),
                    text: t(institution.closedOn == nil ? "operating.close.link" : "operating.reopen.link"))
            }
        }
    }

    func closure(_ institution: Institution, _ belongings: (published: Int, staff: Int, keys: Int)) -> Page {
        let key = institution.closedOn == nil ? "operating.close" : "operating.reopen"
        let name = view.written(institution.name)
        return request.page(t("\(key).title", ["institution": name]), route: .consoleInstitutionClosure, id: institution.id.rawValue) { h in
            h.element("div", .class("narrow account")) { h in
                h.element("h1", text: t("\(key).title", ["institution": name]))
                h.element("p", .class("lead"), text: t("\(key).lead"))
                if institution.closedOn == nil {
                    h.element("ul") { h in
                        h.element("li", text: t("operating.close.programs", count: belongings.published))
                        h.element("li", text: t("operating.close.staff", count: belongings.staff))
                        h.element("li", text: t("operating.close.keys", count: belongings.keys))
                        h.element("li", text: t("operating.close.page"))
                        h.element("li", text: t("operating.close.kept"))
                    }
                }
                h.element(
                    "form", .action(view.links.path(.consoleInstitutionClosure, id: institution.id.rawValue)), Attribute("method", "post")
                ) { h in
                    h.element("div", .class("form-buttons")) { h in
                        OperatingFields(view: view, problems: FormProblems()).button(
                            "\(key).submit", name: "act", value: institution.closedOn == nil ? "close" : "reopen", &h)
                        h.element(
                            "a", .class("button secondary"),
                            .href(view.links.path(.consoleInstitutionDetails, id: institution.id.rawValue)), text: t("operating.cancel"))
                    }
                }
            }
        }
    }
}
