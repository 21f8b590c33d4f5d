import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// Pages that explain: the data, how to use it, accessibility, privacy, and the door for institutions.
struct InformationController {
    let site: Site

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.aboutData) { request in
            let page = AboutDataPage(view: request.view, labourMarket: services.catalogue.current.labourMarket)
            return .page(page.page, in: request.view)
        }
        for (route, name) in [
            (PageRoute.labourMarket, "guide"), (.accessibility, "accessibility"), (.privacy, "privacy"), (.terms, "terms"),
        ] {
            routes.page(route) { request in
                if let version = services.settings.operated.current.page(name, request.view.language) {
                    return .page(WrittenPage(view: request.view, route: route, version: version).page, in: request.view)
                }
                return .page(ProsePage(view: request.view, route: route, name: name).page, in: request.view)
            }
        }
        routes.page(.portalPage, further)
        routes.page(.institutions) { request in
            .page(InstitutionsPage(view: request.view, catalogue: services.catalogue.current).page, in: request.view)
        }
        routes.page(.institution, institution)
        routes.page(.institutionSite, site)
    }

    /// A page that operators added. Where it is written in the other language only, the way there.
    private func further(_ request: PageRequest) throws -> Response {
        let portal = services.settings.operated.current
        guard portal.furtherPages.contains(request.id) else { throw PortalError.notFound }
        if let version = portal.page(request.id, request.view.language) {
            return .page(WrittenPage(view: request.view, route: .portalPage, id: request.id, version: version).page, in: request.view)
        }
        let other = request.view.language.other
        guard services.settings.languages.contains(other) else { throw PortalError.notFound }
        return .redirect(to: Links(other).path(.portalPage, id: request.id), status: .found)
    }

    private func institution(_ request: PageRequest) throws -> Response {
        let catalogue = services.catalogue.current
        let id = Institution.ID(request.id)
        if catalogue.institutions[id] == nil, let successor = services.settings.operated.current.successors[id] {
            return .redirect(to: request.view.links.institution(successor) + request.query, status: .movedPermanently)
        }
        guard let institution = catalogue.institutions[id] else { throw PortalError.notFound }
        guard institution.closedOn == nil else {
            return .page(ClosedInstitutionPage(view: request.view, institution: institution).page, in: request.view, status: .gone)
        }
        services.measure.record(.institutionView(institution.id), language: request.view.language, from: request.visitor)
        let page = InstitutionPage(view: request.view, catalogue: catalogue, institution: institution)
        services.measure.record(.impressions(page.shown), language: request.view.language, from: request.visitor)
        return .page(page.page, in: request.view)
    }

    /// Counts that somebody goes on to the institution, then sends them to the address stored with it.
    private func site(_ request: PageRequest) throws -> Response {
        let id = Institution.ID(request.id)
        let address = services.referToInstitution.site(of: id, language: request.view.language, visitor: request.visitor)
        guard let address else { throw PortalError.notFound }
        var response = Response.redirect(to: address, status: .seeOther)
        response.headers[HTTPField.Name("X-Robots-Tag")!] = "noindex"
        return response
    }
}
