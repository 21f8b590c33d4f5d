import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The planner: one address that asks and answers, and the same as JSON.
struct PlanController {
    let site: Site

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.page(.plan, page)
        routes.get("/api/v1/plan", data)
    }

    private func page(_ request: PageRequest) -> Response {
        let view = request.view
        let catalogue = services.catalogue.current
        let form = PlanForm(request.parameters, in: view.language, labourMarket: catalogue.labourMarket, today: catalogue.today)
        let reading = PlanReading(form, services: services, language: view.language)
        var answer: PlanAnswer?
        if form.problems.isEmpty, reading.isSure, let asked = reading.request {
            let found = services.planTraining(asked, visitor: request.visitor)
            // One that stands in several plans of a page is shown once.
            let shown = Set(found.plans.flatMap { $0.steps.map(\.program) })
            services.measure.record(.impressions(Array(shown)), language: view.language, from: request.visitor)
            answer = found
        }
        let page = PlanPage(view: view, catalogue: catalogue, reading: reading, answer: answer)
        return .page(page.page, in: view, status: page.problems.isEmpty ? .ok : .badRequest)
    }

    /// The likeliest reading of both jobs, each said with its confidence.
    private func data(_ request: Request, _ context: PortalContext) throws -> Response {
        let parameters = request.formParameters
        let language = parameters["lang"].map { Language(rawValue: String($0)) } ?? .en
        guard let language else { throw PortalError.badRequest(sentence: "api.problem.language") }
        let catalogue = services.catalogue.current
        let form = PlanForm(parameters, in: language, labourMarket: catalogue.labourMarket, today: catalogue.today)
        if let problem = form.problems.first { throw PortalError.badRequest(sentence: problem.sentence) }
        let reading = PlanReading(form, services: services, language: language)
        guard let asked = reading.request else { throw PortalError.badRequest(sentence: "plan.problem.bothJobs") }
        let shapes = PlanShapes(view: site.view(language), catalogue: catalogue)
        return .bytes(
            shapes.answer(services.planTraining(asked), reading: reading).bytes, type: "application/json; charset=utf-8")
    }
}
