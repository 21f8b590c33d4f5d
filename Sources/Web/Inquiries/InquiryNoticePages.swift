import Domain
import HTML
import Matching
import Portal

/// The short pages on an inquiry's way: look in your mailbox, yes it is me, erase it, it is gone.
struct InquiryNoticePages {
    let view: View
    let token: String

    private var t: Texts.Reader { view.t }

    func waiting(_ inquiry: Inquiry) -> Page {
        page(.inquiryStatus, t("inquiry.waiting.title")) { h in
            h.element("p", .class("lead"), text: t("inquiry.waiting.lead", ["email": inquiry.email?.text ?? ""]))
            h.element("p", text: t("inquiry.waiting.hint"))
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.inquiryDraft, id: token)), text: t("inquiry.waiting.change"))
            }
        }
    }

    func confirmation(_ inquiry: Inquiry, _ deliveries: [Delivery], _ catalogue: Catalogue) -> Page {
        page(.inquiryConfirmation, t("inquiry.confirm.title")) { h in
            h.element(
                "p", .class("lead"),
                text: t("inquiry.confirm.lead", ["organisation": inquiry.organisation.isEmpty ? inquiry.name : inquiry.organisation]))
            h.element("ul") { h in
                for delivery in deliveries {
                    h.element("li") { h in
                        h.element("strong", text: Labels(view, catalogue: catalogue).institution(delivery.institution))
                        h.text(" · " + view.office(delivery.mailbox))
                    }
                }
            }
            InquirySummary(view: view, inquiry: inquiry).write(&h)
            h.element("form", .action(view.links.path(.inquiryConfirmation, id: token)), Attribute("method", "post")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("inquiry.confirm.submit"))
            }
            h.element("p", .class("small quiet"), text: t("inquiry.confirm.notYou"))
        }
    }

    func erase(isSent: Bool) -> Page {
        page(.inquiryErase, t("inquiry.erase.title")) { h in
            h.element("p", .class("lead"), text: t(isSent ? "inquiry.erase.sent" : "inquiry.erase.draft"))
            h.element("form", .action(view.links.path(.inquiryErase, id: token)), Attribute("method", "post")) { h in
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("inquiry.erase.submit"))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.path(isSent ? .inquiryStatus : .inquiryDraft, id: token)),
                        text: t("inquiry.erase.keep"))
                }
            }
        }
    }

    func erased() -> Page {
        page(.inquiryErase, t("inquiry.erased.title")) { h in
            h.element("p", .class("lead"), text: t("inquiry.erased.lead"))
            back(&h)
        }
    }

    func gone(_ route: PageRoute) -> Page {
        page(route, t("inquiry.gone.title")) { h in
            h.element("p", .class("lead"), text: t("inquiry.gone.lead"))
            back(&h)
        }
    }

    private func back(_ h: inout HTMLWriter) {
        h.element("p") { $0.element("a", .class("row-link"), .href(view.links.employers), text: t("inquiry.basket.employers")) }
    }

    private func page(_ route: PageRoute, _ title: String, main: @escaping (inout HTMLWriter) -> Void) -> Page {
        Page(title: title, route: route, id: token, isIndexed: false) { h in
            h.element("div", .class("narrow account")) { h in
                h.element("h1", text: title)
                main(&h)
            }
        }
    }
}
