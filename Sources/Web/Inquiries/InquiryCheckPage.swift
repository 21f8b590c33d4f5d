import Domain
import HTML
import Matching
import Portal

/// Who exactly receives it, and what: the last page before it goes.
struct InquiryCheckPage {
    let view: View
    let catalogue: Catalogue
    let token: String
    let inquiry: Inquiry
    let recipients: [InquiryRecipient]
    var problems = FormProblems()

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("inquiry.check.title", count: recipients.count), route: .inquiryCheck, id: token, isIndexed: false) { h in
            problems.write(view, &h)
            h.element("h1", text: t("inquiry.check.title", count: recipients.count))
            h.element("p", .class("lead"), text: t("inquiry.check.lead"))
            h.element("ul", .class("recipients")) { h in for recipient in recipients { h.element("li") { self.recipient(recipient, &$0) } }
            }
            h.element("h2", text: t("inquiry.check.what"))
            InquirySummary(view: view, inquiry: inquiry).write(&h)
            h.element("p") { h in
                h.element("a", .class("row-link"), .href(view.links.path(.inquiryDraft, id: token)), text: t("inquiry.check.change"))
            }
            consent(&h)
        }
    }

    private func recipient(_ recipient: InquiryRecipient, _ h: inout HTMLWriter) {
        h.element("h2", text: Labels(view, catalogue: catalogue).institution(recipient.institution))
        h.element("p", .class("office"), text: view.office(recipient.destination))
        if let hours = recipient.destination.replyHours { h.element("p", text: t("inquiry.check.hours", count: hours)) }
        if let median = recipient.medianReplyHours { h.element("p", .class("small quiet"), text: t("inquiry.check.median", count: median)) }
        let titles = recipient.programs.compactMap(catalogue.program).map { $0.title.text(view.language) }
        if !titles.isEmpty {
            h.element("p", .class("small quiet"), text: t("inquiry.check.about", ["programs": titles.joined(separator: " · ")]))
        }
    }

    private func consent(_ h: inout HTMLWriter) {
        h.element("form", .class("stacked-form"), .action(view.links.path(.inquiryCheck, id: token)), Attribute("method", "post")) { h in
            h.element("div", .class("form-field")) { h in
                if let problem = problems["consent"] { h.element("p", .class("field-error"), .id("consent-error"), text: problem) }
                h.element("label", .class("check")) { h in
                    h.void(
                        "input", .type("checkbox"), .id("consent"), .name("consent"), .value(WriteInquiry.consentVersion),
                        problems["consent"] == nil ? nil : Attribute("aria-describedby", "consent-error"))
                    h.element(
                        "span", text: t("inquiry.consent.\(WriteInquiry.consentVersion)", ["portal": view.portalName]))
                }
            }
            h.element("p", text: t("inquiry.check.verify", ["email": inquiry.email?.text ?? ""]))
            h.element("div", .class("form-buttons")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("inquiry.check.submit"))
            }
        }
    }
}

/// What was written, as a list of facts and the message.
struct InquirySummary {
    let view: View
    let inquiry: Inquiry
    /// The institution's copy names whom to answer.
    var showsPerson = true

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        var facts = [("inquiry.fact.purpose", t("inquiry.purpose.\(inquiry.purpose.rawValue)"))]
        facts += [
            ("inquiry.fact.headCount", inquiry.headCount), ("inquiry.fact.place", inquiry.place), ("inquiry.fact.timing", inquiry.timing),
        ]
        if showsPerson {
            facts += [
                ("inquiry.fact.name", inquiry.name), ("inquiry.fact.organisation", inquiry.organisation),
                ("inquiry.fact.email", inquiry.email?.text ?? ""),
            ]
        }
        facts.append(("inquiry.fact.language", t("account.language.\(inquiry.language.rawValue)")))
        h.element("dl", .class("inquiry-facts")) { h in
            for (key, value) in facts where !value.isEmpty {
                h.element("div") { h in
                    h.element("dt", text: t(key))
                    h.element("dd", text: value)
                }
            }
        }
        h.element("blockquote", .class("passage"), text: inquiry.message)
    }
}

extension View {
    /// Who receives something, as an employer sees it.
    func office(_ destination: Destination) -> String {
        switch destination.kind {
        case .mailbox: written(destination.label)
        case .managers: t("inquiry.office.managers")
        case .portal: t("inquiry.office.portal", ["portal": portalName])
        }
    }
}
