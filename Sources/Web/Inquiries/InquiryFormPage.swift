import Domain
import HTML
import Portal

/// What one wants to ask. Everything typed is kept under the page's own private address.
struct InquiryFormPage {
    let view: View
    let token: String
    let inquiry: Inquiry
    let fields: InquiryFields
    var problems = FormProblems()
    var isKept = false

    private var t: Texts.Reader { view.t }
    private var isQuestion: Bool { inquiry.purpose == .question }

    var page: Page {
        Page(title: t("inquiry.form.title"), route: .inquiryDraft, id: token, isIndexed: false) { h in
            h.element("div", .class("narrow account")) { h in
                if isKept { kept(&h) }
                problems.write(view, &h)
                h.element("h1", text: t("inquiry.form.title"))
                h.element("p", .class("lead"), text: t("inquiry.form.lead"))
                h.element(
                    "form", .class("stacked-form"), .action(view.links.path(.inquiryDraft, id: token)), Attribute("method", "post"),
                    .flag("novalidate")
                ) {
                    h in
                    if !isQuestion { need(&h) }
                    FormTextArea(
                        view: view, name: "message", label: "inquiry.form.message", value: fields.message, hint: "inquiry.form.messageHint",
                        rows: 7, maximumLength: InquiryFields.longestMessage, problems: problems
                    ).write(&h)
                    person(&h)
                    trap(&h)
                    h.element("div", .class("form-buttons")) { h in
                        h.element(
                            "button", .class("button"), .type("submit"), .name("act"), .value("check"), text: t("inquiry.form.submit"))
                        h.element(
                            "button", .class("button secondary"), .type("submit"), .name("act"), .value("keep"),
                            text: t("inquiry.form.keep"))
                    }
                }
                h.element("p", .class("small quiet"), text: t("inquiry.form.term"))
                h.element("p") { h in
                    h.element("a", .class("row-link"), .href(view.links.path(.inquiryErase, id: token)), text: t("inquiry.form.erase"))
                }
            }
        }
    }

    private func kept(_ h: inout HTMLWriter) {
        let address = view.site.services.settings.baseURL + view.links.path(.inquiryDraft, id: token)
        h.element("div", .class("notice"), .role("status")) { h in
            h.element("p", text: t("inquiry.form.kept", ["date": view.format.date(view.site.services.settings.day(at: inquiry.expiresAt))]))
            h.element("p") { $0.element("a", .class("private-link"), .href(address), text: address) }
        }
    }

    private func need(_ h: inout HTMLWriter) {
        h.element("fieldset", .class("choices-field"), .id("purpose")) { h in
            h.element("legend", text: t("inquiry.form.purpose"))
            for purpose in [Inquiry.Purpose.trainStaff, .hireGraduates, .both] {
                h.element("label", .class("check")) { h in
                    h.void(
                        "input", .type("radio"), .name("purpose"), .value(purpose.rawValue), .flag("checked", if: fields.purpose == purpose)
                    )
                    h.text(t("inquiry.purpose.\(purpose.rawValue)"))
                }
            }
        }
        FormField(
            view: view, name: "head-count", label: "inquiry.form.headCount", value: fields.headCount, hint: "inquiry.form.headCountHint",
            isRequired: false, maximumLength: 60, problems: problems
        ).write(&h)
        FormField(
            view: view, name: "place", label: "inquiry.form.place", value: fields.place, hint: "inquiry.form.placeHint", isRequired: false,
            maximumLength: 120, problems: problems
        ).write(&h)
        FormField(
            view: view, name: "timing", label: "inquiry.form.timing", value: fields.timing, hint: "inquiry.form.timingHint",
            isRequired: false,
            maximumLength: 120, problems: problems
        ).write(&h)
    }

    private func person(_ h: inout HTMLWriter) {
        FormField(
            view: view, name: "name", label: "inquiry.form.name", value: fields.name, autocomplete: "name", maximumLength: 120,
            problems: problems
        ).write(&h)
        FormField(
            view: view, name: "organisation", label: isQuestion ? "inquiry.form.organisationOptional" : "inquiry.form.organisation",
            value: fields.organisation, autocomplete: "organization", isRequired: !isQuestion, maximumLength: 160, problems: problems
        ).write(&h)
        FormField(
            view: view, name: "email", label: "inquiry.form.email", type: "email", value: fields.email, hint: "inquiry.form.emailHint",
            autocomplete: "email", maximumLength: 254, problems: problems
        ).write(&h)
        FormSelect(
            view: view, name: "language", label: "inquiry.form.language",
            choices: Language.allCases.map { ($0.rawValue, t("account.language.\($0.rawValue)")) }, chosen: fields.language.rawValue,
            problems: problems
        ).write(&h)
    }

    /// Hidden from people and from those who hear the page; shown with its sentence where it was filled in all the same.
    private func trap(_ h: inout HTMLWriter) {
        if let problem = problems["website"] {
            h.element("p", .class("field-error"), .id("website"), text: problem)
            return
        }
        h.element("div", .flag("hidden")) { h in
            h.element("label", .for("website"), text: t("inquiry.form.website"))
            h.void("input", .type("text"), .id("website"), .name("website"), Attribute("autocomplete", "off"), Attribute("tabindex", "-1"))
        }
    }
}
