import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// From a basket to an inquiry and what becomes of it. No account: a private link opens what somebody wrote.
struct InquiryController {
    let site: Site
    let inquiries: InquiryServices

    private static let found = 6
    /// A message of 5,000 letters, each with an accent written as six.
    static let body = PortalRoutes.FormBody.longFields(bytes: 131_072)

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.inquiry, get: { basketPage($0) }, post: begin)
        routes.form(
            .inquiryDraft, body: Self.body, get: { try await opened($0, .inquiryDraft, form) },
            post: { try await opened($0, .inquiryDraft, save) })
        routes.form(.inquiryCheck, get: { try await opened($0, .inquiryCheck, check) }, post: { try await opened($0, .inquiryCheck, send) })
        routes.form(
            .inquiryStatus, body: Self.body, get: { try await opened($0, .inquiryStatus, status) },
            post: { try await opened($0, .inquiryStatus, act) })
        routes.form(
            .inquiryErase, get: { try await opened($0, .inquiryErase, erasePage) }, post: { try await opened($0, .inquiryErase, erase) })
        routes.form(
            .inquiryConfirmation, get: { try await opened($0, .inquiryConfirmation, confirmation) },
            post: { try await opened($0, .inquiryConfirmation, confirm) })
    }

    /// What a private link opens; one that opens nothing leads to a page that says so.
    private func opened(
        _ request: PageRequest, _ route: PageRoute, _ handle: (PageRequest, SecretToken) async throws -> Response
    ) async throws -> Response {
        do {
            guard let token = SecretToken(request.id) else { throw InquiryError.gone }
            return try await handle(request, token)
        } catch InquiryError.gone {
            return .unkept(pages(request).gone(route), in: request.view, status: .gone)
        }
    }

    private func pages(_ request: PageRequest) -> InquiryNoticePages { InquiryNoticePages(view: request.view, token: request.id) }

    private var catalogue: Catalogue { site.services.catalogue.current }

    // MARK: The basket

    private func basketPage(
        _ request: PageRequest, basket given: InquiryBasket? = nil, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let view = request.view
        let basket = given ?? InquiryBasket(request.parameters, catalogue: catalogue)
        if given == nil, let added = request.parameters["add"].flatMap({ ProgramCodes.id($0) }) {
            var codes = basket.codes
            codes.add(added)
            return .redirect(to: view.links.inquiry(codes, institutions: basket.institutions.map(\.id)), status: .seeOther)
        }
        let words = request.text("q")
        let found = words.isEmpty ? nil : site.services.findPrograms(ProgramQuery(text: words, language: view.language, limit: Self.found))
        let page = BasketPage(view: view, catalogue: catalogue, basket: basket, words: words, found: found, problem: problem)
        return .page(page.page, in: view, status: status)
    }

    private func begin(_ request: PageRequest) async throws -> Response {
        let basket = InquiryBasket(request.fields, catalogue: catalogue)
        do {
            let token = try await inquiries.write.begin(
                programs: basket.programs.map(\.id), institutions: basket.institutions.map(\.id), purpose: basket.purpose,
                language: request.view.language, from: request.origin)
            return .redirect(to: request.view.links.path(.inquiryDraft, id: token.text), status: .seeOther)
        } catch InquiryError.empty {
            return basketPage(request, basket: basket, status: .badRequest)
        } catch InquiryError.tooMany {
            return basketPage(request, basket: basket, problem: request.view.t("inquiry.problem.tooMany"), status: .tooManyRequests)
        }
    }

    // MARK: The draft

    private func form(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let inquiry = try await inquiries.write.find(token).inquiry
        let page = InquiryFormPage(
            view: request.view, token: request.id, inquiry: inquiry, fields: InquiryFields(inquiry), isKept: request.text("kept") == "1")
        return .unkept(page.page, in: request.view)
    }

    private func save(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let view = request.view
        let before = try await inquiries.write.find(token).inquiry
        let fields = InquiryFields(request, else: before.purpose)
        let inquiry = try await inquiries.write.save(token) { fields.apply(to: &$0) }
        if request.field("act") == "keep" {
            return .redirect(to: view.links.path(.inquiryDraft, id: request.id) + "?kept=1", status: .seeOther)
        }
        let problems = fields.problems(view.t)
        guard problems.isEmpty else {
            let page = InquiryFormPage(view: view, token: request.id, inquiry: inquiry, fields: fields, problems: problems)
            return .unkept(page.page, in: view, status: .badRequest)
        }
        return .redirect(to: view.links.path(.inquiryCheck, id: request.id), status: .seeOther)
    }

    private func check(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        try await checkPage(request, token, FormProblems(), status: .ok)
    }

    private func checkPage(
        _ request: PageRequest, _ token: SecretToken, _ problems: FormProblems, status: HTTPResponse.Status
    ) async throws -> Response {
        let (inquiry, recipients) = try await inquiries.write.find(token)
        guard inquiry.isComplete else {
            return .redirect(to: request.view.links.path(.inquiryDraft, id: request.id), status: .seeOther)
        }
        let page = InquiryCheckPage(
            view: request.view, catalogue: catalogue, token: request.id, inquiry: inquiry, recipients: recipients, problems: problems)
        return .unkept(page.page, in: request.view, status: status)
    }

    private func send(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let t = request.view.t
        guard request.field("consent") == WriteInquiry.consentVersion else {
            return try await checkPage(request, token, FormProblems("consent", t("inquiry.problem.consent")), status: .badRequest)
        }
        do {
            try await inquiries.write.send(token, from: request.origin)
            return .redirect(to: request.view.links.path(.inquiryStatus, id: request.id), status: .seeOther)
        } catch InquiryError.tooMany {
            return try await checkPage(request, token, FormProblems("consent", t("inquiry.problem.tooMany")), status: .tooManyRequests)
        } catch InquiryError.empty {
            return .redirect(to: request.view.links.path(.inquiryDraft, id: request.id), status: .seeOther)
        }
    }

    private func confirmation(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let (inquiry, deliveries) = try await inquiries.confirm.look(token)
        return .unkept(pages(request).confirmation(inquiry, deliveries, catalogue), in: request.view)
    }

    private func confirm(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let status = try await inquiries.confirm(token)
        return .redirect(to: request.view.links.path(.inquiryStatus, id: status.text) + "?notice=sent", status: .seeOther)
    }

    // MARK: Afterwards

    private func status(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let status: FollowInquiry.Status
        do { status = try await inquiries.follow(token) } catch InquiryError.gone {
            // Not sent yet: the same address leads to where it is on its way.
            let inquiry = try await inquiries.write.find(token).inquiry
            guard inquiry.state == .unverified else {
                return .redirect(to: request.view.links.path(.inquiryDraft, id: request.id), status: .seeOther)
            }
            return .unkept(pages(request).waiting(inquiry), in: request.view)
        }
        let key = "inquiry.notice.\(request.text("notice"))"
        return .unkept(statusPage(request, status, notice: request.view.t.has(key) ? request.view.t(key) : nil), in: request.view)
    }

    private func statusPage(
        _ request: PageRequest, _ status: FollowInquiry.Status, problems: FormProblems = FormProblems(), typed: [Delivery.ID: String] = [:],
        notice: String? = nil
    ) -> Page {
        InquiryStatusPage(
            view: request.view, catalogue: catalogue, token: request.id, status: status, problems: problems, typed: typed, notice: notice
        ).page
    }

    private func act(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let id = Delivery.ID(request.field("delivery"))
        let address = request.view.links.path(.inquiryStatus, id: request.id)
        if request.field("act") == "close" {
            try await inquiries.follow.close(token, id)
            return .redirect(to: address + "?notice=closed", status: .seeOther)
        }
        let name = "message-\(id.rawValue)"
        let text = request.passage(name[...], most: InquiryFields.longestMessage)
        do {
            try await inquiries.follow.write(token, to: id, text)
            return .redirect(to: address + "?notice=written", status: .seeOther)
        } catch let error as InquiryError where error != .gone {
            let sentence = request.view.t(error == .tooMany ? "inquiry.problem.tooMany" : "inquiry.problem.message")
            let page = statusPage(
                request, try await inquiries.follow(token), problems: FormProblems(name, sentence), typed: [id: text])
            return .unkept(page, in: request.view, status: error == .tooMany ? .tooManyRequests : .badRequest)
        }
    }

    private func erasePage(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        let isSent = (try? await inquiries.follow(token)) != nil
        if !isSent { _ = try await inquiries.write.find(token) }
        return .unkept(pages(request).erase(isSent: isSent), in: request.view)
    }

    private func erase(_ request: PageRequest, _ token: SecretToken) async throws -> Response {
        do { try await inquiries.follow.erase(token) } catch InquiryError.gone { try await inquiries.write.erase(token) }
        return .unkept(pages(request).erased(), in: request.view)
    }
}
