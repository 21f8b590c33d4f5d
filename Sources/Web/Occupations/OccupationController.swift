import Domain
import Hummingbird
import Matching
import Portal

/// Occupations: found by words, and one by one.
struct OccupationController {
    let site: Site

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.occupations, find)
        routes.page(.occupation, occupation)
        routes.page(.careerMove, careerMove)
    }

    private func find(_ request: PageRequest) -> Response {
        let words = request.text("q")
        let matches = words.isEmpty ? nil : services.findOccupations(words, language: request.view.language, limit: 10)
        let page = OccupationsPage(
            view: request.view, catalogue: services.catalogue.current, words: words, matches: matches, query: request.query)
        return .page(page.page, in: request.view)
    }

    private func occupation(_ request: PageRequest) throws -> Response {
        let catalogue = services.catalogue.current
        guard let code = OccupationCode(request.id), let occupation = catalogue.labourMarket.occupation(code) else {
            throw PortalError.notFound
        }
        services.measure.record(.occupationView(code), language: request.view.language, from: request.visitor)
        let view = request.view.showing(region: request.text("region"), catalogue.labourMarket)
        let programs = catalogue.programs(preparingFor: code, limit: OccupationPage.mostPrograms)
        services.measure.record(.impressions(programs), language: view.language, from: request.visitor)
        let page = OccupationPage(
            view: view, catalogue: catalogue, occupation: occupation, moves: CareerMoveFilter(request), programs: programs)
        return .page(page.page, in: view)
    }

    private func careerMove(_ request: PageRequest) throws -> Response {
        let catalogue = services.catalogue.current
        guard let from = OccupationCode(request.id), let to = OccupationCode(request.component("to")), from != to,
            catalogue.labourMarket.occupation(from) != nil, catalogue.labourMarket.occupation(to) != nil
        else { throw PortalError.notFound }
        let view = request.view.showing(region: request.text("region"), catalogue.labourMarket)
        let page = CareerMovePage(view: view, catalogue: catalogue, move: catalogue.careerMove(from: from, to: to))
        services.measure.record(.impressions(page.shown), language: view.language, from: request.visitor)
        return .page(page.page, in: view)
    }
}
