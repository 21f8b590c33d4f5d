import Domain
import Hummingbird
import Matching
import Portal

/// An institution's programs, for its staff.
struct ProgramController {
    let site: Site
    let publishing: PublishingServices

    func addRoutes(to routes: PortalRoutes) {
        let (view, edit, publish) = (
            ConsoleNeed.institution(.viewInstitution), ConsoleNeed.institution(.editPrograms), ConsoleNeed.institution(.publishPrograms)
        )
        routes.console(.consolePrograms, view, get: list)
        routes.console(.consoleNewProgram, edit, body: .longFields(bytes: Request.largestText), get: new, post: create)
        routes.console(.consoleProgram, view, get: program)
        routes.console(.consoleProgramText, edit, body: .longFields(bytes: Request.largestText), get: text, post: save)
        routes.console(.consoleProgramTags, view, writing: .institution(.reviewTags), get: tags, post: tag)
        routes.console(.consoleProgramPreview, view, get: preview)
        routes.console(.consoleProgramPublication, publish, get: publication, post: self.publish)
        routes.console(.consoleProgramHistory, view, get: history)
        routes.console(.consoleProgramVersion, view, writing: edit, get: version, post: revert)
        // Acts without a page of their own: whoever comes to their address is led to the program.
        routes.console(.consoleProgramWithdrawal, view, writing: publish, get: back) { request in
            try await act(request, "withdrawn") { try await publishing.publish.withdraw($0, at: $1, by: request.person) }
        }
        routes.console(.consoleProgramArchive, view, writing: publish, get: back) { request in
            try await act(request, "archived") { try await publishing.publish.archive($0, at: $1, by: request.person) }
        }
        routes.console(.consoleProgramReturn, view, writing: publish, get: back) { request in
            try await act(request, "unarchived") { try await publishing.publish.unarchive($0, at: $1, by: request.person) }
        }
        routes.console(.consoleProgramConfirmation, view, writing: edit, get: back) { request in
            try await act(request, "confirmed") { try await publishing.confirm([$0], at: $1, by: request.person) }
        }
        routes.console(.consoleProgramDraftEnd, view, writing: edit, get: back) { request in
            let seen = Int(request.page.field("seen")) ?? -1
            return try await act(request, "discarded") { try await publishing.edit.discard($0, at: $1, seen: seen, by: request.person) }
        }
        routes.console(.consoleProgramCopy, view, writing: edit, get: back, post: copy)
    }

    private func list(_ request: ConsoleRequest) async throws -> Response {
        let query = ProgramListQuery(request.page)
        let list = try await publishing.list(query, of: try request.here, in: request.view.language)
        return .page(ProgramListPages(request: request, query: query, list: list).page, in: request.view)
    }

    private func program(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        let history = try await publishing.read.history(sheet.standing.id, at: try request.here, limit: 1)
        let page = ProgramConsolePage(request: request, sheet: sheet, latest: history.versions.first, names: history.names)
        return .page(page.page, in: request.view)
    }

    // MARK: The text

    private func new(_ request: ConsoleRequest) async throws -> Response {
        var fields = ProgramFields()
        fields[.priorEducation] = PriorEducation.none.rawValue
        fields[.credential] = Credential.microCredential.rawValue
        let form = ProgramForm(fields, version: nil, language: request.view.language)
        return .page(ProgramFormPage(request: request, form: form).page, in: request.view)
    }

    private func create(_ request: ConsoleRequest) async throws -> Response {
        let form = ProgramForm(request.page)
        if let (arranged, row) = form.arranged(language: request.view.language) {
            return .page(ProgramFormPage(request: request, form: arranged, row: row).page, in: request.view)
        }
        let blank = Program(
            id: Program.ID(UUIDv7.make(at: publishing.clock.now)), institution: try request.here, reference: "", state: .draft,
            title: LocalizedText(), url: "")
        let (program, problems) = form.fields.reading(onto: blank, information: site.services.catalogue.current.labourMarket)
        guard problems.isEmpty else { return refuse(request, form, problems, sheet: nil) }
        do {
            let saved = try await publishing.edit.create(program, by: request.person)
            return go(form.act == .preview ? .consoleProgramPreview : .consoleProgram, saved.id, request, notice: "programSaved")
        } catch PublishingError.referenceTaken {
            return refuse(request, form, [FieldProblem("reference", .referenceTaken)], sheet: nil)
        } catch let error as PublishingError {
            throw PortalError(error)
        }
    }

    private func text(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        guard sheet.standing.state != .archived else { return try await back(request) }
        let form = ProgramForm(ProgramFields(sheet.edited), version: sheet.version, language: request.view.language)
        return .page(ProgramFormPage(request: request, form: form, sheet: sheet).page, in: request.view)
    }

    private func save(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        let form = ProgramForm(request.page)
        if let (arranged, row) = form.arranged(language: request.view.language) {
            return .page(ProgramFormPage(request: request, form: arranged, sheet: sheet, row: row).page, in: request.view)
        }
        guard let base = form.base, sheet.standing.state != .archived else {
            throw PortalError.badRequest(sentence: "error.badRequest.generic")
        }
        let (program, problems) = form.fields.reading(onto: sheet.edited, information: site.services.catalogue.current.labourMarket)
        guard problems.isEmpty else { return refuse(request, form, problems, sheet: sheet) }
        do {
            let saved = try await publishing.edit.save(
                program, from: base, seen: form.seen ?? base, choices: form.choices, by: request.person)
            let notice = saved.merged.isEmpty ? sheet.standing.state == .published ? "draftSaved" : "programSaved" : "merged"
            return go(form.act == .preview ? .consoleProgramPreview : .consoleProgram, saved.id, request, notice: notice)
        } catch PublishingError.referenceTaken {
            return refuse(request, form, [FieldProblem("reference", .referenceTaken)], sheet: sheet)
        } catch PublishingError.conflict(let conflict) {
            let passed = form.pairs + [("base", String(base)), ("do", form.act == .preview ? "preview" : "save")]
            return try await self.conflict(
                request, conflict, passed: passed, route: .consoleProgramText, submit: "programs.conflict.save")
        } catch let error as PublishingError {
            throw PortalError(error)
        }
    }

    private func refuse(_ request: ConsoleRequest, _ form: ProgramForm, _ problems: [FieldProblem], sheet: ProgramSheet?) -> Response {
        .page(ProgramFormPage(request: request, form: form, sheet: sheet, problems: problems).page, in: request.view, status: .badRequest)
    }

    private func copy(_ request: ConsoleRequest) async throws -> Response {
        let mark = LocalizedText(en: site.texts(.en)("programs.copyMark"), fr: site.texts(.fr)("programs.copyMark"))
        do {
            let saved = try await publishing.edit.duplicate(request.program, at: try request.here, mark: mark, by: request.person)
            return go(.consoleProgramText, saved.id, request)
        } catch let error as PublishingError { throw PortalError(error) }
    }

    // MARK: The catalogue

    private func preview(_ request: ConsoleRequest) async throws -> Response {
        let page = ProgramPreviewPage(request: request, sheet: try await sheet(request), catalogue: site.services.catalogue.current)
        return .page(page.page, in: request.view)
    }

    private func publication(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        guard sheet.standing.state == .draft || sheet.draft != nil else { return try await back(request) }
        return .page(ProgramPublicationPage(request: request, sheet: sheet).page, in: request.view)
    }

    private func publish(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        let form = ProgramForm(request.page)
        do {
            try await publishing.publish(
                request.program, at: try request.here, seen: form.seen ?? -1, choices: form.choices, by: request.person)
            return go(.consoleProgram, request.program, request, notice: "published")
        } catch PublishingError.incomplete(let problems) {
            return .page(
                ProgramPublicationPage(request: request, sheet: sheet, problems: problems).page, in: request.view, status: .badRequest)
        } catch PublishingError.conflict(let conflict) {
            return try await self.conflict(
                request, conflict, passed: [], route: .consoleProgramPublication, theirs: "programs.conflict.standing",
                submit: "programs.publish.submit")
        } catch let error as PublishingError {
            throw PortalError(error)
        }
    }

    private func conflict(
        _ request: ConsoleRequest, _ conflict: ProgramConflict, passed: [(name: String, value: String)], route: PageRoute,
        theirs: String = "programs.conflict.theirs", submit: String
    ) async throws -> Response {
        let names = try await publishing.read.names(of: conflict.latest.map { [$0] } ?? [])
        let page = ProgramConflictPage(
            request: request, conflict: conflict, names: names, passed: passed, route: route, theirs: theirs, submit: submit)
        return .page(page.page, in: request.view, status: .conflict)
    }

    /// An act that is one call.
    private func act(
        _ request: ConsoleRequest, _ notice: String, _ body: (Program.ID, Institution.ID) async throws -> Void
    ) async throws -> Response {
        do { try await body(request.program, try request.here) } catch PublishingError.conflict(let conflict) {
            return try await self.conflict(request, conflict, passed: [], route: .consoleProgram, submit: "programs.conflict.save")
        } catch let error as PublishingError {
            throw PortalError(error)
        }
        return go(.consoleProgram, request.program, request, notice: notice)
    }

    // MARK: History and tags

    private func history(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        let before = Int(request.page.text("before")) ?? .max
        let history = try await publishing.read.history(
            request.program, at: try request.here, before: before, limit: ProgramHistoryPages.pageLength)
        return .page(ProgramHistoryPages(request: request, sheet: sheet, names: history.names).list(history.versions), in: request.view)
    }

    private func version(_ request: ConsoleRequest) async throws -> Response {
        let sheet = try await sheet(request)
        do {
            let found = try await publishing.read.version(request.version, of: request.program, at: try request.here)
            let pages = ProgramHistoryPages(request: request, sheet: sheet, names: found.names)
            return .page(pages.version(found.version, before: found.before), in: request.view)
        } catch let error as PublishingError { throw PortalError(error) }
    }

    private func revert(_ request: ConsoleRequest) async throws -> Response {
        do {
            let seen = Int(request.page.field("seen")) ?? -1
            let saved = try await publishing.edit.revert(
                request.program, at: try request.here, to: request.version, seen: seen, by: request.person)
            return go(.consoleProgram, saved.id, request, notice: "reverted")
        } catch PublishingError.conflict(let conflict) {
            return try await self.conflict(request, conflict, passed: [], route: .consoleProgram, submit: "programs.conflict.save")
        } catch let error as PublishingError {
            throw PortalError(error)
        }
    }

    private func tags(_ request: ConsoleRequest) async throws -> Response {
        let words = request.page.text("q")
        let found = publishing.findTags(words, language: request.view.language)
        let program = try await sheet(request).edited
        let waiting = try await publishing.review.sheet(request.program, at: try request.here)?.items.map(\.target) ?? []
        return .page(
            ProgramTagsPage(request: request, program: program, words: words, found: found, waiting: Set(waiting)).page, in: request.view)
    }

    private func tag(_ request: ConsoleRequest) async throws -> Response {
        guard let target = TagTarget(field: request.page.field("tag")) else {
            throw PortalError.badRequest(sentence: "error.badRequest.generic")
        }
        let isAdded = request.page.field("do") == "approve"
        do {
            if isAdded {
                try await publishing.tag.approve(target, on: request.program, at: try request.here, by: request.person)
            } else {
                try await publishing.tag.reject(target, on: request.program, at: try request.here, by: request.person)
            }
        } catch let error as PublishingError { throw PortalError(error) }
        let query = QueryString([("q", request.page.field("q")), ("notice", isAdded ? "tagAdded" : "tagRemoved")]).text
        return .redirect(
            to: request.links.program(.consoleProgramTags, request.program, at: try request.here) + query, status: .seeOther)
    }

    // MARK: What they share

    private func sheet(_ request: ConsoleRequest) async throws -> ProgramSheet {
        do { return try await publishing.read.sheet(request.program, at: try request.here) } catch let error as PublishingError {
            throw PortalError(error)
        }
    }

    private func back(_ request: ConsoleRequest) async throws -> Response { go(.consoleProgram, request.program, request) }

    private func go(_ route: PageRoute, _ id: Program.ID, _ request: ConsoleRequest, notice: String? = nil) -> Response {
        let address = request.links.program(route, id, at: request.institution?.id ?? "")
        return .redirect(to: address + QueryString([("notice", notice)]).text, status: .seeOther)
    }
}

extension ConsoleRequest {
    /// The institution of the path.
    var here: Institution.ID {
        get throws {
            guard let institution else { throw PortalError.notFound }
            return institution.id
        }
    }

    var program: Program.ID { Program.ID(page.component("program")) }
    var version: Int { Int(page.component("version")) ?? -1 }
}

extension PortalError {
    init(_ error: PublishingError) {
        switch error {
        case .notAllowed: self = .forbidden
        case .unknown: self = .notFound
        case .referenceTaken, .wrongState, .incomplete, .conflict: self = .badRequest(sentence: "error.badRequest.program")
        }
    }
}
