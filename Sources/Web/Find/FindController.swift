import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The learner's pages: home, recommendations, search, program, and the way out to the institution.
struct FindController {
    let site: Site

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.home, home)
        routes.page(.recommendations, recommendations)
        routes.page(.search, search)
        routes.page(.filters, filters)
        routes.page(.program, program)
        routes.page(.registration, register)
    }

    private func home(_ request: PageRequest) -> Response {
        let catalogue = services.catalogue.current
        let page = HomePage(
            view: request.view, programs: catalogue.programCount, institutions: catalogue.openInstitutions.count,
            occupations: catalogue.labourMarket.occupations.count, lists: services.lists.all(for: .learners))
        return .page(page.page, in: request.view)
    }

    private func recommendations(_ request: PageRequest) -> Response {
        let asked = RecommendationRequest(request)
        let view = request.view.showing(region: request.text("region"), services.catalogue.current.labourMarket)
        let isKnown = asked.occupation.map { services.catalogue.current.labourMarket.occupation($0) != nil } ?? false
        guard !asked.job.isEmpty || isKnown else { return .redirect(to: view.links.home, status: .seeOther) }
        let answer = services.recommendPrograms(
            asked.job, language: view.language, industry: asked.industry, occupation: asked.occupation, limit: asked.limit)
        let page = RecommendationsPage(view: view, catalogue: services.catalogue.current, request: asked, answer: answer)
        services.measure.record(.recommendation(asked.job, shown: page.shown), language: view.language, from: request.visitor)
        return .page(page.page, in: view)
    }

    private func search(_ request: PageRequest) -> Response {
        site.pageMemory.answer(request) {
            let form = SearchForm(request)
            let results = services.findPrograms(form.query)
            let alike = results.total > 0 ? [] : services.findAlike.programs(for: form.query, language: request.view.language, limit: 5)
            let page = SearchPage(
                view: request.view, catalogue: services.catalogue.current, form: form, results: results, alike: alike)
            return MadePage(
                page: page.page, status: form.problems.isEmpty ? .ok : .badRequest,
                activities: [.search(form.query, total: results.total), .impressions(results.hits.map(\.program) + alike)])
        }
    }

    private func filters(_ request: PageRequest) -> Response {
        let form = SearchForm(request)
        let results = services.findPrograms(form.query)
        let page = FiltersPage(view: request.view, catalogue: services.catalogue.current, form: form, results: results)
        return .page(page.page, in: request.view, status: form.problems.isEmpty ? .ok : .badRequest)
    }

    private func program(_ request: PageRequest) async throws -> Response {
        let catalogue = services.catalogue.current
        guard let program = catalogue.program(Program.ID(request.id)) else {
            // What is not in the catalogue may have gone with its institution.
            let closed = try? await services.operating?.institutions.closedInstitution(of: Program.ID(request.id))
            guard let institution = closed else { throw PortalError.notFound }
            return .page(ClosedInstitutionPage(view: request.view, institution: institution).page, in: request.view, status: .gone)
        }
        services.measure.record(.programView(program), language: request.view.language, from: request.visitor)
        let view = request.view.showing(region: request.text("region"), catalogue.labourMarket)
        let related = services.findAlike.programs(like: program, limit: ProgramPage.mostRelated)
        services.measure.record(.impressions(related), language: view.language, from: request.visitor)
        return .page(ProgramPage(view: view, catalogue: catalogue, program: program, related: related).page, in: view)
    }

    /// Counts the click, then sends the reader to the address stored with the program: nothing of the request decides where.
    private func register(_ request: PageRequest) throws -> Response {
        let address = services.referToInstitution(
            Program.ID(request.id), language: request.view.language, visitor: request.visitor)
        guard let address else { throw PortalError.notFound }
        var response = Response.redirect(to: address, status: .seeOther)
        response.headers[HTTPField.Name("X-Robots-Tag")!] = "noindex"
        return response
    }
}
