import Domain
import Hummingbird
import Portal

/// Somebody's own account.
struct AccountController {
    let site: Site
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.account, .signedIn, get: account, post: change)
        routes.console(
            .accountPassword, .signedIn, get: { .page(AccountPages(request: $0).password(), in: $0.view) }, post: changePassword)
        routes.console(.accountEmail, .signedIn, get: email, post: changeEmail)
        routes.console(.accountSessions, .signedIn, get: sessions, post: endSession)
        routes.console(.accountSecondFactor, .enrolling, get: secondFactor, post: enrol)
        routes.console(.accountRecoveryCodes, .signedIn, get: recoveryCodes, post: makeRecoveryCodes)
        routes.console(.accountErasure, .signedIn, get: { .page(AccountPages(request: $0).erasure(), in: $0.view) }, post: erase)
    }

    private func account(_ request: ConsoleRequest) -> Response {
        let account = request.person.account
        let page = AccountPages(request: request).account(name: account.name, language: account.language, notice: request.notice)
        return .page(page, in: request.view)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let (name, language) = (request.page.field("name"), Language(rawValue: request.page.field("language")) ?? request.view.language)
        do {
            try await accounts.changeProfile(request.person, name: name, language: language)
            return .redirect(to: Links(language).path(.account) + "?notice=changed", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "name")
            let page = AccountPages(request: request).account(name: name, language: language, problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }

    private func changePassword(_ request: ConsoleRequest) async throws -> Response {
        do {
            let session = try await accounts.changePassword(
                request.person, from: request.page.secret("current"), to: request.page.secret("password"), from: request.page.origin)
            return .enter(session, to: request.links.path(.account) + "?notice=password", in: request.view)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "current")
            return failure.response(AccountPages(request: request).password(problems: failure.problems(request.view)), in: request.view)
        }
    }

    private func email(_ request: ConsoleRequest) -> Response {
        .page(AccountPages(request: request).email(isSent: request.page.text("sent") == "1"), in: request.view)
    }

    private func changeEmail(_ request: ConsoleRequest) async throws -> Response {
        let email = request.page.field("email")
        do {
            try await accounts.changeEmail.request(
                request.person, to: email, password: request.page.secret("current"), from: request.page.origin)
            return .redirect(to: request.links.path(.accountEmail) + "?sent=1", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "current")
            return failure.response(AccountPages(request: request).email(email, problems: failure.problems(request.view)), in: request.view)
        }
    }

    private func sessions(_ request: ConsoleRequest) async throws -> Response {
        let list = try await accounts.sessions.list(request.person)
        return .page(AccountPages(request: request).sessions(list, notice: request.notice), in: request.view)
    }

    private func endSession(_ request: ConsoleRequest) async throws -> Response {
        let id = request.page.field("end")
        if id == "others" {
            try await accounts.sessions.endOthers(of: request.person)
        } else if id != request.person.session.id {
            try await accounts.sessions.end(id, of: request.person)
        }
        return .redirect(to: request.links.path(.accountSessions) + "?notice=ended", status: .seeOther)
    }

    private func secondFactor(_ request: ConsoleRequest) async throws -> Response {
        .page(SecondFactorPages(request: request).enrol(try await accounts.enrol.begin(request.person)), in: request.view)
    }

    private func enrol(_ request: ConsoleRequest) async throws -> Response {
        do {
            let (session, codes) = try await accounts.enrol.confirm(
                request.person, code: request.page.field("code"), password: request.page.secret("current"), from: request.page.origin)
            // The codes are never shown again: they come with this answer and stand at no address.
            var response = Response.page(SecondFactorPages(request: request).codes(codes, isNew: true), in: request.view)
            request.view.sessionCookie.set(session.token, in: &response)
            return response
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "code")
            let key = request.person.hasSecondFactor ? "account.problem.codeOrPassword" : "account.problem.enrol"
            let problems = FormProblems("code", failure.sentence(request.view, wrong: key))
            let secret = try await accounts.enrol.begin(request.person)
            return failure.response(SecondFactorPages(request: request).enrol(secret, problems: problems), in: request.view)
        }
    }

    private func recoveryCodes(_ request: ConsoleRequest) async throws -> Response {
        guard request.person.hasSecondFactor else { return .redirect(to: request.links.path(.accountSecondFactor), status: .seeOther) }
        let left = try await accounts.makeRecoveryCodes.left(request.person)
        return .page(SecondFactorPages(request: request).recoveryCodes(left: left), in: request.view)
    }

    private func makeRecoveryCodes(_ request: ConsoleRequest) async throws -> Response {
        guard request.person.hasSecondFactor else { return .redirect(to: request.links.path(.accountSecondFactor), status: .seeOther) }
        do {
            let codes = try await accounts.makeRecoveryCodes(
                request.person, password: request.page.secret("current"), from: request.page.origin)
            return .page(SecondFactorPages(request: request).codes(codes, isNew: false), in: request.view)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "current")
            let left = try await accounts.makeRecoveryCodes.left(request.person)
            let page = SecondFactorPages(request: request).recoveryCodes(left: left, problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }

    private func erase(_ request: ConsoleRequest) async throws -> Response {
        do {
            try await accounts.erase(request.person, password: request.page.secret("current"), from: request.page.origin)
            var response = Response.redirect(to: request.links.path(.signIn) + "?notice=erased", status: .seeOther)
            request.view.sessionCookie.clear(in: &response)
            return response
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "current")
            return failure.response(AccountPages(request: request).erasure(problems: failure.problems(request.view)), in: request.view)
        }
    }
}
