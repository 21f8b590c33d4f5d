import Domain
import HTML
import Matching
import Portal

/// What became of an inquiry, one institution at a time.
struct InquiryStatusPage {
    let view: View
    let catalogue: Catalogue
    let token: String
    let status: FollowInquiry.Status
    var problems = FormProblems()
    var typed: [Delivery.ID: String] = [:]
    var notice: String?

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("inquiry.status.title"), route: .inquiryStatus, id: token, isIndexed: false) { h in
            if let notice { h.element("p", .class("notice"), .role("status"), text: notice) }
            problems.write(view, &h)
            h.element("h1", text: t("inquiry.status.title"))
            h.element("p", .class("lead"), text: t("inquiry.status.lead"))
            for entry in status.deliveries { section(entry.delivery, entry.messages, &h) }
            h.element("details") { h in
                h.element("summary", text: t("inquiry.status.what"))
                InquirySummary(view: view, inquiry: status.inquiry).write(&h)
            }
            DirectoryOffer(view: view).write(&h)
            h.element(
                "p", .class("small quiet"),
                text: t("inquiry.status.term", ["date": view.format.date(view.site.services.settings.day(at: status.inquiry.expiresAt))]))
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.inquiryErase, id: token)), text: t("inquiry.status.erase"))
            }
        }
    }

    private func section(_ delivery: Delivery, _ messages: [InquiryMessage], _ h: inout HTMLWriter) {
        let name = Labels(view, catalogue: catalogue).institution(delivery.institution)
        h.element("section", .class("delivery"), Attribute("aria-labelledby", "h-\(delivery.id.rawValue)")) { h in
            h.element("h2", .id("h-\(delivery.id.rawValue)"), text: name)
            h.element("p") { h in
                h.element("span", .class("mark-pill status-\(delivery.status.rawValue)"), text: t("inquiry.state.\(state(delivery))"))
                h.text(" " + view.office(delivery.mailbox))
            }
            if isInInboxAlone(delivery) { h.element("p", .class("small"), text: t("inquiry.status.inboxOnly")) }
            h.element("ol", .class("delivery-steps small")) { h in
                for (key, time) in [
                    ("queued", delivery.queuedAt), ("sent", delivery.sentAt), ("opened", delivery.openedAt),
                    ("replied", delivery.repliedAt),
                    ("closed", delivery.closedAt),
                ] {
                    guard let time else { continue }
                    h.element("li", text: t("inquiry.step.\(key)", ["when": view.moment(time)]))
                }
            }
            if let outcome = delivery.outcome { h.element("p", text: t("inquiry.outcome.\(outcome.rawValue)")) }
            MessageList(view: view, messages: messages) { message in
                message.side == .employer ? t("inquiry.status.you") : name
            }.write(&h)
            forms(delivery, name, &h)
        }
    }

    /// Its mail came back: it is not on its way any more, and not lost either.
    private func isInInboxAlone(_ delivery: Delivery) -> Bool { delivery.status == .queued && delivery.mailFailedAt != nil }

    private func state(_ delivery: Delivery) -> String { isInInboxAlone(delivery) ? "inboxOnly" : delivery.status.rawValue }

    private func forms(_ delivery: Delivery, _ name: String, _ h: inout HTMLWriter) {
        let action = view.links.path(.inquiryStatus, id: token)
        h.element("details", .class("no-print"), .flag("open", if: problems["message-\(delivery.id.rawValue)"] != nil)) { h in
            h.element("summary") { h in
                h.text(t(delivery.isOpen ? "inquiry.status.write" : "inquiry.status.reopen"))
                h.element("span", .class("visually-hidden"), text: " " + name)
            }
            h.element("form", .class("stacked-form"), .action(action), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("delivery"), .value(delivery.id.rawValue))
                FormTextArea(
                    view: view, name: "message-\(delivery.id.rawValue)", label: "inquiry.status.message", value: typed[delivery.id] ?? "",
                    rows: 4, maximumLength: InquiryFields.longestMessage, problems: problems
                ).write(&h)
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), .name("act"), .value("write"), text: t("inquiry.status.send"))
                }
            }
            guard delivery.isOpen else { return }
            h.element("form", .action(action), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("delivery"), .value(delivery.id.rawValue))
                h.element("p", .class("small quiet"), text: t("inquiry.status.closeHint"))
                h.element(
                    "button", .class("button secondary"), .type("submit"), .name("act"), .value("close"), text: t("inquiry.status.close"))
            }
        }
    }
}

/// What was said, the oldest first.
struct MessageList {
    let view: View
    let messages: [InquiryMessage]
    let author: (InquiryMessage) -> String

    func write(_ h: inout HTMLWriter) {
        guard !messages.isEmpty else { return }
        h.element("ol", .class("messages")) { h in
            for message in messages {
                h.element("li", .class("message from-\(message.side.rawValue)")) { h in
                    h.element("p", .class("small quiet")) { h in
                        h.element("strong", text: author(message))
                        h.text(" · " + view.moment(message.at))
                    }
                    h.element("blockquote", .class("passage"), text: message.text)
                }
            }
        }
    }
}
