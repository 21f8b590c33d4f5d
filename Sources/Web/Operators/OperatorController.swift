import Domain
import Hummingbird
import Portal

/// Accounts and the log, for those who run the portal.
struct OperatorController {
    let site: Site
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleAccounts, .portal(.manageOperators), get: list, post: invite)
        routes.console(.consoleAccount, .portal(.manageOperators), get: account, post: act)
        routes.console(.consoleAudit, .portal(.readAuditLog), get: log)
    }

    private func list(_ request: ConsoleRequest) async throws -> Response {
        let form = InvitationForm(request.view.language, role: .operator)
        return .page(AccountListPages(request: request).list(try await accounts.staff.all(), form: form), in: request.view)
    }

    private func invite(_ request: ConsoleRequest) async throws -> Response {
        let form = InvitationForm(request.page)
        func again(_ problems: FormProblems) async throws -> Page {
            AccountListPages(request: request).list(try await accounts.staff.all(), form: form, problems: problems)
        }
        guard let membership = form.role.flatMap({ Membership($0) }) else {
            let page = try await again(FormProblems("role", request.view.t("staff.problem.role")))
            return .page(page, in: request.view, status: .badRequest)
        }
        do {
            try await accounts.invite(
                .init(email: form.email, name: form.name, language: form.language, membership: membership), by: request.person)
            return .redirect(to: request.links.path(.consoleAccounts) + "?notice=invited", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "email")
            return failure.response(try await again(failure.problems(request.view)), in: request.view)
        }
    }

    private func find(_ request: ConsoleRequest) async throws -> ListStaff.Member {
        guard let member = try await accounts.staff.member(Account.ID(request.page.id)) else { throw PortalError.notFound }
        return member
    }

    private func account(_ request: ConsoleRequest) async throws -> Response {
        .page(AccountListPages(request: request).account(try await find(request)), in: request.view)
    }

    private func act(_ request: ConsoleRequest) async throws -> Response {
        let member = try await find(request)
        let id = member.account.id
        do {
            switch AccountAct(rawValue: request.page.field("act")) {
            case .suspend: try await accounts.suspend(id, by: request.person)
            case .restore: try await accounts.suspend.restore(id, by: request.person)
            case .erase:
                try await accounts.erase(id, by: request.person)
                return .redirect(to: request.links.path(.consoleAccounts) + "?notice=accountErased", status: .seeOther)
            case .resetSecondFactor: try await accounts.resetSecondFactor(id, by: request.person)
            case .withdrawOperator: try await withdraw(.operator, id, request)
            case .withdrawCounsellor: try await withdraw(.counsellor, id, request)
            case nil: throw PortalError.badRequest(sentence: "error.badRequest.generic")
            }
            return .redirect(to: request.links.path(.consoleAccount, id: id.rawValue) + "?notice=changed", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "act")
            let page = AccountListPages(request: request).account(member, problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }

    private func withdraw(_ role: Role, _ id: Account.ID, _ request: ConsoleRequest) async throws {
        guard let membership = Membership(role) else { return }
        try await accounts.changeRole.remove(membership, of: id, by: request.person)
    }

    private func log(_ request: ConsoleRequest) async throws -> Response {
        let before = Int(request.page.text("before")) ?? .max
        let entries = try await accounts.readLog(before: before, limit: AuditPage.length)
        var ids = Set(entries.map(\.entry.subject))
        for entry in entries { if case .account(let id) = entry.entry.actor { ids.insert(id) } }
        let names = try await accounts.staff.names(of: ids)
        return .page(AuditPage(request: request, entries: entries, names: names).page, in: request.view)
    }
}
