import Domain
import HTML
import Matching

/// The employers' door: look programs up by what is missing, or by industry. No account.
struct EmployersPage {
    let view: View
    let catalogue: Catalogue

    /// The priority industries of the province, as the NAICS codes that hold them.
    private static let industries: [(key: String, codes: [String])] = [
        ("health", ["62", "3254"]), ("manufacturing", ["31-33"]), ("technology", ["51", "5415"]), ("hospitality", ["72", "71"]),
        ("construction", ["23"]), ("transportation", ["48-49", "493"]),
    ]

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
            h.element("ul", .class("doors")) { h in
                for industry in Self.industries { h.element("li") { door(industry, &$0) } }
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

    private func door(_ industry: (key: String, codes: [String]), _ h: inout HTMLWriter) {
        var query = ProgramQuery(language: view.language, limit: 0)
        query.filters[.industry] = Set(industry.codes.filter { catalogue.labourMarket.industry(Industry.Code($0)) != nil })
        let count = catalogue.search(query).total
        h.element("a", .class("door"), .href(view.links.search(query))) { h in
            h.element("strong", text: t("employers.industry.\(industry.key)"))
            h.text(t("search.count", count: count))
        }
    }
}
