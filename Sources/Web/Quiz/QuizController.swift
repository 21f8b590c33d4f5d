import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The quiz: seven questions, the answers, the programs, and the code that brings them back.
struct QuizController {
    let site: Site

    private var services: PortalServices { site.services }
    private var quiz: QuizServices { services.quiz }

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.quiz, get: start, post: begin)
        routes.form(.quizReturn, get: { [self] in page(QuizReturnPage(view: $0.view).page, in: $0.view) }, post: comeBack)
        for step in QuizStep.allCases {
            routes.form(
                step.route, get: { [self] in try await question(step, $0) }, post: { [self] in try await answer(step, $0) })
        }
        routes.page(.quizAnswers, answers)
        routes.page(.quizResults, results)
        routes.form(.quizErase, get: askToErase, post: erase)
        routes.get("/api/v1/skills", skills)
    }

    private func start(_ request: PageRequest) -> Response {
        let page = QuizStartPage(view: request.view, labels: labels(request.view), hasErased: request.text("erased") == "1")
        return self.page(page.page, in: request.view)
    }

    private func begin(_ request: PageRequest) async throws -> Response {
        let form = QuizForm(.job, request, QuizAnswers(), services)
        let kept = try await quiz.keep.begin(form.answers)
        quiz.guesses.made(kept.code)
        return next(after: .job, request, kept)
    }

    private func comeBack(_ request: PageRequest) async throws -> Response {
        let typed = request.field("code")
        guard let code = QuizCode(typed) else {
            return page(
                QuizReturnPage(view: request.view, typed: typed, problem: "quiz.problem.codeShape").page, in: request.view, .badRequest)
        }
        guard let kept = try await find(code, request) else {
            return page(
                QuizReturnPage(view: request.view, typed: typed, problem: "quiz.problem.codeUnknown").page, in: request.view, .notFound)
        }
        return .redirect(to: request.view.links.path(.quizAnswers, id: kept.code.description), status: .seeOther)
    }

    private func question(_ step: QuizStep, _ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in
            page(question(step, QuizForm(kept.answers), kept, request, changes: request.text("change") == "1").page, in: request.view)
        }
    }

    private func answer(_ step: QuizStep, _ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in
            let form = QuizForm(step, request, kept.answers, services)
            // What could be used is kept even when something else on the page needs another look.
            let saved = try await quiz.keep.save(form.answers, under: kept.code)
            guard !form.needsAnotherLook else {
                let again = question(step, form, saved, request, changes: request.field("change") == "1")
                return page(again.page, in: request.view, form.problems.isEmpty ? .ok : .badRequest)
            }
            return next(after: step, request, saved)
        }
    }

    private func question(_ step: QuizStep, _ form: QuizForm, _ kept: KeptQuiz, _ request: PageRequest, changes: Bool) -> QuizQuestionPage {
        QuizQuestionPage(
            view: request.view, labels: labels(request.view), step: step, form: form, code: kept.code, returnsToAnswers: changes)
    }

    /// The next page, by the button that was pressed. A skill chosen among the suggestions presses none: one goes on adding.
    private func next(after step: QuizStep, _ request: PageRequest, _ kept: KeptQuiz) -> Response {
        let links = request.view.links
        let id = kept.code.description
        let changes = request.field("change") == "1"
        let pressed = request.field("then")
        let adds = step == .skills && pressed != "continue" && pressed != "results"
        let address: String =
            if adds {
                links.path(step.route, id: id) + (changes ? "?change=1" : "") + (pressed == "add-held" ? "#held" : "#wanted")
            } else if pressed == "results" {
                links.path(.quizResults, id: id)
            } else if !changes, let next = step.next {
                links.path(next.route, id: id)
            } else {
                links.path(.quizAnswers, id: id)
            }
        return .redirect(to: address, status: .seeOther)
    }

    private func answers(_ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in
            page(QuizAnswersPage(view: request.view, labels: labels(request.view), kept: kept).page, in: request.view)
        }
    }

    private func results(_ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in
            let view = request.view
            let catalogue = services.catalogue.current
            let limit =
                request.text("limit") == String(QuizResultsPage.secondLimit) ? QuizResultsPage.secondLimit : QuizResultsPage.firstLimit
            let relaxed = Set(request.parameters.getAll("relax").compactMap { Constraints.Kind(rawValue: String($0)) })
            let results = quiz.recommend(kept.answers, language: view.language, limit: limit, relaxed: relaxed)
            record(results, request, catalogue)
            let page = QuizResultsPage(
                view: view, catalogue: catalogue, kept: kept, results: results, limit: limit, query: request.query)
            return self.page(page.page, in: view)
        }
    }

    private func record(_ results: QuizRecommendations, _ request: PageRequest, _ catalogue: Catalogue) {
        let language = request.view.language
        services.measure.record(.impressions(results.recommendations.map(\.program)), language: language, from: request.visitor)
        guard let job = results.job, let first = results.recommendations.first?.program.occupations.first else { return }
        services.measure.record(.sectorChange(from: job, to: first, catalogue.labourMarket), language: language, from: request.visitor)
    }

    private func askToErase(_ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in page(QuizErasePage(view: request.view, code: kept.code).page, in: request.view) }
    }

    private func erase(_ request: PageRequest) async throws -> Response {
        try await withQuiz(request) { kept in
            try await quiz.keep.erase(kept.code)
            return .redirect(to: request.view.links.quiz + "?erased=1", status: .seeOther)
        }
    }

    private func skills(_ request: Request, _ context: PortalContext) throws -> Response {
        let asked = request.formParameters["lang"]
        guard let language = RequestLanguage.ofParameter(request) ?? (asked == nil ? .en : nil) else {
            throw PortalError.badRequest(sentence: "api.problem.language")
        }
        let text = (request.formParameters["q"].map(String.init) ?? "").trimmed
        guard !text.isEmpty, text.count <= 200 else { throw PortalError.badRequest(sentence: "api.problem.words") }
        let found = quiz.findSkills(text, language: language)
        let value = JSONValue.object([
            (
                "suggestions",
                .array(found.map { .object([("title", .string($0.name.text(language))), ("id", .string($0.id.rawValue))]) })
            )
        ])
        return .bytes(value.bytes, type: "application/json; charset=utf-8")
    }

    /// The answers behind the code of the address, or the page that says that there are none.
    private func withQuiz(_ request: PageRequest, _ body: (KeptQuiz) async throws -> Response) async throws -> Response {
        // What has not the shape of a code is no guess.
        guard let code = QuizCode(request.id), let kept = try await find(code, request) else {
            return page(QuizGonePage(view: request.view).page, in: request.view, .notFound)
        }
        return try await body(kept)
    }

    private func find(_ code: QuizCode, _ request: PageRequest) async throws -> KeptQuiz? {
        let wait = try await quiz.guesses.begin(from: request.address, with: code)
        guard wait == 0 else { throw PortalError.tooManyTries(seconds: wait) }
        guard let kept = try await quiz.keep.find(code) else {
            quiz.guesses.missed(code)
            return nil
        }
        try await quiz.guesses.found(code, from: request.address)
        return kept
    }

    private func labels(_ view: View) -> Labels { Labels(view, catalogue: services.catalogue.current) }

    /// No cache keeps these pages, and no other site learns their address.
    private func page(_ page: Page, in view: View, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.page(page, in: view, status: status)
        response.headers[.cacheControl] = "no-store"
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        return response
    }
}
