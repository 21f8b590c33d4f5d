import Domain
import HTML
import Portal

/// What somebody who is signed in sees and changes of their own account.
struct AccountPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    func account(name: String, language: Language, notice: String? = nil, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.mine.title"), route: .account) { h in
            AccountForm(
                view: view, title: t("account.mine.title"), notice: notice, problems: problems, action: view.links.path(.account),
                submit: "account.mine.submit"
            ).write(&h) { h in
                links(&h)
            } fields: { h in
                FormField(
                    view: view, name: "name", label: "account.name", value: name, autocomplete: "name", maximumLength: 100,
                    problems: problems
                )
                .write(&h)
                AccountForm.language(view, chosen: language, problems, &h)
            }
        }
    }

    private func links(_ h: inout HTMLWriter) {
        h.element("h2", text: t("account.mine.signIn"))
        h.element("dl", .class("account-facts")) { h in
            fact("account.email", request.person.account.email.text, .accountEmail, "account.mine.change", &h)
            fact("account.password", t("account.mine.hidden"), .accountPassword, "account.mine.change", &h)
            let has = request.person.hasSecondFactor
            fact(
                "account.mine.secondFactor", t(has ? "account.mine.on" : "account.mine.off"), .accountSecondFactor,
                has ? "account.mine.anotherApp" : "account.mine.setUp", &h)
            if has { fact("account.mine.recoveryCodes", t("account.mine.hidden"), .accountRecoveryCodes, "account.mine.makeNew", &h) }
            fact("account.mine.sessions", t("account.mine.sessionsText"), .accountSessions, "account.mine.look", &h)
        }
        h.element("p") { h in
            h.element("a", .class("row-link"), .href(view.links.path(.accountErasure)), text: t("account.erasure.link"))
        }
    }

    private func fact(_ key: String, _ value: String, _ route: PageRoute, _ link: String, _ h: inout HTMLWriter) {
        h.element("div") { h in
            h.element("dt", text: t(key))
            h.element("dd", text: value)
            h.element("dd") { h in
                h.element("a", .class("row-link"), .href(view.links.path(route))) { h in
                    h.text(t(link) + " ")
                    h.element("span", .class("visually-hidden"), text: t("account.mine.of", ["what": t(key)]))
                }
            }
        }
    }

    func password(problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.changePassword.title"), route: .accountPassword) { h in
            AccountForm(
                view: view, title: t("account.changePassword.title"), lead: t("account.changePassword.lead"), problems: problems,
                action: view.links.path(.accountPassword), submit: "account.reset.submit"
            ).write(&h) { h in
                AccountForm.currentPassword(view, problems, &h)
                AccountForm.newPassword(view, problems, &h)
            }
        }
    }

    func erasure(problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.erasure.title"), route: .accountErasure) { h in
            AccountForm(
                view: view, title: t("account.erasure.title"), lead: t("account.erasure.lead"), problems: problems,
                action: view.links.path(.accountErasure), submit: "account.erasure.submit"
            ).write(&h) { h in
                AccountForm.currentPassword(view, problems, &h)
            }
        }
    }

    /// - Parameter isSent: whether a link is on its way, if the address is free.
    func email(_ typed: String = "", isSent: Bool = false, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.changeEmail.title"), route: .accountEmail) { h in
            guard !isSent else {
                return h.element("div", .class("narrow account")) { h in
                    h.element("h1", text: t("account.changeEmail.sent.title"))
                    h.element("p", .class("lead"), text: t("account.changeEmail.sent.text"))
                    back(&h)
                }
            }
            AccountForm(
                view: view, title: t("account.changeEmail.title"),
                lead: t("account.changeEmail.lead", ["email": request.person.account.email.text]), problems: problems,
                action: view.links.path(.accountEmail), submit: "account.changeEmail.submit"
            ).write(&h) { h in
                FormField(
                    view: view, name: "email", label: "account.changeEmail.label", type: "email", value: typed, autocomplete: "email",
                    problems: problems
                ).write(&h)
                AccountForm.currentPassword(view, problems, &h)
            }
        }
    }

    func sessions(_ sessions: [AccountSession], notice: String?) -> Page {
        request.page(t("account.sessions.title"), route: .accountSessions) { h in
            h.element("div", .class("account")) { h in
                if let notice { h.element("p", .class("notice"), .role("status"), text: notice) }
                h.element("h1", text: t("account.sessions.title"))
                h.element("p", .class("lead"), text: t("account.sessions.lead"))
                ConsoleTable(
                    caption: t("account.sessions.title"),
                    heads: ["account.sessions.device", "account.sessions.since", "account.sessions.seen", "console.actions"].map { t($0) }
                )
                .write(sessions, &h) { session, h in
                    h.element(
                        "th", Attribute("scope", "row"), text: session.device.isEmpty ? t("account.sessions.unknown") : session.device)
                    h.element("td", text: view.moment(session.createdAt))
                    h.element("td", text: view.moment(session.seenAt))
                    h.element("td") { end(session, &$0) }
                }
                if sessions.count > 1 {
                    h.element("form", .action(view.links.path(.accountSessions)), Attribute("method", "post")) { h in
                        h.element(
                            "button", .class("button secondary"), .type("submit"), .name("end"), .value("others"),
                            text: t("account.sessions.endOthers"))
                    }
                }
                back(&h)
            }
        }
    }

    private func end(_ session: AccountSession, _ h: inout HTMLWriter) {
        guard session.id != request.person.session.id else { return h.text(t("account.sessions.this")) }
        h.element("form", .action(view.links.path(.accountSessions)), Attribute("method", "post")) { h in
            h.element(
                "button", .class("button secondary compact"), .type("submit"), .name("end"), .value(session.id),
                text: t("account.sessions.end"))
        }
    }

    private func back(_ h: inout HTMLWriter) {
        h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.account)), text: t("account.mine.title")) }
    }
}
