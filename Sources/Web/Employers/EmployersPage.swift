import Domain
import HTML
import Matching
import Portal

/// The employers' door: look programs up by what is missing, or by industry. No account.
struct EmployersPage {
    let view: View
    let catalogue: Catalogue
    let lists: [ProgramList]

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("employers.title"), description: t("employers.lead"), route: .employers) { h in
            h.element("h1", text: t("employers.title"))
            h.element("p", .class("lead"), text: t("employers.lead"))
            h.element("form", .class("search-bar narrow"), .action(view.links.search), Attribute("method", "get"), .role("search")) { h in
                h.element("div") { h in
                    h.element("label", .for("q"), text: t("employers.words"))
                    h.void(
                        "input", .type("search"), .id("q"), .name("q"), Attribute("maxlength", "200"), Attribute("enterkeyhint", "search"))
                }
                h.element("button", .class("button"), .type("submit"), text: t("search.submit"))
            }
            h.element("h2", text: t("employers.industries"))
            h.element("p", .class("quiet"), text: t("employers.industriesLead"))
            ListDoors(view: view, catalogue: catalogue, lists: lists, forEmployers: true).write(&h)
            if view.site.services.inquiries != nil {
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.inquiry()), text: t("inquiry.link.employers")) }
            }
            h.element("h2", text: t("employers.fundingTitle"))
            h.element("p", text: t("employers.funding"))
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.search(.funding, Funding.canadaOntarioJobGrant.rawValue)),
                    text: t("employers.fundingLink"))
            }
        }
    }
}
