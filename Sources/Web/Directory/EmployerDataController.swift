import Domain
import HTML
import HTTPTypes
import Hummingbird
import Portal

/// Everything the portal holds under an address: asked for by mail, taken along as one file, erased.
struct EmployerDataController {
    let site: Site
    let directory: DirectoryServices

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.employerData, get: { .page(EmployerDataPages(view: $0.view).form(), in: $0.view) }, post: { try await ask($0) })
        routes.form(.ownEmployerData, get: { try await look($0) }, post: { try await act($0) })
    }

    private func ask(_ request: PageRequest) async throws -> Response {
        let view = request.view
        let pages = EmployerDataPages(view: view)
        let typed = request.line("email")
        do {
            let email = try await directory.data.ask(typed, language: view.language, from: request.origin)
            return .unkept(pages.asked(email), in: view)
        } catch let problem as EmployerData.Problem {
            let problems = FormProblems("email", view.t("mydata.problem.\(problem.rawValue)"))
            let status: HTTPResponse.Status = problem == .tooMany ? .tooManyRequests : .badRequest
            return .unkept(pages.form(typed, problems), in: view, status: status)
        }
    }

    private func look(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let found = try await directory.data.look(token) else { return gone(request) }
        return .unkept(EmployerDataPages(view: request.view).own(request.id, found.email, found.summary), in: request.view)
    }

    private func act(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id) else { return gone(request) }
        switch request.field("act") {
        case "export":
            guard let bytes = try await directory.data.export(token, in: request.view.language) else { return gone(request) }
            return .download(bytes, named: "tremplin-data", .json)
        case "erase":
            guard try await directory.data.erase(token) else { return gone(request) }
            return .unkept(EmployerDataPages(view: request.view).erased(), in: request.view)
        default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
        }
    }

    private func gone(_ request: PageRequest) -> Response {
        .unkept(EmployerDataPages(view: request.view).gone(), in: request.view, status: .gone)
    }
}
