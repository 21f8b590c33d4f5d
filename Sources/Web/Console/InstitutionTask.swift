import Domain
import Matching
import Portal

/// Something at an institution that waits for a person: how much of it, and where it is done.
struct InstitutionTask: Sendable {
    /// Under `console.task`, with the number in it.
    let key: String
    let count: Int
    let address: String
}

/// What waits at an institution, the most pressing first; only what the reader may do something about.
struct InstitutionTasks {
    let services: PortalServices

    func open(for request: ConsoleRequest) async throws -> [InstitutionTask] {
        guard let institution = request.institution?.id else { return [] }
        let tasks = try await inquiries(institution, request) + imports(institution, request) + programs(institution, request)
        return tasks.filter { $0.count > 0 }
    }

    private func inquiries(_ institution: Institution.ID, _ request: ConsoleRequest) async throws -> [InstitutionTask] {
        guard let inquiries = services.inquiries, request.may(.answerInquiries) else { return [] }
        let waiting = try await inquiries.answer.inbox(of: institution, .waiting, for: request.person).count
        let address = request.links.path(.consoleInquiries, id: institution.rawValue) + QueryString([("show", "waiting")]).text
        return [InstitutionTask(key: "inquiries", count: waiting, address: address)]
    }

    private func imports(_ institution: Institution.ID, _ request: ConsoleRequest) async throws -> [InstitutionTask] {
        guard let exchange = services.exchange, request.may(.importPrograms) else { return [] }
        let waiting = try await exchange.imports.jobs(of: institution).count { $0.state == .ready }
        return [InstitutionTask(key: "imports", count: waiting, address: request.links.path(.consoleImports, id: institution.rawValue))]
    }

    private func programs(_ institution: Institution.ID, _ request: ConsoleRequest) async throws -> [InstitutionTask] {
        guard let publishing = services.publishing, request.may(.editPrograms) else { return [] }
        var query = ProgramListQuery()
        query.state = .published
        let published = try await publishing.list(query, of: institution, in: request.view.language)
        let dead = try await publishing.links(of: institution).count { $0.check.isDead }
        let toReview = try await publishing.review.queue(of: institution).waiting.count
        let (list, freshness) = (
            request.links.path(.consolePrograms, id: institution.rawValue), request.links.path(.consoleFreshness, id: institution.rawValue)
        )
        func needing(_ need: ProgramListQuery.Need, _ key: String) -> InstitutionTask {
            let asked = QueryString([("state", "published"), ("need", need.rawValue)]).text
            return InstitutionTask(key: key, count: published.needs[need] ?? 0, address: list + asked)
        }
        return [
            InstitutionTask(key: "links", count: dead, address: freshness),
            InstitutionTask(key: "stale", count: published.needs[.stale] ?? 0, address: freshness),
            needing(.noDates, "noDates"),
            InstitutionTask(key: "review", count: toReview, address: request.links.path(.consoleReview, id: institution.rawValue)),
            needing(.untagged, "untagged"), needing(.draft, "drafts"),
            InstitutionTask(
                key: "unpublished", count: published.states[.draft] ?? 0, address: list + QueryString([("state", "draft")]).text),
            needing(.oneLanguage, "oneLanguage"),
        ]
    }
}
