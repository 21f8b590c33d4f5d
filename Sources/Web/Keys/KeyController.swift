import Domain
import Hummingbird
import Portal

/// An institution's keys for the interface, for its managers.
struct KeyController {
    let site: Site
    let exchange: ExchangeServices
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.institution(.manageInstitution)
        routes.console(.consoleKeys, need, get: list, post: make)
        routes.console(.consoleKey, need, get: show, post: revoke)
    }

    private func list(_ request: ConsoleRequest) async throws -> Response { .page(try await page(request), in: request.view) }

    private func page(_ request: ConsoleRequest, made: String? = nil, problems: FormProblems = FormProblems()) async throws -> Page {
        guard let institution = request.institution else { throw PortalError.notFound }
        let keys = try await exchange.keys.keys(of: institution.id)
        let names = try await accounts.staff.names(of: Set(keys.map(\.createdBy.rawValue)))
        return KeyPages(request: request).list(keys, names: names, made: made, problems: problems)
    }

    /// The one answer that ever shows the key.
    private func make(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        guard let scope = InstitutionKey.Scope(rawValue: request.page.field("scope")) else {
            let problems = FormProblems("scope", request.view.t("keys.problem.scope"))
            return .page(try await page(request, problems: problems), in: request.view, status: .badRequest)
        }
        do {
            let made = try await exchange.keys.make(request.page.field("name"), scope, at: institution.id, by: request.person)
            return .page(try await page(request, made: made.secret), in: request.view, status: .created)
        } catch let refusal as ManageKeys.Refusal {
            guard refusal != .notAllowed else { throw PortalError.forbidden }
            let problems = FormProblems("name", request.view.t("keys.problem.\(refusal)"))
            return .page(try await page(request, problems: problems), in: request.view, status: .badRequest)
        }
    }

    private func find(_ request: ConsoleRequest) async throws -> InstitutionKey {
        let id = InstitutionKey.ID(request.page.component("key"))
        guard let institution = request.institution,
            let key = try await exchange.keys.keys(of: institution.id).first(where: { $0.id == id })
        else {
            throw PortalError.notFound
        }
        return key
    }

    private func show(_ request: ConsoleRequest) async throws -> Response {
        .page(KeyPages(request: request).key(try await find(request)), in: request.view)
    }

    private func revoke(_ request: ConsoleRequest) async throws -> Response {
        let key = try await find(request)
        _ = try await exchange.keys.revoke(key.id, at: key.institution, by: request.person)
        return .redirect(to: request.links.path(.consoleKeys, id: key.institution.rawValue) + "?notice=revoked", status: .seeOther)
    }
}
