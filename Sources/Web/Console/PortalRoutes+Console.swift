import Domain
import HTTPTypes
package import Hummingbird
import Matching
import Portal

extension PortalRoutes {
    /// A page for those who are signed in. Who is not is led to sign in and back; who must set up a second factor is led there; who may not
    /// come here is told so. No cache keeps what comes back.
    /// - Parameters:
    ///   - need: for reading.
    ///   - writing: for the form; the same as for reading unless it is given.
    ///   - body: how what the form sends is read.
    ///   - post: what the form on the page does, sent to the same path; `nil` for a page without one.
    package func console(
        _ route: PageRoute, _ need: ConsoleNeed, writing: ConsoleNeed? = nil, body: FormBody = .fields,
        get: @escaping @Sendable (ConsoleRequest) async throws -> Response,
        post: (@Sendable (ConsoleRequest) async throws -> Response)? = nil
    ) {
        for language in Language.allCases {
            let path = "/" + language.rawValue + route.pattern(language)
            guarded.add(need, .get, path)
            if post != nil { guarded.add(writing ?? need, .post, path) }
        }
        let read: @Sendable (PageRequest) async throws -> Response = { try await ConsoleDoor(need: need).enter($0, get) }
        guard let post else { return page(route, read) }
        form(route, body: body, get: read, post: { try await ConsoleDoor(need: writing ?? need).enter($0, post) })
    }
}

/// Lets those in who may come.
struct ConsoleDoor: Sendable {
    let need: ConsoleNeed

    func enter(_ page: PageRequest, _ handle: @Sendable (ConsoleRequest) async throws -> Response) async throws -> Response {
        var response = try await answer(page, handle)
        response.headers[.cacheControl] = "no-store"
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        return response
    }

    private func answer(_ page: PageRequest, _ handle: @Sendable (ConsoleRequest) async throws -> Response) async throws -> Response {
        let services = page.view.site.services
        guard let person = try await page.signedIn() else { return page.toSignIn }
        guard person.session.stage == .full else {
            return .redirect(to: page.view.links.path(.secondFactor), status: .seeOther)
        }
        guard need == .enrolling || !person.mustEnrol else {
            return .redirect(to: page.view.links.path(.accountSecondFactor), status: .seeOther)
        }
        switch need {
        case .enrolling, .signedIn: return try await handle(ConsoleRequest(page: page, person: person, institution: nil))
        case .portal(let permission):
            guard person.may(permission) else { throw PortalError.forbidden }
            return try await handle(ConsoleRequest(page: page, person: person, institution: nil))
        case .institution(let permission):
            // Who may not come is told so whether there is such an institution or not.
            let id = Institution.ID(page.id)
            guard person.may(permission, at: id) else { throw PortalError.forbidden }
            guard let institution = services.catalogue.current.institutions[id] else { throw PortalError.notFound }
            // Nothing is done any more where everything has ended: it can be opened again.
            guard institution.closedOn == nil || permission == .viewInstitution else {
                throw PortalError.badRequest(sentence: "error.badRequest.closed")
            }
            return try await handle(ConsoleRequest(page: page, person: person, institution: institution))
        }
    }
}

extension PageRequest {
    /// Who asks, by the session's cookie; `nil` for the public and for a session that is over.
    func signedIn() async throws -> SignedIn? {
        guard let accounts = view.site.services.accounts, let token = view.sessionCookie.token(in: request) else { return nil }
        return try await accounts.sessions.find(token)
    }

    /// The way to sign in, and back to here.
    var toSignIn: Response {
        let here = request.uri.path + query
        let hadSession = view.sessionCookie.token(in: request) != nil
        let address = view.links.path(.signIn) + QueryString([("next", here), ("notice", hadSession ? "over" : nil)]).text
        return .redirect(to: address, status: .seeOther)
    }

    /// Where somebody wanted to go before they were asked to sign in: a page of the console or of their account, and nothing else.
    func destination(_ next: String) -> String {
        let links = view.links
        let inside = [PageRoute.console, .account].contains { route in
            Language.allCases.contains { next == Links($0).path(route) || next.hasPrefix(Links($0).path(route) + "/") }
        }
        let isPlain = next.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") } && !next.contains("//")
        return inside && isPlain ? next : links.path(.console)
    }
}

extension View {
    var sessionCookie: SessionCookie { SessionCookie(baseURL: site.services.settings.baseURL) }
}
