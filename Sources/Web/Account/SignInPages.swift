import Domain
import HTML
import Portal

/// The pages before somebody is signed in.
struct SignInPages {
    let view: View

    private var t: Texts.Reader { view.t }

    func signIn(email: String = "", next: String = "", notice: String? = nil, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.signIn.title"), .signIn, query: QueryString([("next", next)]).text) { h in
            AccountForm(
                view: view, title: t("account.signIn.title"), lead: t("account.signIn.lead"), notice: notice, problems: problems,
                action: view.links.path(.signIn), submit: "account.signIn.submit"
            ).write(&h) { h in
                h.element("p") {
                    $0.element("a", .class("row-link"), .href(view.links.path(.passwordRequest)), text: t("account.forgotten.link"))
                }
            } fields: { h in
                FormField(
                    view: view, name: "email", label: "account.email", type: "email", value: email, autocomplete: "username",
                    problems: problems
                )
                .write(&h)
                FormField(
                    view: view, name: "password", label: "account.password", type: "password", autocomplete: "current-password",
                    maximumLength: 1_000, problems: problems
                ).write(&h)
                hidden("next", next, &h)
            }
        }
    }

    func secondFactor(next: String, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.secondFactor.title"), .secondFactor, query: QueryString([("next", next)]).text) { h in
            AccountForm(
                view: view, title: t("account.secondFactor.title"), lead: t("account.secondFactor.lead"), problems: problems,
                action: view.links.path(.secondFactor), submit: "account.secondFactor.submit"
            ).write(&h) { h in
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.path(.recoveryCode) + QueryString([("next", next)]).text),
                        text: t("account.recoveryCode.link"))
                }
            } fields: { h in
                Self.code(view, problems, &h)
                hidden("next", next, &h)
            }
        }
    }

    func recoveryCode(next: String, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.recoveryCode.title"), .recoveryCode, query: QueryString([("next", next)]).text) { h in
            AccountForm(
                view: view, title: t("account.recoveryCode.title"), lead: t("account.recoveryCode.lead"), problems: problems,
                action: view.links.path(.recoveryCode), submit: "account.secondFactor.submit"
            ).write(&h) { h in
                h.element("p", .class("quiet"), text: t("account.recoveryCode.lost"))
            } fields: { h in
                FormField(
                    view: view, name: "code", label: "account.recoveryCode.label", autocomplete: "off", maximumLength: 30,
                    problems: problems
                )
                .write(&h)
                hidden("next", next, &h)
            }
        }
    }

    /// - Parameter isSent: a form was sent. The page says the same whether there is such an account or not.
    func passwordRequest(email: String = "", isSent: Bool = false, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.forgotten.title"), .passwordRequest) { h in
            guard !isSent else {
                return h.element("div", .class("narrow account")) { h in
                    h.element("h1", text: t("account.forgotten.sent.title"))
                    h.element("p", .class("lead"), text: t("account.forgotten.sent.text"))
                    h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.signIn)), text: t("account.signIn.title")) }
                }
            }
            AccountForm(
                view: view, title: t("account.forgotten.title"), lead: t("account.forgotten.lead"), problems: problems,
                action: view.links.path(.passwordRequest), submit: "account.forgotten.submit"
            ).write(&h) { h in
                FormField(
                    view: view, name: "email", label: "account.email", type: "email", value: email, autocomplete: "username",
                    problems: problems
                )
                .write(&h)
            }
        }
    }

    func passwordReset(_ token: String, email: String, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.reset.title"), .passwordReset, id: token) { h in
            AccountForm(
                view: view, title: t("account.reset.title"), lead: t("account.reset.lead", ["email": email]), problems: problems,
                action: view.links.path(.passwordReset, id: token), submit: "account.reset.submit"
            ).write(&h) { h in
                hiddenUsername(email, &h)
                AccountForm.newPassword(view, problems, &h)
            }
        }
    }

    func invitation(_ token: String, email: String, name: String, language: Language, problems: FormProblems = FormProblems()) -> Page {
        page(t("account.invitation.title", ["portal": view.portalName]), .invitation, id: token) { h in
            AccountForm(
                view: view, title: t("account.invitation.title", ["portal": view.portalName]),
                lead: t("account.invitation.lead", ["email": email]), problems: problems,
                action: view.links.path(.invitation, id: token), submit: "account.invitation.submit"
            ).write(&h) { h in
                hiddenUsername(email, &h)
                FormField(
                    view: view, name: "name", label: "account.name", value: name, autocomplete: "name", maximumLength: 100,
                    problems: problems
                )
                .write(&h)
                AccountForm.language(view, chosen: language, problems, &h)
                AccountForm.newPassword(view, problems, &h)
            }
        }
    }

    func emailConfirmation(_ token: String, email: String) -> Page {
        page(t("account.newAddress.title"), .emailConfirmation, id: token) { h in
            AccountForm(
                view: view, title: t("account.newAddress.title"), lead: t("account.newAddress.lead", ["email": email]),
                action: view.links.path(.emailConfirmation, id: token), submit: "account.newAddress.submit"
            ).write(&h) { _ in }
        }
    }

    func signOut() -> Page {
        page(t("account.signOut.title"), .signOut) { h in
            AccountForm(view: view, title: t("account.signOut.title"), action: view.links.path(.signOut), submit: "account.signOut.submit")
                .write(&h) { _ in }
        }
    }

    /// A link that was used or has expired, and how to get another.
    func linkGone(_ route: PageRoute, _ token: String) -> Page {
        page(t("account.linkGone.title"), route, id: token) { h in
            h.element("div", .class("narrow account")) { h in
                h.element("h1", text: t("account.linkGone.title"))
                h.element("p", .class("lead"), text: t("account.linkGone.text"))
                h.element("p") { h in
                    h.element("a", .class("button"), .href(view.links.path(.passwordRequest)), text: t("account.linkGone.another"))
                }
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.signIn)), text: t("account.signIn.title")) }
            }
        }
    }

    static func code(_ view: View, _ problems: FormProblems, _ h: inout HTMLWriter) {
        FormField(
            view: view, name: "code", label: "account.code", hint: "account.codeHint", autocomplete: "one-time-code", inputMode: "numeric",
            maximumLength: 12, problems: problems
        ).write(&h)
    }

    private func hidden(_ name: String, _ value: String, _ h: inout HTMLWriter) {
        if !value.isEmpty { h.void("input", .type("hidden"), .name(name), .value(value)) }
    }

    /// Tells a password keeper whose password this is.
    private func hiddenUsername(_ email: String, _ h: inout HTMLWriter) {
        h.void(
            "input", .type("email"), .value(email), Attribute("autocomplete", "username"), .flag("readonly"), .flag("hidden"),
            Attribute("aria-label", t("account.email")))
    }

    private func page(_ title: String, _ route: PageRoute, id: String = "", query: String = "", main: @escaping (inout HTMLWriter) -> Void)
        -> Page
    {
        Page(title: title, route: route, id: id, query: query, isIndexed: false, main: main)
    }
}
