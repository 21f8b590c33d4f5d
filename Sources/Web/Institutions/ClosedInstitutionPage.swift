import Domain
import HTML

/// What stands at the address of an institution that has closed, and of its programs: since when, and where to look instead.
struct ClosedInstitutionPage {
    let view: View
    let institution: Institution

    var page: Page {
        let t = view.t
        let name = view.written(institution.name)
        return Page(title: name, route: .institution, id: institution.id.rawValue, isIndexed: false) { h in
            h.element("div", .class("narrow")) { h in
                h.element("h1", text: name)
                h.element(
                    "p", .class("lead"),
                    text: t("institutions.closed", ["date": institution.closedOn.map { view.format.date($0) } ?? ""]))
                h.element("p", text: t("institutions.closedPrograms"))
                JobForm(view: view).write(&h)
                h.element("p") { h in
                    h.element("a", .href(view.links.search), text: t("error.searchAll"))
                    h.text(" · ")
                    h.element("a", .href(view.links.institutions), text: t("layout.institutions"))
                }
            }
        }
    }
}
