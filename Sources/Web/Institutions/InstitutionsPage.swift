import Domain
import HTML
import Matching

/// Who is listed here, by kind, and how an institution lists its own programs.
struct InstitutionsPage {
    let view: View
    let catalogue: Catalogue

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("institutions.title"), description: t("institutions.lead"), route: .institutions) { h in
            h.element("h1", text: t("institutions.title"))
            h.element("p", .class("lead"), text: t("institutions.lead"))
            for kind in Institution.Kind.allCases { self.kind(kind, &h) }
            h.element("h2", text: t("institutions.list.title"))
            h.element("p", text: t("institutions.list.text"))
        }
    }

    private func kind(_ kind: Institution.Kind, _ h: inout HTMLWriter) {
        let members = catalogue.openInstitutions.filter { $0.kind == kind }
            .sorted { $0.name.text(view.language) < $1.name.text(view.language) }
        guard !members.isEmpty else { return }
        h.element("h2", text: t("institutions.kind.\(kind.rawValue)"))
        h.element("ul", .class("choices side-by-side")) { h in
            for institution in members {
                h.element("li") { h in
                    h.element("a", .class("choice"), .href(view.links.institution(institution.id))) { h in
                        h.element("span", text: institution.name.text(view.language))
                        h.element(
                            "span", .class("small"),
                            text: "\(institution.place.city) · \(t("search.count", count: catalogue.programCount(of: institution.id)))")
                    }
                }
            }
        }
    }
}
