import Domain
import Hummingbird
import Portal

/// Signing in and out, and the links from a mailbox that lead there.
struct SignInController {
    let site: Site
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.signIn, get: signInPage, post: signIn)
        routes.form(.signOut, get: { .unkept(SignInPages(view: $0.view).signOut(), in: $0.view) }, post: signOut)
        routes.form(.secondFactor, get: secondFactorPage, post: secondFactor)
        routes.form(.recoveryCode, get: recoveryCodePage, post: recoveryCode)
        routes.form(.passwordRequest, get: passwordRequestPage, post: passwordRequest)
        routes.form(.passwordReset, get: passwordResetPage, post: passwordReset)
        routes.form(.invitation, get: invitationPage, post: invitation)
        routes.form(.emailConfirmation, get: emailConfirmationPage, post: emailConfirmation)
    }

    private func pages(_ request: PageRequest) -> SignInPages { SignInPages(view: request.view) }

    private func signInPage(_ request: PageRequest) async throws -> Response {
        let next = request.text("next")
        if let person = try await request.signedIn(), person.session.stage == .full {
            return .redirect(to: request.destination(next), status: .seeOther)
        }
        let key = "account.notice.\(request.text("notice"))"
        let notice = request.view.t.has(key) ? request.view.t(key) : nil
        return .unkept(pages(request).signIn(next: next, notice: notice), in: request.view)
    }

    private func signIn(_ request: PageRequest) async throws -> Response {
        let (email, next) = (request.field("email"), request.field("next"))
        do {
            let session = try await accounts.signIn(
                email: email, password: request.secret("password"), from: request.origin,
                replacing: request.view.sessionCookie.token(in: request.request))
            return entered(session, next, request)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "email")
            let problems = FormProblems("email", failure.sentence(request.view, wrong: "account.problem.signIn"))
            return failure.response(pages(request).signIn(email: email, next: next, problems: problems), in: request.view)
        }
    }

    /// On to where somebody wanted to go, by way of the second factor if they have one.
    private func entered(_ session: NewSession, _ next: String, _ request: PageRequest) -> Response {
        let address =
            session.session.stage == .full
            ? request.destination(next) : request.view.links.path(.secondFactor) + QueryString([("next", next)]).text
        return .enter(session, to: address, in: request.view)
    }

    private func signOut(_ request: PageRequest) async throws -> Response {
        let cookie = request.view.sessionCookie
        if let token = cookie.token(in: request.request) { try await accounts.sessions.signOut(token) }
        var response = Response.redirect(to: request.view.links.path(.signIn) + "?notice=signedOut", status: .seeOther)
        cookie.clear(in: &response)
        return response
    }

    private func secondFactorPage(_ request: PageRequest) async throws -> Response {
        guard try await request.signedIn()?.session.stage == .password else { return request.toSignIn }
        return .unkept(pages(request).secondFactor(next: request.text("next")), in: request.view)
    }

    private func secondFactor(_ request: PageRequest) async throws -> Response {
        try await pass(request) { token in
            try await accounts.passSecondFactor(code: request.field("code"), session: token, from: request.origin)
        } again: {
            pages(request).secondFactor(next: request.field("next"), problems: $0)
        }
    }

    private func recoveryCodePage(_ request: PageRequest) async throws -> Response {
        guard try await request.signedIn()?.session.stage == .password else { return request.toSignIn }
        return .unkept(pages(request).recoveryCode(next: request.text("next")), in: request.view)
    }

    private func recoveryCode(_ request: PageRequest) async throws -> Response {
        try await pass(request) { token in
            try await accounts.passSecondFactor(recoveryCode: request.field("code"), session: token, from: request.origin)
        } again: {
            pages(request).recoveryCode(next: request.field("next"), problems: $0)
        }
    }

    private func pass(
        _ request: PageRequest, _ check: (SecretToken) async throws -> NewSession, again: (FormProblems) -> Page
    ) async throws -> Response {
        guard let token = request.view.sessionCookie.token(in: request.request) else { return request.toSignIn }
        do { return entered(try await check(token), request.field("next"), request) } catch AccountError.unknown {
            return request.toSignIn
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "code")
            return failure.response(
                again(FormProblems("code", failure.sentence(request.view, wrong: "account.problem.code"))), in: request.view)
        }
    }

    private func passwordRequestPage(_ request: PageRequest) -> Response {
        .unkept(pages(request).passwordRequest(isSent: request.text("sent") == "1"), in: request.view)
    }

    private func passwordRequest(_ request: PageRequest) async throws -> Response {
        let email = request.field("email")
        do {
            try await accounts.requestPasswordReset(email: email, from: request.origin)
            return .redirect(to: request.view.links.path(.passwordRequest) + "?sent=1", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "email")
            return failure.response(
                pages(request).passwordRequest(email: email, problems: failure.problems(request.view)), in: request.view)
        }
    }

    private func gone(_ route: PageRoute, _ request: PageRequest) -> Response {
        .unkept(pages(request).linkGone(route, request.id), in: request.view, status: .gone)
    }

    private func passwordResetPage(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let account = try await accounts.resetPassword.look(token) else {
            return gone(.passwordReset, request)
        }
        return .unkept(pages(request).passwordReset(request.id, email: account.email.text), in: request.view)
    }

    private func passwordReset(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let account = try await accounts.resetPassword.look(token) else {
            return gone(.passwordReset, request)
        }
        do {
            let session = try await accounts.resetPassword(token, password: request.secret("password"), from: request.origin)
            return entered(session, "", request)
        } catch AccountError.linkGone {
            return gone(.passwordReset, request)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "password")
            let page = pages(request).passwordReset(request.id, email: account.email.text, problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }

    private func invitationPage(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let account = try await accounts.acceptInvitation.look(token) else {
            return gone(.invitation, request)
        }
        let page = pages(request).invitation(request.id, email: account.email.text, name: account.name, language: request.view.language)
        return .unkept(page, in: request.view)
    }

    private func invitation(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let account = try await accounts.acceptInvitation.look(token) else {
            return gone(.invitation, request)
        }
        let language = Language(rawValue: request.field("language")) ?? request.view.language
        do {
            let session = try await accounts.acceptInvitation(
                token, name: request.field("name"), language: language, password: request.secret("password"), from: request.origin)
            // From here on in the language they chose.
            return .enter(session, to: Links(language).path(.console), in: request.view)
        } catch AccountError.linkGone {
            return gone(.invitation, request)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "password")
            let page = pages(request).invitation(
                request.id, email: account.email.text, name: request.field("name"), language: language,
                problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }

    private func emailConfirmationPage(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let email = try await accounts.changeEmail.look(token) else {
            return gone(.emailConfirmation, request)
        }
        return .unkept(pages(request).emailConfirmation(request.id, email: email.text), in: request.view)
    }

    private func emailConfirmation(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id) else { return gone(.emailConfirmation, request) }
        do { try await accounts.changeEmail(token) } catch AccountError.linkGone { return gone(.emailConfirmation, request) }
        var response = Response.redirect(to: request.view.links.path(.signIn) + "?notice=newAddress", status: .seeOther)
        request.view.sessionCookie.clear(in: &response)
        return response
    }
}
