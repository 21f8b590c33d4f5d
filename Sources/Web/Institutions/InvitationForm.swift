import Domain
import HTML

/// The form that brings somebody in, as it was typed.
struct InvitationForm {
    var email = ""
    var name = ""
    var language: Language
    /// `nil` when what was sent is no role.
    var role: Role?

    /// As it is first shown.
    init(_ language: Language, role: Role) {
        self.language = language
        self.role = role
    }

    init(_ request: PageRequest) {
        email = request.field("email")
        name = request.field("name")
        language = Language(rawValue: request.field("language")) ?? request.view.language
        role = Role(rawValue: request.field("role"))
    }

    func write(_ view: View, title: String, roles: [Role], action: String, _ problems: FormProblems, _ h: inout HTMLWriter) {
        h.element("section", .class("narrow account"), Attribute("aria-labelledby", "invite")) { h in
            h.element("h2", .id("invite"), text: title)
            h.element("p", text: view.t("staff.invite.lead"))
            h.element("form", .class("stacked-form"), .action(action), Attribute("method", "post")) { h in
                FormField(
                    view: view, name: "name", label: "staff.invite.name", value: name, autocomplete: "off", maximumLength: 100,
                    problems: problems
                )
                .write(&h)
                FormField(
                    view: view, name: "email", label: "staff.invite.email", type: "email", value: email, autocomplete: "off",
                    problems: problems
                )
                .write(&h)
                FormSelect(
                    view: view, name: "role", label: "staff.roleLabel",
                    choices: roles.map { ($0.rawValue, view.t("staff.role.\($0.rawValue)")) },
                    chosen: role?.rawValue ?? "", problems: problems
                ).write(&h)
                AccountForm.language(view, chosen: language, problems, &h)
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: view.t("staff.invite.submit"))
                }
            }
        }
    }
}
