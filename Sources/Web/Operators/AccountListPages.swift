import Domain
import HTML
import Matching
import Portal

/// Every account of the portal, and one of them: for operators.
struct AccountListPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    func list(_ members: [ListStaff.Member], form: InvitationForm, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("accounts.title"), route: .consoleAccounts) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("accounts.title"))
            ConsoleTable(
                caption: t("accounts.title"),
                heads: ["account.name", "account.email", "console.roleHead", "staff.stateHead", "account.mine.secondFactor"].map { t($0) }
            ).write(members, &h) { member, h in
                h.element("th", Attribute("scope", "row")) { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.path(.consoleAccount, id: member.account.id.rawValue)),
                        text: member.account.name)
                }
                h.element("td", text: member.account.email.text)
                h.element("td", text: member.memberships.map(words).joined(separator: "; "))
                h.element("td", text: t("staff.state.\(member.account.state.rawValue)"))
                h.element("td", text: t(member.hasSecondFactor ? "account.mine.on" : "account.mine.off"))
            }
            form.write(
                view, title: t("accounts.invite.title"), roles: [.operator, .counsellor], action: view.links.path(.consoleAccounts),
                problems, &h)
        }
    }

    /// `Editor, Cedar College`
    private func words(_ membership: Membership) -> String {
        let role = t("console.role.\(membership.role.rawValue)")
        let institution = membership.institution.flatMap { view.site.services.catalogue.current.institutions[$0] }
        return institution.map { "\(role), \(view.written($0.name))" } ?? role
    }

    func account(_ member: ListStaff.Member, problems: FormProblems = FormProblems()) -> Page {
        let account = member.account
        return request.page(account.name, route: .consoleAccount, id: account.id.rawValue) { h in
            h.element("div", .class("narrow account")) { h in
                request.writeNotice(&h)
                problems.write(view, &h)
                h.element("h1", text: account.name)
                h.element("p", .class("lead"), text: "\(account.email.text) · \(t("staff.state.\(account.state.rawValue)"))")
                h.element("ul") { h in for membership in member.memberships { h.element("li", text: words(membership)) } }
                h.element(
                    "form", .id("act"), .class("account-acts"), .action(view.links.path(.consoleAccount, id: account.id.rawValue)),
                    Attribute("method", "post")
                ) { h in
                    for act in acts(member) {
                        h.element("p", text: t("accounts.act.\(act.rawValue).text"))
                        h.element("p") { h in
                            h.element(
                                "button", .class("button secondary"), .type("submit"), .name("act"), .value(act.rawValue),
                                text: t("accounts.act.\(act.rawValue).submit"))
                        }
                    }
                }
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.consoleAccounts)), text: t("accounts.back")) }
            }
        }
    }

    private func acts(_ member: ListStaff.Member) -> [AccountAct] {
        let roles = Set(member.memberships.map(\.role))
        return AccountAct.allCases.filter { act in
            switch act {
            case .suspend: member.account.state != .suspended
            case .restore, .erase: member.account.state == .suspended
            case .resetSecondFactor: member.hasSecondFactor
            case .withdrawOperator: roles.contains(.operator)
            case .withdrawCounsellor: roles.contains(.counsellor)
            }
        }
    }
}

/// What an operator may do with an account.
enum AccountAct: String, CaseIterable {
    case suspend, restore, erase, resetSecondFactor, withdrawOperator, withdrawCounsellor
}
