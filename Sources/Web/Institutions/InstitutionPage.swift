import Domain
import HTML
import Matching
import Portal

/// One institution: where it is, its own site, and its programs.
struct InstitutionPage {
    let view: View
    let catalogue: Catalogue
    let institution: Institution

    private static let programs = 10

    /// The programs that stand on it.
    var shown: [Program] { Array(catalogue.programs(of: institution.id).prefix(Self.programs)) }

    private var t: Texts.Reader { view.t }

    var page: Page {
        let name = institution.name.text(view.language)
        let programs = catalogue.programs(of: institution.id)
        return Page(
            title: name, description: t("institutions.description", ["institution": name]), route: .institution, id: institution.id.rawValue
        ) { h in
            h.element("nav", Attribute("aria-label", t("program.crumbs")), .class("no-print")) { h in
                h.element("ol", .class("crumbs")) { h in
                    h.element("li") { $0.element("a", .href(view.links.institutions), text: t("layout.institutions")) }
                }
            }
            h.element("h1", text: name)
            h.element("p", .class("lead"), text: "\(t("facet.institution-kind.\(institution.kind.rawValue)")), \(institution.place.city)")
            if institution.isDemonstration { h.element("p", .class("demo-note"), text: t("institutions.demo")) }
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.path(.institutionSite, id: institution.id.rawValue)),
                    Attribute("rel", "nofollow"), text: t("institutions.site")
                )
            }
            if view.site.services.inquiries != nil {
                h.element("p") { h in
                    h.element(
                        "a", .class("button secondary"), .href(view.links.inquiry(institutions: [institution.id])),
                        Attribute("rel", "nofollow"), text: t("inquiry.link.institution"))
                }
            }
            h.element("h2", text: t("search.count", count: programs.count))
            let row = ProgramRow(view: view, catalogue: catalogue, showsInstitution: false)
            h.element("ul", .class("programs")) { h in
                for program in programs.prefix(Self.programs) { h.element("li") { row.write(program, &$0) } }
            }
            if programs.count > Self.programs {
                h.element("p", .class("pages")) { h in
                    h.element(
                        "a", .class("button secondary"), .href(view.links.search(.institution, institution.id.rawValue)),
                        text: t("institutions.all"))
                }
            }
        }
    }
}
