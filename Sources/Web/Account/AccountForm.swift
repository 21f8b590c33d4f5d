import Domain
import HTML
import Portal

/// What the pages of accounts have in common: one narrow column, what is wrong on top, one form.
struct AccountForm {
    let view: View
    let title: String
    /// The paragraph under the heading.
    var lead: String?
    /// Something that was just done, said once.
    var notice: String?
    var problems = FormProblems()
    let action: String
    /// The key of the button's text.
    let submit: String

    func write(_ h: inout HTMLWriter, after: (inout HTMLWriter) -> Void = { _ in }, fields: (inout HTMLWriter) -> Void) {
        h.element("div", .class("narrow account")) { h in
            if let notice { h.element("p", .class("notice"), .role("status"), text: notice) }
            problems.write(view, &h)
            h.element("h1", text: title)
            if let lead { h.element("p", .class("lead"), text: lead) }
            h.element("form", .action(action), Attribute("method", "post"), .class("stacked-form")) { h in
                fields(&h)
                h.element("div", .class("form-buttons")) { $0.element("button", .class("button"), .type("submit"), text: view.t(submit)) }
            }
            after(&h)
        }
    }

    /// Where a password is chosen.
    static func newPassword(_ view: View, _ problems: FormProblems, _ h: inout HTMLWriter) {
        FormField(
            view: view, name: "password", label: "account.newPassword", type: "password", hint: "account.newPasswordHint",
            hintValues: ["count": view.format.number(PasswordRules.length.lowerBound)], autocomplete: "new-password",
            maximumLength: 1_000, problems: problems
        ).write(&h)
    }

    /// Where somebody who is signed in shows once more that it is them.
    static func currentPassword(_ view: View, _ problems: FormProblems, _ h: inout HTMLWriter) {
        FormField(
            view: view, name: "current", label: "account.currentPassword", type: "password", autocomplete: "current-password",
            maximumLength: 1_000, problems: problems
        ).write(&h)
    }

    static func language(_ view: View, chosen: Language, _ problems: FormProblems, _ h: inout HTMLWriter) {
        FormSelect(
            view: view, name: "language", label: "account.languageLabel",
            choices: Language.allCases.map { ($0.rawValue, view.t("account.language.\($0.rawValue)")) }, chosen: chosen.rawValue,
            problems: problems
        ).write(&h)
    }
}
