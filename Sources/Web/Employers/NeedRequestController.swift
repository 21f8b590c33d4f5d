import Domain
import Hummingbird
import Matching
import Portal

/// "I did not find it": an employer says what, verifies an address, sees what institutions pledge, agrees to be named, withdraws.
struct NeedRequestController {
    let site: Site
    let needs: NeedServices

    private var services: PortalServices { site.services }

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.needRequest, get: form, post: ask)
        routes.form(.needRequestConfirmation, get: { try await confirmation($0) }, post: { try await confirm($0) })
        routes.form(.ownNeedRequest, get: { try await own($0) }, post: { try await withdraw($0) })
        routes.form(.introduction, get: { try await introduction($0) }, post: { try await introduce($0) })
    }

    private func form(_ request: PageRequest) -> Response {
        var fields = AskForNeed.Fields()
        fields.targets = request.parameters.getAll("need").prefix(8).compactMap { TagTarget(parameter: $0) }.filter(isAsked)
        fields.occupation = occupation(request.text("occupation"))
        let page = NeedRequestPage(view: request.view, catalogue: services.catalogue.current, fields: fields)
        return .page(page.page, in: request.view)
    }

    private func ask(_ request: PageRequest) async throws -> Response {
        let view = request.view
        var fields = AskForNeed.Fields()
        fields.wanted = String((request.fields["wanted"].map(String.init) ?? "").prefix(AskForNeed.longest + 1)).trimmed
        fields.people = request.field("people")
        fields.email = request.field("email")
        fields.organisation = request.field("organisation")
        fields.targets = request.fieldValues("need").prefix(8).compactMap { TagTarget(parameter: $0) }.filter(isAsked)
        let region = Region.ID(request.field("region"))
        fields.region = services.catalogue.current.labourMarket.region(region)?.id
        let job = request.field("job")
        fields.occupation = occupation(request.field("occupation"))
        var page = NeedRequestPage(
            view: view, catalogue: services.catalogue.current, fields: fields, job: job, skills: request.field("skills"))
        // The words for a job: read when they are sure, asked about otherwise.
        if !job.isEmpty {
            let found = services.findOccupations(job, language: view.language)
            if fields.occupation == nil {
                if found.isConfident {
                    fields.occupation = found.first?.occupation
                } else {
                    page.jobs = found.matches.compactMap(\.occupation)
                }
            }
        }
        let read = services.readSkills(request.field("skills"))
        fields.targets += read.known.filter { !fields.targets.contains($0) }
        fields.targets = Array(fields.targets.prefix(12))
        page.fields = fields
        page.skills = read.unknown.joined(separator: ", ")
        page.unknown = read.unknown
        if !page.jobs.isEmpty || !read.unknown.isEmpty { return .unkept(page.page, in: view) }
        switch try await needs.ask(fields, language: view.language, from: request.address, visitor: request.visitor) {
        case .success(let outcome): return .unkept(NeedAskedPage(view: view, outcome: outcome).page, in: view)
        case .failure(let problems):
            page.problems = problems.list
            return .unkept(page.page, in: view, status: problems.list.contains(.tooFast) ? .tooManyRequests : .badRequest)
        }
    }

    private func confirmation(_ request: PageRequest) async throws -> Response {
        try await withOwn(request) { token, own in
            guard own.request.confirmedAt == nil else {
                return .redirect(to: request.view.links.path(.ownNeedRequest, id: token.text), status: .seeOther)
            }
            return .unkept(page(request).confirmation(token, own.request), in: request.view)
        }
    }

    private func confirm(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), try await needs.own.confirm(token) else { return gone(request) }
        return .redirect(to: request.view.links.path(.ownNeedRequest, id: token.text), status: .seeOther)
    }

    private func own(_ request: PageRequest) async throws -> Response {
        try await withOwn(request) { token, own in
            guard own.request.confirmedAt != nil else {
                return .redirect(to: request.view.links.path(.needRequestConfirmation, id: token.text), status: .seeOther)
            }
            return .unkept(page(request).own(token, own), in: request.view)
        }
    }

    private func withdraw(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), try await needs.own.withdraw(token) else { return gone(request) }
        return .unkept(page(request).withdrawn(), in: request.view)
    }

    private func introduction(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let view = try await needs.introduce.look(token) else { return gone(request) }
        return .unkept(page(request).introduction(token, view), in: request.view)
    }

    private func introduce(_ request: PageRequest) async throws -> Response {
        guard let token = SecretToken(request.id), let view = try await needs.introduce(token) else { return gone(request) }
        return .unkept(page(request).introduced(view), in: request.view)
    }

    private func withOwn(_ request: PageRequest, _ body: (SecretToken, OwnNeed.View) throws -> Response) async throws -> Response {
        guard let token = SecretToken(request.id), let own = try await needs.own.look(token) else { return gone(request) }
        return try body(token, own)
    }

    private func gone(_ request: PageRequest) -> Response { .unkept(page(request).gone(), in: request.view, status: .gone) }

    private func page(_ request: PageRequest) -> OwnNeedPages {
        OwnNeedPages(view: request.view, catalogue: services.catalogue.current)
    }

    private func isAsked(_ target: TagTarget) -> Bool {
        (target.kind == .skill || target.kind == .technology) && target.isKnown(services.catalogue.current.labourMarket)
    }

    private func occupation(_ code: String) -> OccupationCode? {
        OccupationCode(code).flatMap { services.catalogue.current.labourMarket.occupation($0)?.code }
    }
}
