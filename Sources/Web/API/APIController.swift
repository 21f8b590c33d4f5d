import Domain
import Foundation
import Hummingbird
import Matching
import Portal

/// Open data over HTTP, described by openapi.yaml. Errors are RFC 9457 problems.
struct APIController {
    let site: Site

    private static let titles = 8

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.get("/api/v1/job-titles", jobTitles)
        routes.get("/api/v1/recommendations", recommendations)
        routes.get("/api/v1/programs", programs)
        routes.get("/api/v1/programs/{id}", program)
        routes.get("/api/v1/occupations/{code}", occupation)
        routes.get("/api/v1/lists", lists)
        routes.get("/api/v1/lists/{id}", list)
        routes.get("/api/v1/openapi.yaml") { _, _ in
            .bytes(site.openAPI, type: "application/yaml; charset=utf-8")
        }
    }

    private func jobTitles(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        let words = try words("q", request)
        let suggestions = services.findOccupations.suggestions(words, language: language, limit: Self.titles)
        return json(
            .object([
                (
                    "suggestions",
                    .array(suggestions.map { .object([("title", .string($0.title)), ("code", .string($0.code.rawValue))]) })
                )
            ]))
    }

    private func recommendations(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        let words = try words("job", request)
        let industry = request.formParameters["industry"].map(String.init)
        let answer = services.recommendPrograms(words, language: language, industry: industry)
        return json(
            APIShapes(view: site.view(language), catalogue: services.catalogue.current).recommendations(
                answer, query: words, explained: services.settings.showsScores))
    }

    private func programs(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        let form = SearchForm(
            request.formParameters, language: language, labourMarket: services.catalogue.current.labourMarket)
        if let problem = form.problems.first { throw PortalError.badRequest(sentence: problem.sentence) }
        let results = services.findPrograms(form.query)
        return json(APIShapes(view: site.view(language), catalogue: services.catalogue.current).search(results))
    }

    private func program(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        let catalogue = services.catalogue.current
        guard let id = context.parameters.get("id")?.removingPercentEncoding, let program = catalogue.program(Program.ID(id)) else {
            throw PortalError.notFound
        }
        return json(APIShapes(view: site.view(language), catalogue: catalogue).program(program))
    }

    private func occupation(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        let labourMarket = services.catalogue.current.labourMarket
        guard let code = context.parameters.get("code").flatMap({ OccupationCode($0) }), let occupation = labourMarket.occupation(code)
        else { throw PortalError.notFound }
        let region = request.formParameters["region"].map(String.init)
        let choice = RegionChoice(region, labourMarket, home: services.settings.operated.current.choices.region)
        if let region, region != RegionChoice.parameter(choice.region) { throw PortalError.badRequest(sentence: "api.problem.region") }
        let shape = OccupationShape(view: site.view(language), labourMarket: labourMarket, region: choice.region)
        return json(shape.occupation(occupation))
    }

    private func lists(_ request: Request, _ context: PortalContext) throws -> Response {
        let shapes = ListShapes(view: site.view(try language(request)), catalogue: services.catalogue.current)
        return json(.object([("lists", .array(services.lists.all.map { shapes.brief(services.lists($0)) }))]))
    }

    private func list(_ request: Request, _ context: PortalContext) throws -> Response {
        let language = try language(request)
        guard let name = context.parameters.get("id")?.removingPercentEncoding, let list = services.lists.list(named: name) else {
            throw PortalError.notFound
        }
        let shapes = ListShapes(view: site.view(language), catalogue: services.catalogue.current)
        return json(shapes.whole(services.lists(list)))
    }

    private func language(_ request: Request) throws -> Language {
        guard let text = request.formParameters["lang"] else { return .en }
        guard let language = Language(rawValue: String(text)) else { throw PortalError.badRequest(sentence: "api.problem.language") }
        return language
    }

    private func words(_ name: String, _ request: Request) throws -> String {
        let text = (request.formParameters[name[...]].map(String.init) ?? "").trimmed
        guard !text.isEmpty, text.count <= 200 else { throw PortalError.badRequest(sentence: "api.problem.words") }
        return text
    }

    private func json(_ value: JSONValue) -> Response { .bytes(value.bytes, type: "application/json; charset=utf-8") }
}
