import Domain
import HTML
import Matching
import Portal

/// Writing to those who were chosen.
struct OutreachFormPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let fields: SendOutreach.Fields
    let recipients: SendOutreach.Outcome
    /// How many more may be reached today.
    let left: Int
    var problems: [SendOutreach.Problem] = []

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    var page: Page {
        request.page(t("outreach.form.title"), route: .consoleOutreach, id: institution.rawValue) { h in
            let problems = list
            problems.write(view, &h)
            OutreachBack(view: view, institution: institution).write(&h)
            h.element("h1", text: t("outreach.form.title"))
            h.element("section", .id("recipients")) { h in
                h.element("h2", text: t("outreach.form.recipients", count: recipients.reached.count))
                if let problem = problems["recipients"] { h.element("p", .class("field-error"), text: problem) }
                OutreachRecipients(view: view, outcome: recipients, isSent: false).write(&h)
            }
            h.element("p", .class("hint"), text: t("outreach.rules", OutreachText.limits(view)) + " " + t("outreach.left", count: left))
            if !fields.entries.isEmpty { form(problems, &h) }
        }
    }

    private func form(_ problems: FormProblems, _ h: inout HTMLWriter) {
        h.element(
            "form", .class("stacked-form"), .action(view.links.path(.consoleOutreach, id: institution.rawValue)),
            Attribute("method", "post")
        ) { h in
            OutreachHidden(fields: fields, withTexts: false).write(&h)
            FormField(
                view: view, name: "subject", label: "outreach.form.subject", value: fields.subject, autocomplete: "off",
                maximumLength: SendOutreach.longestSubject, problems: problems
            ).write(&h)
            FormTextArea(
                view: view, name: "text", label: "outreach.form.text", value: fields.text, hint: "outreach.form.textHint", rows: 10,
                maximumLength: SendOutreach.longestText, problems: problems
            ).write(&h)
            FormTextArea(
                view: view, name: "postal", label: "outreach.form.postal", value: fields.postal, hint: "outreach.form.postalHint", rows: 3,
                maximumLength: SendOutreach.longestPostal, problems: problems
            ).write(&h)
            h.element(
                "p", .class("small quiet"),
                text: t("outreach.form.sender", ["name": request.person.account.name, "email": request.person.account.email.text]))
            h.element("div", .class("form-buttons")) { h in
                h.element(
                    "button", .class("button"), .type("submit"), .name("act"), .value("preview"), text: t("outreach.form.submit"))
            }
        }
    }

    private var list: FormProblems {
        var list = FormProblems()
        for problem in problems {
            let limit =
                switch problem {
                case .longSubject: SendOutreach.longestSubject
                case .longText: SendOutreach.longestText
                case .longPostal: SendOutreach.longestPostal
                case .tooManyToday: SendOutreach.mostADay
                default: SendOutreach.mostAtOnce
                }
            list.add(problem.field, t("outreach.problem.\(problem.rawValue)", ["limit": view.format.number(limit)]))
        }
        return list
    }
}

/// The mails as they will arrive, before they go.
struct OutreachPreviewPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let fields: SendOutreach.Fields
    let mails: [OutgoingMail]
    let recipients: SendOutreach.Outcome

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    var page: Page {
        request.page(t("outreach.preview.title"), route: .consoleOutreach, id: institution.rawValue) { h in
            OutreachBack(view: view, institution: institution).write(&h)
            h.element("h1", text: t("outreach.preview.title"))
            h.element("h2", text: t("outreach.form.recipients", count: recipients.reached.count))
            OutreachRecipients(view: view, outcome: recipients, isSent: false).write(&h)
            if mails.count > 1 { h.element("p", text: t("outreach.preview.languages")) }
            for mail in mails { preview(mail, &h) }
            h.element(
                "form", .action(view.links.path(.consoleOutreach, id: institution.rawValue)), Attribute("method", "post")
            ) { h in
                OutreachHidden(fields: fields, withTexts: true).write(&h)
                h.element("div", .class("form-buttons")) { h in
                    if !recipients.reached.isEmpty {
                        h.element(
                            "button", .class("button"), .type("submit"), .name("act"), .value("send"),
                            text: t("outreach.preview.send", count: recipients.reached.count))
                    }
                    h.element(
                        "button", .class("button secondary"), .type("submit"), .name("act"), .value("change"),
                        text: t("outreach.preview.change"))
                }
            }
        }
    }

    private func preview(_ mail: OutgoingMail, _ h: inout HTMLWriter) {
        h.element("article", .class("card mail-preview"), .lang(view.lang(mail.language))) { h in
            h.element("h3", text: mail.subject)
            h.element("dl", .class("facts-list"), .lang(view.language.rawValue)) { h in
                h.element("dt", text: t("outreach.preview.from"))
                h.element("dd", text: view.site.services.settings.name.text(mail.language))
                h.element("dt", text: t("outreach.preview.replyTo"))
                h.element("dd", text: mail.replyTo?.text ?? "")
            }
            h.element("blockquote", .class("passage"), text: mail.text)
        }
    }
}

/// What became of it.
struct OutreachSentPage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let outcome: SendOutreach.Outcome

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        let isSent = !outcome.reached.isEmpty
        let title = isSent ? t("outreach.done.title", count: outcome.reached.count) : t("outreach.done.nobody")
        return request.page(title, route: .consoleOutreach, id: institution.rawValue) { h in
            h.element("h1", text: title)
            if isSent {
                h.element(
                    "p", .class("notice"), .role("status"), text: t("outreach.done.lead", ["email": request.person.account.email.text]))
            }
            OutreachRecipients(view: view, outcome: outcome, isSent: true).write(&h)
            OutreachBack(view: view, institution: institution).write(&h)
        }
    }
}

/// Who gets it, and who does not and why.
struct OutreachRecipients {
    let view: View
    let outcome: SendOutreach.Outcome
    let isSent: Bool

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        if !outcome.reached.isEmpty {
            h.element("ul", .class("reached")) { h in
                for line in outcome.reached {
                    h.element("li", text: "\(line.organisation) (\(t("account.language.\(line.language.rawValue)")))")
                }
            }
        }
        guard !outcome.gone.isEmpty || !outcome.recent.isEmpty else { return }
        h.element("p", text: t(isSent ? "outreach.refused.sent" : "outreach.refused.title"))
        h.element("ul", .class("refused")) { h in
            for name in outcome.gone {
                h.element("li", text: t("outreach.refused.gone", ["organisation": name ?? t("outreach.refused.somebody")]))
            }
            for line in outcome.recent {
                let date = line.mayWriteAt.map(OutreachText.date(view)) ?? ""
                h.element("li", text: t("outreach.refused.recent", ["organisation": line.organisation, "date": date]))
            }
        }
    }
}

/// What a form carries along unseen.
struct OutreachHidden {
    let fields: SendOutreach.Fields
    let withTexts: Bool

    func write(_ h: inout HTMLWriter) {
        for entry in fields.entries { h.void("input", .type("hidden"), .name("entry"), .value(entry.rawValue)) }
        guard withTexts else { return }
        for (name, value) in [("subject", fields.subject), ("text", fields.text), ("postal", fields.postal)] {
            h.void("input", .type("hidden"), .name(name), .value(value))
        }
    }
}

struct OutreachBack {
    let view: View
    let institution: Institution.ID

    func write(_ h: inout HTMLWriter) {
        h.element("p", .class("crumb")) {
            $0.element(
                "a", .class("row-link"), .href(view.links.path(.consoleDirectory, id: institution.rawValue)), text: view.t("outreach.back"))
        }
    }
}
