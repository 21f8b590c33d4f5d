import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// An institution's programs, for a frame on its own site: no script, no cookie, and no site but those it named.
struct EmbedController {
    let site: Site
    let exchange: ExchangeServices

    private static let page = 20

    func addRoutes(to routes: PortalRoutes) { routes.page(.embed, show) }

    private func show(_ request: PageRequest) async throws -> Response {
        let catalogue = site.services.catalogue.current
        let id = Institution.ID(request.id)
        if catalogue.institutions[id] == nil, let successor = site.services.settings.operated.current.successors[id] {
            let address = request.view.links.path(.embed, id: successor.rawValue) + request.query
            return .redirect(to: address, status: .movedPermanently)
        }
        guard let institution = catalogue.institutions[id], institution.closedOn == nil else { throw PortalError.notFound }
        let hosts = try await exchange.embeds.hosts(of: institution.id)
        let words = request.text("q")
        let number = max(1, min(500, Int(request.text("page")) ?? 1))
        let query = ProgramQuery(
            text: words, language: request.view.language, filters: [.institution: [institution.id.rawValue]],
            offset: (number - 1) * Self.page, limit: Self.page)
        let results = site.services.findPrograms(query)
        let showsOnlySearch = request.text("show") == "search" && words.isEmpty
        if !showsOnlySearch {
            site.services.measure.record(
                .impressions(results.hits.map(\.program)), language: request.view.language, from: request.visitor)
        }
        let bytes = EmbedPage(
            view: request.view, catalogue: catalogue, institution: institution, results: results, words: words, number: number,
            pages: (results.total + Self.page - 1) / Self.page, showsOnlySearch: showsOnlySearch
        ).render()
        var response = Response.html(bytes, status: .ok, language: request.view.language)
        response.headers[.contentSecurityPolicy] = Self.policy(hosts)
        // The page of the college that shows it need not be told to anybody, nor be read by the frame.
        response.headers[HTTPField.Name("Referrer-Policy")!] = "no-referrer"
        response.headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] = "cross-origin"
        return response
    }

    /// Only styles and the mark load, nothing runs, forms go to the portal, and only the sites that the institution named may show it.
    static func policy(_ hosts: [EmbedHost]) -> String {
        let ancestors = hosts.isEmpty ? "'none'" : hosts.map(\.source).joined(separator: " ")
        return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors \(ancestors)"
    }
}
