import Domain
import HTML
import Portal

/// Who works for an institution on the portal: the list, the form that brings somebody in, and one person's page.
struct StaffPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    private var place: String { request.institution.map { view.written($0.name) } ?? "" }

    func list(_ members: [ListStaff.Member], form: InvitationForm, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("staff.title", ["place": place]), route: .consoleStaff, id: id) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("staff.title", ["place": place]))
            if members.isEmpty {
                h.element("p", .class("lead"), text: t("staff.nobody"))
            } else {
                ConsoleTable(
                    caption: t("staff.title", ["place": place]),
                    heads: ["account.name", "account.email", "console.roleHead", "staff.stateHead", "account.mine.secondFactor"].map {
                        t($0)
                    }
                ).write(members, &h) { row($0, &$1) }
            }
            form.write(
                view, title: t("staff.invite.title"), roles: Role.ofInstitution, action: view.links.path(.consoleStaff, id: id), problems,
                &h)
        }
    }

    private func row(_ member: ListStaff.Member, _ h: inout HTMLWriter) {
        h.element("th", Attribute("scope", "row")) { h in
            h.element("a", .class("row-link"), .href(view.links.member(member.account.id, at: id)), text: member.account.name)
        }
        h.element("td", text: member.account.email.text)
        h.element("td", text: request.institution.flatMap { member.role(at: $0.id) }.map { t("console.role.\($0.rawValue)") } ?? "")
        h.element("td", text: t("staff.state.\(member.account.state.rawValue)"))
        h.element("td", text: t(member.hasSecondFactor ? "account.mine.on" : "account.mine.off"))
    }

    /// - Parameter role: what they are here.
    func member(_ member: ListStaff.Member, role: Role, problems: FormProblems = FormProblems()) -> Page {
        let action = "\(id)/\(member.account.id.rawValue)"
        return request.page(member.account.name, route: .consoleMember, id: action) { h in
            h.element("div", .class("narrow account")) { h in
                problems.write(view, &h)
                h.element("h1", text: member.account.name)
                h.element("p", .class("lead"), text: "\(member.account.email.text) · \(t("staff.state.\(member.account.state.rawValue)"))")
                h.element("form", .class("stacked-form"), .action(view.links.path(.consoleMember, id: action)), Attribute("method", "post"))
                { h in
                    FormSelect(
                        view: view, name: "role", label: "staff.roleLabel",
                        choices: Role.ofInstitution.map { ($0.rawValue, t("staff.role.\($0.rawValue)")) } + [
                            ("none", t("staff.role.none"))
                        ],
                        chosen: role.rawValue, problems: problems
                    ).write(&h)
                    h.element("p", .class("hint"), text: t("staff.roleEffect"))
                    h.element("div", .class("form-buttons")) { h in
                        h.element("button", .class("button"), .type("submit"), text: t("staff.roleSubmit"))
                        h.element("a", .class("button secondary"), .href(view.links.path(.consoleStaff, id: id)), text: t("staff.back"))
                    }
                }
            }
        }
    }
}

extension Links {
    /// - Parameter institution: its id.
    func member(_ account: Account.ID, at institution: String) -> String { path(.consoleMember, id: "\(institution)/\(account.rawValue)") }
}
