package import Domain
import Hummingbird
import Matching
package import Portal

/// How fresh an institution's programs are, in its console and by the link of a mail.
struct FreshnessController {
    let site: Site
    let publishing: PublishingServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(
            .consoleFreshness, .institution(.viewInstitution), writing: .institution(.editPrograms), get: freshness, post: confirm)
        guard let byLink = publishing.confirmByLink else { return }
        routes.form(.programConfirmation) {
            try await look($0, byLink)
        } post: {
            try await confirm($0, byLink)
        }
    }

    private func freshness(_ request: ConsoleRequest) async throws -> Response {
        let programs = try await publishing.list.overviews(of: try request.here)
        let links = try await publishing.links(of: try request.here)
        return .page(FreshnessPage(request: request, programs: programs, links: links).page, in: request.view)
    }

    private func confirm(_ request: ConsoleRequest) async throws -> Response {
        let ids = request.page.programs
        do { try await publishing.confirm(ids, at: try request.here, by: request.person) } catch let error as PublishingError {
            throw PortalError(error)
        }
        let address = request.links.path(.consoleFreshness, id: try request.here.rawValue)
        return .redirect(to: address + QueryString([("notice", ids.isEmpty ? nil : "confirmed")]).text, status: .seeOther)
    }

    private func look(_ request: PageRequest, _ byLink: ConfirmByLink) async throws -> Response {
        do {
            let asked = try await byLink.look(request.id)
            return .unkept(page(request, asked.institution).asked(asked), in: request.view)
        } catch is ConfirmByLink.Failure {
            return .unkept(page(request, nil).gone(), in: request.view, status: .gone)
        }
    }

    private func confirm(_ request: PageRequest, _ byLink: ConfirmByLink) async throws -> Response {
        do {
            let asked = try await byLink.look(request.id)
            let count = try await byLink(request.id, request.programs)
            return .unkept(page(request, asked.institution).done(count), in: request.view)
        } catch is ConfirmByLink.Failure {
            return .unkept(page(request, nil).gone(), in: request.view, status: .gone)
        }
    }

    private func page(_ request: PageRequest, _ institution: Institution.ID?) -> ConfirmationPage {
        ConfirmationPage(
            view: request.view, token: request.id, institution: institution.flatMap { site.services.catalogue.current.institutions[$0] })
    }
}

extension PageRequest {
    /// The programs that were ticked; as many as a page shows.
    fileprivate var programs: [Program.ID] {
        fields.getAll("program").prefix(FreshnessPage.shown).map { Program.ID(String($0.prefix(200))) }
    }
}

/// Whole addresses of the pages that reminders lead to.
package struct ConfirmationLinks: ReminderAddresses {
    private let baseURL: String

    package init(settings: PortalSettings) { baseURL = settings.baseURL }

    package func confirmation(_ token: String, in language: Language) -> String {
        baseURL + Links(language).path(.programConfirmation, id: token)
    }
}
