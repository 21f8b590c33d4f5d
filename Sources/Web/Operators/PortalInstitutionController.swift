import Domain
import HTML
import Hummingbird
import Matching
import Portal

/// The institutions of the portal, for those who run it: found, made, changed, merged, closed.
struct PortalInstitutionController {
    let site: Site
    let operating: OperatingServices

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.portal(.manageInstitutions)
        routes.console(.consoleInstitutions, need, get: list)
        routes.console(.consoleNewInstitution, need, get: { .page(form($0, nil, InstitutionFields()), in: $0.view) }, post: create)
        routes.console(.consoleInstitutionDetails, need, get: show, post: change)
        routes.console(.consoleInstitutionMerge, need, get: askMerge, post: merge)
        routes.console(.consoleInstitutionClosure, need, get: askClosure, post: close)
    }

    private func list(_ request: ConsoleRequest) -> Response {
        let text = request.page.text("q")
        let found = ManageInstitutions.find(
            text, among: site.services.catalogue.current.institutions.values, page: InstitutionFinder.number(request.page),
            request.view.language)
        return .page(PortalInstitutionPages(request: request).list(found, text: text), in: request.view)
    }

    private func find(_ request: ConsoleRequest) throws -> Institution {
        guard let institution = site.services.catalogue.current.institutions[Institution.ID(request.page.id)] else {
            throw PortalError.notFound
        }
        return institution
    }

    private func form(
        _ request: ConsoleRequest, _ institution: Institution?, _ fields: InstitutionFields, _ problems: FormProblems = FormProblems()
    ) -> Page {
        PortalInstitutionPages(request: request).form(institution, fields, problems)
    }

    private func create(_ request: ConsoleRequest) async throws -> Response {
        let fields = InstitutionFields(request.page)
        var id = Institution.ID("")
        return try await request.act(
            then: request.links.path(.consoleInstitutionDetails, id: id.rawValue) + "?notice=institutionMade",
            again: { form(request, nil, fields, $0) }
        ) { id = try await operating.institutions.create(fields, by: request.person) }
    }

    private func show(_ request: ConsoleRequest) throws -> Response {
        let institution = try find(request)
        return .page(form(request, institution, InstitutionFields(institution)), in: request.view)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let institution = try find(request)
        let fields = InstitutionFields(request.page)
        return try await request.act(
            then: request.links.path(.consoleInstitutionDetails, id: institution.id.rawValue) + "?notice=changed",
            again: { form(request, institution, fields, $0) }
        ) { try await operating.institutions.change(institution.id, to: fields, by: request.person) }
    }

    // MARK: - Merge

    /// Which one it becomes a part of; or, where that is chosen, what will happen.
    private func askMerge(_ request: ConsoleRequest) async throws -> Response {
        let institution = try find(request)
        return .page(
            try await mergePage(request, institution, into: Institution.ID(request.page.text("into")), FormProblems()), in: request.view)
    }

    private func mergePage(
        _ request: ConsoleRequest, _ institution: Institution, into id: Institution.ID, _ problems: FormProblems
    ) async throws -> Page {
        let pages = PortalInstitutionMergePages(request: request, institution: institution, problems: problems)
        let all = site.services.catalogue.current.institutions
        guard let target = all[id], target.id != institution.id, target.closedOn == nil else {
            let text = request.page.text("q")
            let found = ManageInstitutions.find(
                text, among: all.values.filter { $0.id != institution.id && $0.closedOn == nil },
                page: InstitutionFinder.number(request.page), request.view.language)
            return pages.choice(found, text: text)
        }
        do { return pages.plan(try await operating.merge.plan(institution.id, into: id), into: target) } catch OperatingError.unknown {
            throw PortalError.notFound
        }
    }

    private func merge(_ request: ConsoleRequest) async throws -> Response {
        let institution = try find(request)
        let target = Institution.ID(request.page.field("into"))
        return try await request.act(
            then: request.links.path(.consoleInstitutionDetails, id: target.rawValue) + "?notice=institutionMerged",
            again: { try await mergePage(request, institution, into: target, $0) }
        ) {
            try await operating.merge(institution.id, into: target, mark: request.page.field("mark"), by: request.person)
        }
    }

    // MARK: - Closure

    private func askClosure(_ request: ConsoleRequest) async throws -> Response {
        let institution = try find(request)
        let belongings = try await operating.institutions.belongings(of: institution.id)
        return .page(PortalInstitutionPages(request: request).closure(institution, belongings), in: request.view)
    }

    private func close(_ request: ConsoleRequest) async throws -> Response {
        let institution = try find(request)
        let act = request.page.field("act")
        guard act == "close" || act == "reopen" else { throw PortalError.badRequest(sentence: "error.badRequest.generic") }
        return try await request.act(
            then: request.links.path(.consoleInstitutionDetails, id: institution.id.rawValue)
                + (act == "close" ? "?notice=institutionClosed" : "?notice=institutionReopened"),
            again: { _ in form(request, institution, InstitutionFields(institution)) }
        ) {
            if act == "close" {
                try await operating.institutions.close(institution.id, by: request.person)
            } else {
                try await operating.institutions.reopen(institution.id, by: request.person)
            }
        }
    }
}

extension InstitutionFields {
    init(_ request: PageRequest) {
        self.init()
        id = request.field("key")
        nameEnglish = request.field("name-en")
        nameFrench = request.field("name-fr")
        kind = request.field("kind")
        url = request.field("url")
        city = request.field("city")
        postalCode = request.field("postal-code")
        region = request.field("region")
        contact = request.field("contact")
    }
}
