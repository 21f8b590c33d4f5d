import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The employers' side of the directory: join it, verify, see and change one's entry, end mail from institutions. No account.
struct DirectoryController {
    let site: Site
    let directory: DirectoryServices

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.directory, get: form, post: { try await join($0) })
        routes.form(.directoryConfirmation, get: { try await confirmation($0) }, post: { try await confirm($0) })
        routes.form(.ownEntry, get: { try await own($0) }, post: { try await act($0) })
        routes.openForm(.outreachEnd, get: { try await ending($0) }, post: { try await end($0) })
    }

    // MARK: Joining

    private func form(_ request: PageRequest) -> Response {
        .page(DirectoryFormPage(view: request.view, fields: JoinDirectory.Fields(language: request.view.language)).page, in: request.view)
    }

    private func join(_ request: PageRequest) async throws -> Response {
        let view = request.view
        let fields = JoinDirectory.Fields(request)
        do {
            let email = try await directory.join(fields, from: request.origin)
            return .unkept(pages(request).asked(email), in: view)
        } catch let problems as JoinDirectory.Problems {
            let page = DirectoryFormPage(view: view, fields: fields, problems: problems.list)
            let isTooMuch = problems.list.contains { $0 == .tooFast || $0 == .tooMany }
            return .unkept(page.page, in: view, status: isTooMuch ? .tooManyRequests : .badRequest)
        }
    }

    private func confirmation(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let own = try await directory.own.look(token), own.entry.confirmedAt == nil else {
            return gone(request)
        }
        return .unkept(pages(request).confirmation(own.entry), in: request.view)
    }

    private func confirm(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let own = try await directory.own.confirm(token) else { return gone(request) }
        return .redirect(to: request.view.links.path(.ownEntry, id: own.text) + "?notice=listed", status: .seeOther)
    }

    // MARK: One's own entry

    private func own(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let own = try await directory.own.look(token), own.entry.confirmedAt != nil else {
            return gone(request)
        }
        let key = "directory.notice.\(request.text("notice"))"
        let page = OwnEntryPage(
            view: request.view, token: request.id, own: own, notice: request.view.t.has(key) ? request.view.t(key) : nil)
        return .unkept(page.page, in: request.view)
    }

    private func act(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id) else { return gone(request) }
        let view = request.view
        let isThere: Bool
        let act = request.field("act")
        switch act {
        case "change": return try await change(request, token)
        case "pause": isThere = try await directory.own.pause(token, true)
        case "resume": isThere = try await directory.own.pause(token, false)
        case "keep": isThere = try await directory.own.keep(token)
        case "allow": isThere = try await directory.own.allow(token, Institution.ID(request.field("institution")))
        case "export":
            guard let bytes = try await directory.data.export(byEntry: token, in: request.view.language) else { return gone(request) }
            return .download(bytes, named: "tremplin-data", .json)
        case "withdraw":
            guard try await directory.own.withdraw(token) else { return gone(request) }
            return .unkept(pages(request).said("withdrawn"), in: view)
        case "erase":
            guard try await directory.data.erase(byEntry: token) else { return gone(request) }
            return .unkept(EmployerDataPages(view: view).erased(), in: view)
        default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
        }
        guard isThere else { return gone(request) }
        return .redirect(to: view.links.path(.ownEntry, id: token.text) + "?notice=\(act)", status: .seeOther)
    }

    private func change(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let fields = JoinDirectory.Fields(request)
        do {
            guard try await directory.own.change(token, to: fields) else { return gone(request) }
            return .redirect(to: request.view.links.path(.ownEntry, id: token.text) + "?notice=change", status: .seeOther)
        } catch let problems as JoinDirectory.Problems {
            guard let own = try await directory.own.look(token) else { return gone(request) }
            let page = OwnEntryPage(view: request.view, token: request.id, own: own, typed: fields, problems: problems.list)
            return .unkept(page.page, in: request.view, status: .badRequest)
        }
    }

    // MARK: No more mail

    /// Whatever examines mail follows links: looking ends nothing.
    private func ending(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let view = try await directory.end.look(token) else {
            return .unkept(pages(request).said("notListed", .outreachEnd), in: request.view, status: .gone)
        }
        return .unkept(OutreachEndPage(view: request.view, token: request.id, ending: view).page, in: request.view)
    }

    private func end(_ request: PageRequest) async throws -> Response {
        let choice = EndOutreach.Choice(rawValue: request.field("choice"))
        guard let token = SecretToken(request.id),
            let view = try await directory.end(token, choice ?? .institution, by: choice == nil ? .oneClick : .link)
        else { return .unkept(pages(request).said("notListed", .outreachEnd), in: request.view, status: .gone) }
        return .unkept(OutreachEndPage(view: request.view, token: request.id, ending: view).ended(choice ?? .institution), in: request.view)
    }

    private func gone(_ request: PageRequest) -> Response { .unkept(pages(request).said("gone"), in: request.view, status: .gone) }

    private func pages(_ request: PageRequest) -> DirectoryNoticePages { DirectoryNoticePages(view: request.view, token: request.id) }
}

extension JoinDirectory.Fields {
    /// What the form sends, as it was typed.
    init(_ request: PageRequest) {
        self.init(language: Language(rawValue: request.field("language")) ?? request.view.language)
        organisation = request.line("organisation")
        contact = request.line("contact")
        email = request.line("email")
        interests = request.fieldValues("interests").compactMap { DirectoryEntry.Interest(rawValue: $0) }
        industries = request.fieldValues("industries").map { Industry.Code($0) }
        regions = request.fieldValues("regions").map { Region.ID($0) }
        note = request.passage("note", most: JoinDirectory.longestNote + 1)
        consent = request.field("consent")
    }
}
