import Domain
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
        for (route, name) in [(PageRoute.labourMarket, "guide"), (.accessibility, "accessibility"), (.privacy, "privacy")] {
            routes.page(route) { request in
                .page(ProsePage(view: request.view, route: route, name: name).page, in: request.view)
            }
        }
        routes.page(.institutions) { request in
            .page(InstitutionsPage(view: request.view, catalogue: services.catalogue.current).page, in: request.view)
        }
        routes.page(.institution, institution)
    }

    private func institution(_ request: PageRequest) throws -> Response {
        let catalogue = services.catalogue.current
        guard let institution = catalogue.institutions[Institution.ID(request.id)] else { throw PortalError.notFound }
        services.measure.record(.institutionView(institution.id), language: request.view.language, from: request.visitor)
        return .page(InstitutionPage(view: request.view, catalogue: catalogue, institution: institution).page, in: request.view)
    }
}
