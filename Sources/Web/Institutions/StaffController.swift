import Domain
import Hummingbird
import Portal

/// An institution's staff, for its managers and for operators.
struct StaffController {
    let site: Site
    let accounts: AccountServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleStaff, .institution(.manageStaff), get: list, post: invite)
        routes.console(.consoleMember, .institution(.manageStaff), get: member, post: change)
    }

    private func list(_ request: ConsoleRequest) async throws -> Response {
        .page(try await page(request, InvitationForm(request.view.language, role: .editor), FormProblems()), in: request.view)
    }

    private func page(_ request: ConsoleRequest, _ form: InvitationForm, _ problems: FormProblems) async throws -> Page {
        guard let institution = request.institution else { throw PortalError.notFound }
        return StaffPages(request: request).list(try await accounts.staff(of: institution.id), form: form, problems: problems)
    }

    private func invite(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let form = InvitationForm(request.page)
        guard let membership = form.role.flatMap({ Membership($0, at: institution.id) }) else {
            let problems = FormProblems("role", request.view.t("staff.problem.role"))
            return .page(try await page(request, form, problems), in: request.view, status: .badRequest)
        }
        do {
            try await accounts.invite(
                .init(email: form.email, name: form.name, language: form.language, membership: membership), by: request.person)
            return .redirect(to: request.links.path(.consoleStaff, id: institution.id.rawValue) + "?notice=invited", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "email")
            return failure.response(try await page(request, form, failure.problems(request.view)), in: request.view)
        }
    }

    /// Somebody of this institution's staff; anybody else is not found, whoever they are.
    private func find(_ request: ConsoleRequest) async throws -> (institution: Institution, member: ListStaff.Member, role: Role) {
        let id = Account.ID(request.page.component("member"))
        guard let institution = request.institution, let member = try await accounts.staff.member(id),
            let role = member.role(at: institution.id)
        else { throw PortalError.notFound }
        return (institution, member, role)
    }

    private func member(_ request: ConsoleRequest) async throws -> Response {
        let found = try await find(request)
        return .page(StaffPages(request: request).member(found.member, role: found.role), in: request.view)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let (institution, member, role) = try await find(request)
        let chosen = request.page.field("role")
        do {
            if let new = Role(rawValue: chosen), new.isOfInstitution {
                try await accounts.changeRole(of: member.account.id, to: new, at: institution.id, by: request.person)
            } else if chosen == "none", let membership = Membership(role, at: institution.id) {
                try await accounts.changeRole.remove(membership, of: member.account.id, by: request.person)
            } else {
                let problems = FormProblems("role", request.view.t("staff.problem.role"))
                return .page(
                    StaffPages(request: request).member(member, role: role, problems: problems), in: request.view, status: .badRequest)
            }
            let notice = chosen == "none" ? "removed" : "role"
            return .redirect(to: request.links.path(.consoleStaff, id: institution.id.rawValue) + "?notice=\(notice)", status: .seeOther)
        } catch let error as AccountError {
            let failure = AccountFailure(error, field: "role")
            let page = StaffPages(request: request).member(member, role: role, problems: failure.problems(request.view))
            return failure.response(page, in: request.view)
        }
    }
}
