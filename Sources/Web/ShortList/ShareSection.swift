import HTML
import Portal

/// The list for somebody else, or for oneself elsewhere: its link, a message, paper. Nothing passes through the portal.
struct ShareSection {
    let view: View
    let codes: ProgramCodes
    /// Of the list, with the portal's host.
    let address: String

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("section", .class("share no-print"), Attribute("aria-labelledby", "share-title")) { h in
            h.element("h2", .id("share-title"), text: t("shortlist.share"))
            h.element("p", text: t("shortlist.shareText"))
            h.element("label", .for("share-link"), text: t("shortlist.link"))
            h.element("div", .class("share-row")) { h in
                h.void("input", .type("text"), .id("share-link"), .value(address), .flag("readonly"), .flag("data-share-link"))
                h.element(
                    "button", .type("button"), .class("button secondary"), .flag("data-copy"), .flag("hidden"), text: t("shortlist.copy"))
            }
            h.element("p", .class("small"), .role("status"), .flag("data-copied"), Attribute("data-text", t("shortlist.copied"))) { _ in }
            h.element("p", .class("share-actions")) { h in
                h.element("a", .class("button secondary"), .href(view.links.shortListPrint(codes)), text: t("shortlist.print"))
                h.element("a", .class("button secondary"), .href(mail), text: t("shortlist.mail"))
                if view.site.services.inquiries != nil {
                    h.element("a", .class("button secondary"), .href(view.links.inquiry(codes)), text: t("inquiry.link.shortList"))
                }
            }
        }
    }

    /// A message the reader's own mail program opens.
    private var mail: String {
        "mailto:" + QueryString([("subject", t("shortlist.title")), ("body", t("shortlist.mailBody", ["address": address]))]).text
    }
}
