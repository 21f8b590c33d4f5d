import Domain
import HTML
import Matching
import Portal

/// One inquiry as the institution has it: what was asked, what was said, and what can be done.
struct InboxInquiryPage {
    let request: ConsoleRequest
    let opened: AnswerInquiry.Opened
    var problems = FormProblems()
    var typed: (act: String, text: String) = ("", "")

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var institution: String { request.institution?.id.rawValue ?? "" }
    private var delivery: Delivery { opened.delivery }
    private var path: String { view.links.path(.consoleInquiry, id: id) }
    private var id: String { "\(institution)/\(delivery.id.rawValue)" }

    var page: Page {
        let inquiry = opened.inquiry
        let title = inquiry.organisation.isEmpty ? inquiry.name : inquiry.organisation
        return request.page(title, route: .consoleInquiry, id: id) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("p", .class("crumb")) {
                $0.element("a", .href(view.links.path(.consoleInquiries, id: institution)), text: t("inbox.title"))
            }
            h.element("h1", text: title)
            h.element("p", .class("marks")) { h in
                h.element(
                    "span", .class("mark-pill status-\(delivery.status.rawValue)"), text: t("inbox.state.\(delivery.status.rawValue)"))
                h.element("span", .class("quiet"), text: view.office(delivery.mailbox))
                if let since = delivery.queuedAt { h.element("span", .class("quiet"), text: view.moment(since)) }
            }
            if delivery.mailFailedAt != nil { mailFailed(&h) }
            if let outcome = delivery.outcome { h.element("p", text: t("inquiry.outcome.\(outcome.rawValue)")) }
            h.element("div", .class("console-columns inquiry-columns")) { h in
                h.element("div") { h in
                    programs(&h)
                    InquirySummary(view: view, inquiry: inquiry).write(&h)
                    MessageList(view: view, messages: opened.messages) { author($0) }.write(&h)
                    if request.may(.answerInquiries) { reply(&h) }
                }
                if request.may(.answerInquiries) { h.element("div") { side(&$0) } }
            }
        }
    }

    /// Whoever may change where inquiries go is led there.
    private func mailFailed(_ h: inout HTMLWriter) {
        h.element("p", .class("notice care-notice")) { h in
            h.text(t("inbox.mailFailed", ["address": delivery.mailbox.address.text]) + " ")
            guard request.may(.manageInstitution) else { return }
            h.element("a", .href(view.links.path(.consoleRouting, id: institution)), text: t("inbox.mailFailedRouting"))
        }
    }

    private func author(_ message: InquiryMessage) -> String {
        let name = message.author.flatMap { opened.names[$0] }
        return switch message.side {
        case .employer: opened.inquiry.name
        case .institution: name ?? view.office(delivery.mailbox)
        case .note: t("inbox.noteBy", ["name": name ?? ""])
        }
    }

    private func programs(_ h: inout HTMLWriter) {
        let catalogue = view.site.services.catalogue.current
        let asked = opened.inquiry.programs.compactMap(catalogue.program).filter { $0.institution == delivery.institution }
        guard !asked.isEmpty else { return }
        h.element("ul", .class("links")) { h in
            for program in asked {
                let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                h.element("li") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.program(program.id)), .lang(view.lang(title.language)), text: title.text)
                }
            }
        }
    }

    private func reply(_ h: inout HTMLWriter) {
        h.element("form", .class("stacked-form"), .action(path), Attribute("method", "post")) { h in
            FormTextArea(
                view: view, name: "reply", label: "inbox.reply", value: typed.act == "reply" ? typed.text : "", hint: "inbox.replyHint",
                rows: 6,
                maximumLength: InquiryFields.longestMessage, problems: problems
            ).write(&h)
            button("reply", "inbox.replySubmit", "button", &h)
        }
    }

    private func side(_ h: inout HTMLWriter) {
        h.element("form", .class("stacked-form"), .action(path), Attribute("method", "post")) { h in
            FormSelect(
                view: view, name: "assignee", label: "inbox.assignee",
                choices: [("", t("inbox.nobody"))] + opened.colleagues.map { ($0.id.rawValue, $0.name) },
                chosen: delivery.assignee?.rawValue ?? "", hint: "inbox.assigneeHint", problems: problems
            ).write(&h)
            button("assign", "inbox.assignSubmit", "button secondary", &h)
        }
        h.element("form", .class("stacked-form"), .action(path), Attribute("method", "post")) { h in
            FormTextArea(
                view: view, name: "note", label: "inbox.note", value: typed.act == "note" ? typed.text : "", hint: "inbox.noteHint",
                rows: 3,
                maximumLength: InquiryFields.longestMessage, problems: problems
            ).write(&h)
            button("note", "inbox.noteSubmit", "button secondary", &h)
        }
        guard delivery.isOpen else { return }
        h.element("form", .class("stacked-form"), .action(path), Attribute("method", "post")) { h in
            FormSelect(
                view: view, name: "outcome", label: "inbox.outcome",
                choices: [("", t("inbox.choose"))]
                    + Delivery.Outcome.ofInstitution.map { ($0.rawValue, t("inquiry.outcome.\($0.rawValue)")) },
                chosen: "", hint: "inbox.outcomeHint", problems: problems
            ).write(&h)
            button("close", "inbox.closeSubmit", "button secondary", &h)
        }
    }

    private func button(_ act: String, _ key: String, _ style: StaticString, _ h: inout HTMLWriter) {
        h.element("div", .class("form-buttons")) { h in
            h.element("button", .class("\(style)"), .type("submit"), .name("act"), .value(act), text: t(key))
        }
    }
}
