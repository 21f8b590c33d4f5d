import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The directory in an institution's console, and messages to those who stand in it.
struct OutreachController {
    let site: Site
    let directory: DirectoryServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleDirectory, .institution(.viewInstitution), get: { try await list($0) })
        routes.console(
            .consoleOutreach, .institution(.reachEmployers), body: .longFields(bytes: 131_072), get: { try await write($0) },
            post: { try await act($0) })
    }

    private func list(_ request: ConsoleRequest) async throws -> Response {
        let institution = try place(request)
        let labourMarket = site.services.catalogue.current.labourMarket
        var query = BrowseDirectory.Query()
        query.words = request.page.text("q")
        query.interest = DirectoryEntry.Interest(rawValue: request.page.text("interest"))
        query.industry = labourMarket.industry(Industry.Code(request.page.text("industry")))?.code
        query.region = labourMarket.region(Region.ID(request.page.text("region")))?.id
        query.page = InstitutionFinder.number(request.page)
        let found = try await directory.browse(query, for: institution)
        let sent = try await directory.browse.sent(by: institution)
        return .page(
            DirectoryPage(request: request, institution: institution, query: query, found: found, sent: sent).page, in: request.view)
    }

    /// Whom it goes to stands in the address: ids that say nothing of anybody.
    private func write(_ request: ConsoleRequest) async throws -> Response {
        let institution = try place(request)
        var fields = SendOutreach.Fields()
        fields.entries = request.page.parameters.getAll("entry").prefix(SendOutreach.mostAtOnce + 1).map { DirectoryEntry.ID($0) }
        fields.postal = try await directory.outreach.standing(of: institution).postal
        let problems: [SendOutreach.Problem] =
            fields.entries.isEmpty ? [.noEntries] : fields.entries.count > SendOutreach.mostAtOnce ? [.tooManyEntries] : []
        return try await form(request, institution, fields, problems, status: .ok)
    }

    private func act(_ request: ConsoleRequest) async throws -> Response {
        let institution = try place(request)
        var fields = SendOutreach.Fields()
        fields.entries = request.page.fieldValues("entry").map { DirectoryEntry.ID($0) }
        fields.subject = request.page.line("subject")
        fields.text = request.page.passage("text", most: SendOutreach.longestText + 1)
        fields.postal = request.page.passage("postal", most: SendOutreach.longestPostal + 1)
        do {
            switch request.page.field("act") {
            case "send":
                let outcome = try await directory.outreach(fields, at: institution, by: request.person)
                return .page(OutreachSentPage(request: request, institution: institution, outcome: outcome).page, in: request.view)
            case "change": return try await form(request, institution, fields, [], status: .ok)
            default:
                let (mails, recipients) = try await directory.outreach.preview(fields, at: institution, by: request.person)
                let page = OutreachPreviewPage(
                    request: request, institution: institution, fields: fields, mails: mails, recipients: recipients)
                return .page(page.page, in: request.view)
            }
        } catch let problems as SendOutreach.Problems {
            guard !problems.list.contains(.notAllowed) else { throw PortalError.forbidden }
            return try await form(
                request, institution, fields, problems.list,
                status: problems.list.contains(.tooManyToday) ? .tooManyRequests : .badRequest)
        }
    }

    private func form(
        _ request: ConsoleRequest, _ institution: Institution.ID, _ fields: SendOutreach.Fields, _ problems: [SendOutreach.Problem],
        status: HTTPResponse.Status
    ) async throws -> Response {
        let recipients = try await directory.outreach.recipients(fields.entries, at: institution)
        let left = try await directory.outreach.standing(of: institution).left
        let page = OutreachFormPage(
            request: request, institution: institution, fields: fields, recipients: recipients, left: left, problems: problems)
        return .page(page.page, in: request.view, status: status)
    }

    private func place(_ request: ConsoleRequest) throws -> Institution.ID {
        guard let institution = request.institution else { throw PortalError.notFound }
        return institution.id
    }
}
