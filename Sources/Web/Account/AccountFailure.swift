import Domain
import HTTPTypes
import Hummingbird
import Portal

/// What an `AccountError` is on a page: a field, a sentence beside it, and a status.
struct AccountFailure {
    private let error: AccountError
    /// The field of what is wrong when the error does not name one.
    private let field: String

    init(_ error: AccountError, field: String) {
        self.error = error
        self.field = field
    }

    var status: HTTPResponse.Status {
        switch error {
        case .wait: .tooManyRequests
        case .busy: .serviceUnavailable
        case .notAllowed, .own: .forbidden
        case .unknown: .notFound
        case .linkGone: .gone
        case .wrong, .password, .noAddress, .noName, .alreadyThere, .suspended, .notSuspended, .lastOperator: .badRequest
        }
    }

    func problems(_ view: View) -> FormProblems {
        switch error {
        case .password: FormProblems("password", sentence(view))
        case .noAddress: FormProblems("email", sentence(view))
        case .noName: FormProblems("name", sentence(view))
        default: FormProblems(field, sentence(view))
        }
    }

    /// - Parameter wrong: the key of what is said of something wrong, which depends on what was asked.
    func sentence(_ view: View, wrong: String = "account.problem.wrong") -> String {
        let t = view.t
        return switch error {
        case .wrong: t(wrong)
        case .wait(let seconds) where seconds > 90: t("account.problem.waitMinutes", count: (seconds + 59) / 60)
        case .wait(let seconds): t("account.problem.wait", count: seconds)
        case .busy: t("account.problem.busy")
        case .linkGone: t("account.problem.linkGone")
        case .password(.short): t("account.problem.password.short", ["count": t.format.number(PasswordRules.length.lowerBound)])
        case .password(.long): t("account.problem.password.long", ["count": t.format.number(PasswordRules.length.upperBound)])
        case .password(.common): t("account.problem.password.common")
        case .password(.pattern): t("account.problem.password.pattern")
        case .password(.personal): t("account.problem.password.personal")
        case .noAddress: t("account.problem.noAddress")
        case .noName: t("account.problem.noName")
        case .unknown: t("account.problem.unknown")
        case .alreadyThere: t("account.problem.alreadyThere")
        case .suspended: t("account.problem.suspended")
        case .notSuspended: t("account.problem.notSuspended")
        case .own: t("account.problem.own")
        case .lastOperator: t("account.problem.lastOperator")
        case .notAllowed: t("account.problem.notAllowed")
        }
    }

    /// The page with the form once more. It says how long to wait where that is what is wrong.
    func response(_ page: Page, in view: View) -> Response {
        var response = Response.unkept(page, in: view, status: status)
        if case .wait(let seconds) = error { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}

extension Response {
    /// A page no cache keeps and whose address no other site learns.
    static func unkept(_ page: Page, in view: View, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.page(page, in: view, status: status)
        response.headers[.cacheControl] = "no-store"
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        return response
    }

    /// Somebody is signed in from here on: the browser gets the session's token.
    static func enter(_ session: NewSession, to address: String, in view: View) -> Response {
        var response = Response.redirect(to: address, status: .seeOther)
        view.sessionCookie.set(session.token, in: &response)
        return response
    }
}
