import Domain
import HTML
import Portal

/// Ask for one's data, look at how much there is, take it along, erase it.
struct EmployerDataPages {
    let view: View

    private var t: Texts.Reader { view.t }

    func form(_ typed: String = "", _ problems: FormProblems = FormProblems()) -> Page {
        page(.employerData, t("mydata.title"), isIndexed: true) { h in
            problems.write(view, &h)
            h.element("h1", text: t("mydata.title"))
            h.element("p", .class("lead"), text: t("mydata.lead"))
            h.element("form", .class("stacked-form"), .action(view.links.path(.employerData)), Attribute("method", "post")) { h in
                FormField(
                    view: view, name: "email", label: "mydata.email", type: "email", value: typed, autocomplete: "email",
                    maximumLength: 254, problems: problems
                ).write(&h)
                h.element("div", .class("form-buttons")) {
                    $0.element("button", .class("button"), .type("submit"), text: t("mydata.submit"))
                }
            }
        }
    }

    func asked(_ email: EmailAddress) -> Page {
        said(.employerData, "mydata.asked", ["email": email.text])
    }

    func own(_ token: String, _ email: EmailAddress, _ summary: EmployerData.Summary) -> Page {
        page(.ownEmployerData, t("mydata.own.title"), token) { h in
            h.element("h1", text: t("mydata.own.title"))
            h.element("p", .class("lead"), text: t("mydata.own.lead", ["email": email.text]))
            h.element("ul") { h in
                if summary.isListed { h.element("li", text: t("mydata.own.entry")) }
                let counts = [
                    ("letters", summary.letters), ("inquiries", summary.inquiries), ("requests", summary.requests),
                    ("consents", summary.consents),
                ]
                for (key, count) in counts where count > 0 { h.element("li", text: t("mydata.own.\(key)", count: count)) }
            }
            for act in ["export", "erase"] {
                h.element("h2", text: t("mydata.\(act).title"))
                h.element("p", text: t("mydata.\(act).text"))
                h.element("form", .action(view.links.path(.ownEmployerData, id: token)), Attribute("method", "post")) { h in
                    h.element(
                        "button", .class(act == "export" ? "button" : "button secondary"), .type("submit"), .name("act"), .value(act),
                        text: t("mydata.\(act).submit"))
                }
            }
            h.element("p", .class("small quiet"), text: t("mydata.own.link"))
        }
    }

    func erased() -> Page { said(.ownEmployerData, "mydata.erased") }
    func gone() -> Page { said(.ownEmployerData, "mydata.gone") }

    private func said(_ route: PageRoute, _ key: String, _ values: [String: String] = [:]) -> Page {
        page(route, t("\(key).title")) { h in
            h.element("h1", text: t("\(key).title"))
            h.element("p", .class("lead"), text: t("\(key).lead", values))
            h.element("p") { $0.element("a", .class("row-link"), .href(view.links.employers), text: t("directory.back")) }
        }
    }

    private func page(
        _ route: PageRoute, _ title: String, _ id: String = "", isIndexed: Bool = false, main: @escaping (inout HTMLWriter) -> Void
    ) -> Page {
        Page(title: title, route: route, id: id, isIndexed: isIndexed) { h in h.element("div", .class("narrow")) { main(&$0) } }
    }
}
