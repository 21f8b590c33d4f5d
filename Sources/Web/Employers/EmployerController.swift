import Domain
import Hummingbird
import Matching
import Portal

/// The employers' door: what one is short of, in a few words; ready-made lists; the box for a posting.
struct EmployerController {
    let site: Site

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.employers) { request in
            let lists = services.lists.all(for: .employers).map { services.lists($0) }
            let page = EmployersPage(view: request.view, catalogue: services.catalogue.current, lists: lists)
            return .page(page.page, in: request.view)
        }
        routes.page(.employerSearch, search)
    }

    private func search(_ request: PageRequest) -> Response {
        let view = request.view
        let catalogue = services.catalogue.current
        let words = request.text("q")
        let chosen = TagTarget(parameter: request.text("need")).flatMap { $0.isKnown(catalogue.labourMarket) ? $0 : nil }
        guard chosen != nil || words.contains(where: { $0.isLetter || $0.isNumber }) else {
            return .redirect(to: view.links.employers, status: .seeOther)
        }
        let answer = words.isEmpty ? nil : services.recogniseNeed(words, language: view.language)
        let meaning = chosen ?? answer?.meaning
        let query = meaning.map {
            ProgramQuery(language: view.language, filters: [$0.facet: [$0.code]], limit: NeedSearchPage.shown)
        }
        let results = query.map { services.findPrograms($0) }
        record(words, results, request)
        let page = NeedSearchPage(
            view: view, catalogue: catalogue, words: words, chosen: chosen, answer: answer, meaning: meaning, results: results)
        return .page(page.page, in: view)
    }

    /// What was looked for in vain is what institutions want to know.
    private func record(_ words: String, _ results: SearchResults?, _ request: PageRequest) {
        guard let results else { return }
        let language = request.view.language
        let asked = ProgramQuery(text: words, language: language)
        services.measure.record(.search(asked, total: results.total), language: language, from: request.visitor)
        services.measure.record(.impressions(results.hits.map(\.program)), language: language, from: request.visitor)
    }
}
