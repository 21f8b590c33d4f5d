import Domain
import HTML
import Matching
import Portal

/// The employers' door: look programs up by what is missing, by a posting, or by industry. No account.
struct EmployersPage {
    let view: View
    let catalogue: Catalogue
    let lists: [ProgramList]

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("employers.title"), description: t("employers.lead"), route: .employers) { h in
            h.element("h1", text: t("employers.title"))
            h.element("p", .class("lead"), text: t("employers.lead"))
            NeedBox(view: view).write(&h)
            h.element("section", Attribute("aria-labelledby", "by-posting")) { h in
                h.element("h2", .id("by-posting"), text: t("employers.posting"))
                h.element("p", .class("quiet"), text: t("employers.postingLead"))
                PostingBox(view: view).write(&h)
            }
            h.element("h2", text: t("employers.industries"))
            h.element("p", .class("quiet"), text: t("employers.industriesLead"))
            ListDoors(view: view, catalogue: catalogue, lists: lists, forEmployers: true).write(&h)
            if view.site.services.inquiries != nil {
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.inquiry()), text: t("inquiry.link.employers")) }
            }
            if view.site.services.directory != nil {
                h.element("h2", .id("directory"), text: t("directory.door.title"))
                h.element("p", text: t("directory.door.text"))
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.directory)), text: t("directory.door.link")) }
                h.element("p") {
                    $0.element("a", .class("row-link"), .href(view.links.path(.employerData)), text: t("mydata.title"))
                }
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

/// One field for whatever an employer is short of.
struct NeedBox {
    let view: View
    var words = ""

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        h.element("form", .class("job-form"), .action(view.links.path(.employerSearch)), Attribute("method", "get"), .role("search")) { h in
            h.element("label", .for("q"), .class("job-label"), text: t("employers.words"))
            h.element("p", .class("hint"), .id("q-hint"), text: t("employers.wordsHint"))
            h.element("div", .class("job-row")) { h in
                h.void(
                    "input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"),
                    Attribute("enterkeyhint", "search"), .flag("required"), Attribute("aria-describedby", "q-hint"))
                h.element("button", .class("button"), .type("submit"), text: t("employers.submit"))
            }
        }
    }
}
