import Domain
import HTTPTypes
import Hummingbird
import Portal

/// Files that an institution brings in: upload, comparison, corrections, agreement, and what comes of it.
struct ImportController {
    let site: Site
    let exchange: ExchangeServices
    let accounts: AccountServices
    /// Bytes.
    let maximumFile: Int

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.institution(.importPrograms)
        // What goes around the file in a form is little.
        let file = PortalRoutes.FormBody.file(bytes: maximumFile * 4 + 65_536)
        routes.console(.consoleImports, need, body: file, get: list, post: upload)
        routes.console(.consoleImport, need, get: show, post: act)
        routes.console(.consoleImportErrors, need, body: .longFields(bytes: 4 << 20), get: errors, post: correct)
        routes.console(.consoleImportDetails, need, get: details)
        routes.console(.consoleImportFile, need, body: file, get: returned, post: replace)
        routes.console(.consoleImportArchive, need, writing: .institution(.publishPrograms), get: missing, post: archive)
        routes.console(.consoleTable, .institution(.viewInstitution), get: table)
    }

    // MARK: - The list, and a new file

    private func list(_ request: ConsoleRequest) async throws -> Response { .page(try await listPage(request), in: request.view) }

    private func listPage(_ request: ConsoleRequest, problems: FormProblems = FormProblems()) async throws -> Page {
        guard let institution = request.institution else { throw PortalError.notFound }
        let jobs = try await exchange.imports.jobs(of: institution.id)
        let names = try await accounts.staff.names(of: Set(jobs.map(\.account.rawValue)))
        return ImportListPage(request: request, jobs: jobs, names: names, maximumFile: maximumFile, problems: problems).page
    }

    private func upload(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        do {
            let file = try await UploadedFile.read(request.page.request, limit: maximumFile)
            let job = try await exchange.imports.begin(file.bytes, named: file.name, at: institution.id, by: request.person)
            return .redirect(to: request.links.importJob(job, at: institution.id), status: .seeOther)
        } catch {
            let failure = try UploadFailure(error, view: request.view, limit: maximumFile)
            return .page(try await listPage(request, problems: failure.problems), in: request.view, status: failure.status)
        }
    }

    // MARK: - One import

    private func find(_ request: ConsoleRequest) async throws -> ImportJob {
        let id = ImportJob.ID(request.page.component("job"))
        guard let institution = request.institution, let job = try await exchange.imports.job(id, of: institution.id) else {
            throw PortalError.notFound
        }
        return job
    }

    private func show(_ request: ConsoleRequest) async throws -> Response {
        .page(try await page(request, try await find(request)), in: request.view)
    }

    private func page(_ request: ConsoleRequest, _ job: ImportJob, problems: FormProblems = FormProblems()) async throws -> Page {
        let imports = exchange.imports
        var findings = ImportPage.Findings()
        if job.state == .ready || job.state == .done {
            findings.new = try await imports.findings(.new, of: job, limit: ImportPage.shown)
            findings.changed = try await imports.findings(.changed, of: job, limit: ImportPage.shown)
            findings.notes = try await imports.findings(.note, of: job, limit: ImportPage.shown)
            findings.errors = try await imports.findings(.error, of: job, limit: ImportPage.shown)
        }
        if job.state == .done { findings.missing = try await exchange.archiveMissing.list(job).count }
        return ImportPage(request: request, job: job, findings: findings, maximumFile: maximumFile, problems: problems).page
    }

    private func act(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        do {
            switch request.page.field("act") {
            case "confirm": try await exchange.imports.confirm(job.id, at: job.institution, by: request.person)
            case "again": try await exchange.imports.compareAgain(job.id, at: job.institution, by: request.person)
            case "erase":
                try await exchange.imports.erase(job, by: request.person)
                return .redirect(
                    to: request.links.path(.consoleImports, id: job.institution.rawValue) + "?notice=erased", status: .seeOther)
            default: throw PortalError.badRequest(sentence: "error.badRequest.generic")
            }
            return .redirect(to: request.links.importJob(job.id, at: job.institution), status: .seeOther)
        } catch let refusal as ImportDesk.Refusal {
            return try await refused(request, refusal)
        }
    }

    /// The import as it is by now, with what could not be done.
    private func refused(_ request: ConsoleRequest, _ refusal: ImportDesk.Refusal) async throws -> Response {
        guard refusal != .notAllowed else { throw PortalError.forbidden }
        let problems = FormProblems("act", request.view.t("imports.problem.\(refusal)"))
        return .page(try await page(request, try await find(request), problems: problems), in: request.view, status: .conflict)
    }

    // MARK: - Mistakes

    private func errors(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        guard job.state == .ready, job.counts.errors > 0 else {
            return .redirect(to: request.links.importJob(job.id, at: job.institution), status: .seeOther)
        }
        let all: [ImportFinding.ErrorRow] = try await exchange.imports.findings(.error, of: job)
        let number = max(1, Int(request.page.text("page")) ?? 1)
        return .page(ImportErrorsPage(request: request, job: job, all: all, number: number).page, in: request.view)
    }

    private func correct(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        let cells = ImportErrorsPage.cells(request.page)
        guard !cells.isEmpty else { throw PortalError.badRequest(sentence: "error.badRequest.generic") }
        do {
            try await exchange.imports.correct(job.id, cells, at: job.institution, by: request.person)
            return .redirect(to: request.links.importJob(job.id, at: job.institution) + "?then=errors", status: .seeOther)
        } catch let refusal as ImportDesk.Refusal {
            return try await refused(request, refusal)
        }
    }

    private func returned(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        guard job.state == .ready else { throw PortalError.notFound }
        let format = ProgramTableFormat(rawValue: request.page.text("format")) == .csv ? ProgramTableFormat.csv : .xlsx
        let text = ImportErrorText(request.view)
        let bytes = try await exchange.returnFile(job, format: format, sheet: request.view.t("imports.sheet")) { text.withColumn($0) }
        let stem = job.fileName.split(separator: ".").first.map(String.init) ?? "programs"
        return .download(bytes, named: "\(stem)-errors", format)
    }

    private func replace(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        do {
            let file = try await UploadedFile.read(request.page.request, limit: maximumFile)
            try await exchange.imports.replace(job.id, with: file.bytes, named: file.name, at: job.institution, by: request.person)
            return .redirect(to: request.links.importJob(job.id, at: job.institution), status: .seeOther)
        } catch ImportDesk.Refusal.notNow {
            return try await refused(request, .notNow)
        } catch {
            let failure = try UploadFailure(error, view: request.view, limit: maximumFile)
            return .page(try await page(request, job, problems: failure.problems), in: request.view, status: failure.status)
        }
    }

    // MARK: - What would change, and what is missing

    private func details(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        let shown = request.page.text("show")
        guard let kind = shown.isEmpty ? .new : ImportFindingKind(rawValue: shown), [.new, .changed, .note].contains(kind) else {
            throw PortalError.notFound
        }
        let number = max(1, min(10_000, Int(request.page.text("page")) ?? 1))
        let lists = try await ImportDetailsPage.Lists(kind, of: job, page: number, exchange.imports)
        return .page(
            ImportDetailsPage(request: request, job: job, kind: kind, lists: lists, number: number).page, in: request.view)
    }

    private func missing(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        return .page(
            ImportArchivePage(request: request, job: job, missing: try await exchange.archiveMissing.list(job)).page, in: request.view)
    }

    private func archive(_ request: ConsoleRequest) async throws -> Response {
        let job = try await find(request)
        guard let count = Int(request.page.field("count")), request.page.field("agreed") == "yes" else {
            let missing = try await exchange.archiveMissing.list(job)
            let problems = FormProblems("agreed", request.view.t("imports.problem.notAgreed"))
            return .page(
                ImportArchivePage(request: request, job: job, missing: missing, problems: problems).page, in: request.view,
                status: .badRequest)
        }
        do {
            _ = try await exchange.archiveMissing(job, count: count, by: request.person)
            return .redirect(to: request.links.importJob(job.id, at: job.institution) + "?notice=archivedMissing", status: .seeOther)
        } catch let refusal as ImportDesk.Refusal {
            guard refusal != .notAllowed else { throw PortalError.forbidden }
            let problems = FormProblems("agreed", request.view.t("imports.problem.\(refusal)"))
            let missing = try await exchange.archiveMissing.list(job)
            return .page(
                ImportArchivePage(request: request, job: job, missing: missing, problems: problems).page, in: request.view,
                status: .conflict)
        }
    }

    /// The template, or what the institution has now, as a file.
    private func table(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let format = ProgramTableFormat(rawValue: request.page.text("format")) == .csv ? ProgramTableFormat.csv : .xlsx
        let explanation = ColumnTexts(request.view).explanation
        switch request.page.text("what") {
        case "template", "":
            return .download(
                ProgramExport.template(format, explanation: explanation), named: request.view.t("imports.templateName"), format)
        case "programs":
            let bytes = try await exchange.programs(of: institution.id, format: format, explanation: explanation)
            return .download(bytes, named: institution.id.rawValue, format)
        default: throw PortalError.notFound
        }
    }
}
