import Domain
import HTML
import Matching
import Portal

/// What the link at the end of each message opens: two ways to get no more, each a button.
struct OutreachEndPage {
    let view: View
    let token: String
    let ending: EndOutreach.View

    private var t: Texts.Reader { view.t }
    private var place: String { Labels(view, catalogue: view.site.services.catalogue.current).institution(ending.institution) }

    var page: Page {
        page(t("outreach.end.title")) { h in
            h.element("p", .class("lead"), text: t("outreach.end.lead", ["organisation": ending.organisation]))
            if ending.isRefused {
                h.element("p", .class("notice"), text: t("outreach.end.already", ["place": place]))
            } else {
                button(.institution, t("outreach.end.institution", ["place": place]), isSecondary: false, &h)
            }
            h.element("p", text: t("outreach.end.everybodyText"))
            button(.everybody, t("outreach.end.everybody"), isSecondary: true, &h)
        }
    }

    func ended(_ choice: EndOutreach.Choice) -> Page {
        page(t("outreach.ended.title")) { h in
            h.element("p", .class("lead"), .role("status"), text: t("outreach.ended.\(choice.rawValue)", ["place": place]))
            guard choice == .institution else { return }
            h.element("p", text: t("outreach.end.everybodyText"))
            button(.everybody, t("outreach.end.everybody"), isSecondary: true, &h)
        }
    }

    private func button(_ choice: EndOutreach.Choice, _ label: String, isSecondary: Bool, _ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(.outreachEnd, id: token)), Attribute("method", "post")) { h in
            h.element(
                "button", .class(isSecondary ? "button secondary" : "button"), .type("submit"), .name("choice"), .value(choice.rawValue),
                text: label)
        }
    }

    private func page(_ title: String, main: @escaping (inout HTMLWriter) -> Void) -> Page {
        Page(title: title, route: .outreachEnd, id: token, isIndexed: false) { h in
            h.element("div", .class("narrow directory-end")) { h in
                h.element("h1", text: title)
                main(&h)
            }
        }
    }
}
