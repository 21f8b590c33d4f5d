import Domain
import HTML
import Portal

/// The pages of the review, one beside the other.
struct ReviewNavigation {
    let request: ConsoleRequest
    let newer: Int
    var current = PageRoute.consoleReview

    func write(_ h: inout HTMLWriter) {
        let (view, id) = (request.view, request.institution?.id.rawValue ?? "")
        let pages: [(route: PageRoute, text: String)] = [
            (.consoleReview, view.t("review.nav.queue")), (.consoleReviewBulk, view.t("review.nav.bulk")),
            (.consoleReviewChanges, newer > 0 ? view.t("review.nav.changes", count: newer) : view.t("review.nav.noChanges")),
            (.consoleReviewQuality, view.t("review.nav.quality")),
        ]
        h.element("nav", .class("review-nav"), Attribute("aria-label", view.t("review.nav.label"))) { h in
            h.element("ul") { h in
                for page in pages {
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.path(page.route, id: id)),
                            page.route == current ? Attribute("aria-current", "page") : nil, text: page.text)
                    }
                }
            }
        }
    }
}

/// One button that brings back what was there before a review.
struct UndoForm {
    let request: ConsoleRequest
    let review: TagReview.ID
    /// The program to come back to; `nil` to come back to the page of many at once when `isBulk`, else to the queue.
    var back: Program.ID?
    var isBulk = false
    let label: String
    var id: String?

    func write(_ h: inout HTMLWriter) {
        let view = request.view
        h.element(
            "form", id.map { Attribute.id($0) },
            .action(view.links.path(.consoleReviewUndo, id: request.institution?.id.rawValue ?? "")), Attribute("method", "post")
        ) { h in
            h.void("input", .type("hidden"), .name("review"), .value(review.rawValue))
            if let back { h.void("input", .type("hidden"), .name("program"), .value(back.rawValue)) }
            if isBulk { h.void("input", .type("hidden"), .name("back"), .value("bulk")) }
            h.element("button", .class("button secondary compact"), .type("submit"), text: view.t(label))
        }
    }
}

/// The keys, and the switch that turns them off. Shown by the script: without it there are none.
struct ReviewKeys {
    let view: View

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        h.element(
            "div", .class("review-keys"), .id("keys"), .flag("hidden"), Attribute("data-now-on", t("review.keys.nowOn")),
            Attribute("data-now-off", t("review.keys.nowOff"))
        ) { h in
            h.element("dl") { h in
                for (key, name) in [
                    ("A", "approve"), ("R", "reject"), ("J", "down"), ("K", "up"), ("S", "save"), ("N", "next"), ("U", "undo"),
                ] {
                    h.element("div") { h in
                        h.element("dt") { $0.element("kbd", text: key) }
                        h.element("dd", text: t("review.keys.\(name)"))
                    }
                }
            }
            h.element("label", .class("check"), .for("keys-on")) { h in
                h.void("input", .type("checkbox"), .id("keys-on"), .flag("checked"))
                h.element("span", text: t("review.keys.on"))
            }
        }
        h.element("p", .class("visually-hidden"), .id("keys-status"), .role("status"), text: "")
    }
}
