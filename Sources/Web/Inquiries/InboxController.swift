import Domain
import HTTPTypes
import Hummingbird
import Portal

/// The institution's side of inquiries in its console.
struct InboxController {
    let inquiries: InquiryServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleInquiries, .institution(.viewInstitution), get: inbox)
        routes.console(
            .consoleInquiry, .institution(.viewInstitution), writing: .institution(.answerInquiries), body: InquiryController.body,
            get: { try await show($0) }, post: act)
        routes.console(.consoleRouting, .institution(.manageInstitution), get: { try await routing($0) }, post: changeRouting)
    }

    private func inbox(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let filter = InboxFilter(rawValue: request.page.text("show")) ?? .open
        let lines = try await inquiries.answer.inbox(of: institution.id, filter, for: request.person)
        return .page(InboxPage(request: request, filter: filter, lines: lines, now: inquiries.clock.now).page, in: request.view)
    }

    // MARK: One inquiry

    private func show(
        _ request: ConsoleRequest, problems: FormProblems = FormProblems(), typed: (act: String, text: String) = ("", ""),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        do {
            let opened = try await inquiries.answer.open(
                Delivery.ID(request.page.component("inquiry")), at: institution.id, by: request.person)
            let page = InboxInquiryPage(request: request, opened: opened, problems: problems, typed: typed)
            return .page(page.page, in: request.view, status: status)
        } catch InquiryError.gone {
            throw PortalError.notFound
        }
    }

    private func act(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let (page, t) = (request.page, request.view.t)
        let id = Delivery.ID(page.component("inquiry"))
        let act = page.field("act")
        let text = page.passage(act == "note" ? "note" : "reply", most: InquiryFields.longestMessage)
        do {
            switch act {
            case "reply": try await inquiries.answer.reply(id, text, at: institution.id, by: request.person)
            case "note": try await inquiries.answer.note(id, text, at: institution.id, by: request.person)
            case "assign":
                let account = page.field("assignee")
                try await inquiries.answer.assign(
                    id, to: account.isEmpty ? nil : Account.ID(account), at: institution.id, by: request.person)
            case "close":
                guard let outcome = Delivery.Outcome.ofInstitution.first(where: { $0.rawValue == page.field("outcome") }) else {
                    return try await show(request, problems: FormProblems("outcome", t("inbox.problem.outcome")), status: .badRequest)
                }
                try await inquiries.answer.close(id, outcome, at: institution.id, by: request.person)
            default: return try await show(request, status: .badRequest)
            }
            let address = request.links.path(.consoleInquiry, id: "\(institution.id.rawValue)/\(id.rawValue)")
            return .redirect(to: address + "?notice=inquiry-\(act)", status: .seeOther)
        } catch InquiryError.gone {
            throw PortalError.notFound
        } catch let error as InquiryError {
            let sentence = t("inbox.problem.\(error)")
            let field = act == "assign" ? "assignee" : act == "close" ? "outcome" : act
            return try await show(
                request, problems: FormProblems(field, sentence), typed: (act, text),
                status: error == .tooMany ? .tooManyRequests : .badRequest)
        }
    }

    // MARK: Offices and rules

    private func routing(
        _ request: ConsoleRequest, problems: FormProblems = FormProblems(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let routing = try await inquiries.routing(at: institution.id)
        let asked = RoutingTrial(request.page)
        let answer = asked.isAsked ? try await inquiries.routing.trial(asked.subject, at: institution.id) : nil
        let page = RoutingPage(request: request, routing: routing, trial: asked, answer: answer, problems: problems)
        return .page(page.page, in: request.view, status: status)
    }

    private func changeRouting(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        let form = RoutingForm(request.page, routing: inquiries.routing)
        let problems = form.problems(request.view.t)
        guard problems.isEmpty else { return try await routing(request, problems: problems, status: .badRequest) }
        do {
            try await inquiries.routing.change(at: institution.id, by: request.person) { form.apply(to: &$0) }
        } catch InquiryError.tooMany {
            return try await routing(
                request, problems: FormProblems(form.field, request.view.t("routing.problem.tooMany")), status: .badRequest)
        }
        return .redirect(
            to: request.links.path(.consoleRouting, id: institution.id.rawValue) + "?notice=routing-changed", status: .seeOther)
    }
}
