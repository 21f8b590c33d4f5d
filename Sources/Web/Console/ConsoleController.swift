import Domain
import HTML
import Hummingbird
import Matching
import Portal

/// Where somebody comes after signing in, and the first page of each institution.
struct ConsoleController {
    let site: Site

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.console, .signedIn, get: { .page(ConsoleHomePage(request: $0).page, in: $0.view) })
        routes.console(.consoleInstitution, .institution(.viewInstitution), get: overview)
    }

    private func overview(_ request: ConsoleRequest) async throws -> Response {
        let tasks = try await InstitutionTasks(services: site.services).open(for: request)
        var page = InstitutionOverviewPage(request: request, tasks: tasks)
        if let referrals = site.services.referrals, let institution = request.institution?.id {
            page.figures = try await referrals.total(of: institution, in: ReferralPeriod(today: referrals.today))
        }
        return .page(page.page, in: request.view)
    }
}

/// What somebody may enter.
struct ConsoleHomePage {
    let request: ConsoleRequest

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        let institutions = institutions
        return request.page(t("console.home.title"), route: .console) { h in
            request.writeNotice(&h)
            h.element("h1", text: t("console.home.title"))
            if institutions.isEmpty {
                h.element(
                    "p", .class("lead"), text: t(request.person.memberships.isEmpty ? "console.home.nothing" : "console.home.noInstitution")
                )
            } else {
                h.element("h2", text: t("console.home.institutions"))
                let roles = Dictionary(institutions.map { ($0.institution.id, $0.role) }) { first, _ in first }
                let text = request.page.text("q")
                let found = ManageInstitutions.find(
                    text, among: institutions.map(\.institution), page: InstitutionFinder.number(request.page), view.language)
                let finder = InstitutionFinder(view: view, route: .console, text: text, found: found)
                if institutions.count > ManageInstitutions.pageLength || !text.isEmpty { finder.writeSearch(&h) }
                if found.institutions.isEmpty { h.element("p", .class("lead"), text: t("operating.institutions.none")) }
                let rows = found.institutions.map { (institution: $0, role: roles[$0.id] ?? .viewer) }
                ConsoleTable(caption: t("console.home.institutions"), heads: [t("console.institution"), t("console.roleHead")])
                    .write(rows, &h) { row, h in
                        h.element("th", Attribute("scope", "row")) { h in
                            h.element(
                                "a", .class("row-link"), .href(view.links.path(.consoleInstitution, id: row.institution.id.rawValue)),
                                .lang(row.institution.name.resolved(view.language).flatMap { view.lang($0.language) }),
                                text: view.written(row.institution.name))
                        }
                        h.element("td", text: t("console.role.\(row.role.rawValue)"))
                    }
                finder.writePages(&h)
            }
        }
    }

    /// Those where somebody has a role; every one for whoever runs the portal.
    private var institutions: [(institution: Institution, role: Role)] {
        let all = request.view.site.services.catalogue.current.openInstitutions
        let memberships = request.person.memberships
        let isOperator = memberships.contains { $0.role == .operator }
        return all.compactMap { institution in
            let role = memberships.first { $0.institution == institution.id }?.role ?? (isOperator ? .operator : nil)
            return role.map { (institution, $0) }
        }
    }
}
