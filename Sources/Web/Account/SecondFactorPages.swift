import Domain
import HTML
import Portal

/// Setting up an authenticator app, and the codes for the day it is lost.
struct SecondFactorPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    /// - Parameter secret: to be put into the app.
    func enrol(_ secret: TimedCode, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.enrol.title"), route: .accountSecondFactor) { h in
            AccountForm(
                view: view, title: t("account.enrol.title"),
                lead: t(request.person.mustEnrol ? "account.enrol.must" : "account.enrol.lead"),
                problems: problems, action: view.links.path(.accountSecondFactor), submit: "account.enrol.submit"
            ).write(&h) { h in
                h.element("ol", .class("enrol-steps")) { h in
                    h.element("li") { h in
                        h.element("p", text: t("account.enrol.scan"))
                        picture(secret, &h)
                        h.element("p") { h in
                            h.text(t("account.enrol.type") + " ")
                            h.element("code", .class("secret"), .id("secret"), text: secret.text)
                        }
                    }
                    h.element("li") { h in
                        h.element("p", text: t("account.enrol.enter"))
                        SignInPages.code(view, problems, &h)
                    }
                    if request.person.hasSecondFactor { h.element("li") { AccountForm.currentPassword(view, problems, &$0) } }
                }
            }
        }
    }

    private func picture(_ secret: TimedCode, _ h: inout HTMLWriter) {
        let address = secret.address(issuer: view.portalName, account: request.person.account.email.text)
        // Longer than any code holds is only a name nobody has; the text beside it still serves.
        guard let code = QRCode(address) else { return }
        h.element("div", .class("qr")) { code.write(title: t("account.enrol.picture"), &$0) }
    }

    /// Shown once, in the answer to the form that made them.
    func codes(_ codes: [RecoveryCode], isNew: Bool) -> Page {
        request.page(t("account.codes.title"), route: .accountRecoveryCodes) { h in
            h.element("div", .class("narrow account")) { h in
                h.element("p", .class("notice"), .role("status"), text: t(isNew ? "account.codes.enrolled" : "account.codes.made"))
                h.element("h1", text: t("account.codes.title"))
                h.element("p", .class("lead"), text: t("account.codes.lead"))
                h.element("ul", .class("recovery-codes")) { h in
                    for code in codes { h.element("li") { $0.element("code", text: code.text) } }
                }
                h.element("p", text: t("account.codes.keep"))
                h.element("p") { $0.element("a", .class("button"), .href(view.links.path(.console)), text: t("account.codes.done")) }
            }
        }
    }

    func recoveryCodes(left: Int, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("account.recoveryCodes.title"), route: .accountRecoveryCodes) { h in
            AccountForm(
                view: view, title: t("account.recoveryCodes.title"), lead: t("account.recoveryCodes.left", count: left), problems: problems,
                action: view.links.path(.accountRecoveryCodes), submit: "account.recoveryCodes.submit"
            ).write(&h) { AccountForm.currentPassword(view, problems, &$0) }
        }
    }
}
