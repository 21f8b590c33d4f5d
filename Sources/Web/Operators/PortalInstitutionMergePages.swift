import Domain
import HTML
import Portal

/// Merging an institution into another: which one, and then everything that will happen.
struct PortalInstitutionMergePages {
    let request: ConsoleRequest
    let institution: Institution
    let problems: FormProblems

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var name: String { view.written(institution.name) }
    private var address: String { view.links.path(.consoleInstitutionMerge, id: institution.id.rawValue) }

    func choice(_ found: ManageInstitutions.Found, text: String) -> Page {
        request.page(t("operating.merge.title", ["institution": name]), route: .consoleInstitutionMerge, id: institution.id.rawValue) { h in
            crumb(&h)
            problems.write(view, &h)
            h.element("h1", text: t("operating.merge.title", ["institution": name]))
            h.element("p", .class("lead"), text: t("operating.merge.lead"))
            h.element("form", .class("console-filters"), .action(address), Attribute("method", "get"), .role("search")) { h in
                h.element("div", .class("form-field wide-field")) { h in
                    h.element("label", .for("q"), text: t("operating.institutions.search"))
                    h.void("input", .type("search"), .id("q"), .name("q"), .value(text), Attribute("maxlength", "200"))
                }
                h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.filter.submit"))
            }
            h.element("h2", text: t("operating.merge.into"))
            h.element("ul", .class("links")) { h in
                for other in found.institutions {
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(address + QueryString([("into", other.id.rawValue)]).text),
                            .lang(other.name.resolved(view.language).flatMap { view.lang($0.language) }), text: view.written(other.name))
                    }
                }
            }
            if found.total > found.institutions.count {
                h.element("p", .class("quiet"), text: t("operating.merge.narrow", count: found.total - found.institutions.count))
            }
        }
    }

    func plan(_ plan: MergeInstitutions.Plan, into target: Institution) -> Page {
        let names = ["institution": name, "target": view.written(target.name)]
        return request.page(
            t("operating.merge.planTitle", names), route: .consoleInstitutionMerge, id: institution.id.rawValue,
            query: QueryString([("into", target.id.rawValue)]).text
        ) { h in
            crumb(&h)
            problems.write(view, &h)
            h.element("h1", .id("main-heading"), text: t("operating.merge.planTitle", names))
            h.element("p", .class("lead"), text: t("operating.merge.planLead", names))
            h.element("ul") { h in
                h.element("li", text: t("operating.merge.programs", count: plan.programs, names))
                if plan.staff.count > 0 { h.element("li", text: t("operating.merge.staff", count: plan.staff.count, names)) }
                if plan.keys > 0 { h.element("li", text: t("operating.merge.keys", count: plan.keys)) }
                if plan.hosts > 0 { h.element("li", text: t("operating.merge.hosts", count: plan.hosts)) }
                if plan.imports > 0 { h.element("li", text: t("operating.merge.imports", count: plan.imports)) }
                h.element("li", text: t("operating.merge.addresses", names))
                h.element("li", text: t("operating.merge.final", names))
            }
            collisions(plan, &h)
            staff(plan, &h)
            h.element("form", .action(address), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("into"), .value(target.id.rawValue))
                h.void("input", .type("hidden"), .name("mark"), .value(plan.mark))
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("operating.merge.submit"))
                    h.element("a", .class("button secondary"), .href(address), text: t("operating.merge.another"))
                }
            }
        }
    }

    private func crumb(_ h: inout HTMLWriter) {
        h.element("p", .class("crumb")) {
            $0.element(
                "a", .class("row-link"), .href(view.links.path(.consoleInstitutionDetails, id: institution.id.rawValue)), text: name)
        }
    }

    private func collisions(_ plan: MergeInstitutions.Plan, _ h: inout HTMLWriter) {
        guard !plan.collisions.isEmpty else { return }
        h.element("h2", text: t("operating.merge.collisions"))
        h.element("p", text: t("operating.merge.collisionsLead", count: plan.collisions.count))
        ConsoleTable(
            caption: t("operating.merge.collisions"),
            heads: ["operating.merge.program", "operating.merge.reference", "operating.merge.newReference"].map { t($0) }
        ).write(plan.collisions, &h) { collision, h in
            h.element(
                "th", Attribute("scope", "row"), .lang(collision.title.resolved(view.language).flatMap { view.lang($0.language) }),
                text: view.written(collision.title))
            h.element("td", text: collision.reference)
            h.element("td", text: collision.newReference)
        }
    }

    private func staff(_ plan: MergeInstitutions.Plan, _ h: inout HTMLWriter) {
        guard !plan.staff.isEmpty else { return }
        h.element("h2", text: t("operating.merge.people"))
        ConsoleTable(
            caption: t("operating.merge.people"), heads: ["account.name", "operating.merge.present", "operating.merge.later"].map { t($0) }
        ).write(plan.staff, &h) { member, h in
            h.element("th", Attribute("scope", "row"), text: member.name)
            h.element("td", text: member.present.map { t("console.role.\($0.rawValue)") } ?? t("operating.merge.noRole"))
            h.element("td", text: t("console.role.\(member.role.rawValue)"))
        }
    }
}
