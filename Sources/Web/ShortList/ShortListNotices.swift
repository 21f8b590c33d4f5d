import Domain
import HTML

/// What must be said of a list before it is read: that something of its address was left out, where it lives, and whose it is.
struct ShortListNotices {
    let view: View
    let asked: ShortListRequest

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        if let problem = asked.problem(view, tooMany: "shortlist.problem.tooMany") {
            h.element("p", .class("notice care-notice"), .role("status"), text: problem)
        }
        guard !asked.codes.isEmpty else { return }
        h.element("p", .class("notice no-print"), .flag("data-without-script"), text: t("shortlist.inAddress"))
        h.element("p", .class("notice no-print"), .flag("data-mine"), .flag("hidden"), text: t("shortlist.onDevice"))
        h.element("div", .class("notice no-print"), .flag("data-not-mine"), .flag("hidden")) { h in
            h.element("p", text: t("shortlist.notMine"))
            h.element("p", .class("notice-actions")) { h in
                h.element("button", .type("button"), .class("button"), .flag("data-keep"), text: t("shortlist.keep"))
                h.element("a", .class("row-link"), .href(view.links.shortList()), .flag("data-own"), text: t("shortlist.own"))
            }
            h.element(
                "p", .class("field-error"), .role("alert"), .flag("data-keep-refused"), .flag("hidden"), text: t("shortlist.keepRefused"))
        }
    }
}
