import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// Reads postings: on a page and for machines. What is pasted stands in no address and no log, and is not kept.
struct PostingController {
    let site: Site

    private var services: PortalServices { site.services }

    /// A form writes most signs of a page as three. What is larger is not read.
    private static let largestForm = 3 * PostingText.largest + 65_536
    /// Up to here a sentence says that it is too large; beyond, the request is refused before it is read.
    private static let refused = 64 << 20

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.posting, body: .file(bytes: Self.refused)) { request in
            .page(PostingFormPage(view: request.view, text: "", problem: nil).page, in: request.view)
        } post: {
            try await read($0)
        }
        routes.machine("/api/v1/postings", bodyLimit: PostingText.largest * 2, [.post: answer])
    }

    private func read(_ request: PageRequest) async throws -> Response {
        let view = request.view
        let fields: Parameters
        do { fields = try await request.request.formFields(upTo: Self.largestForm) } catch PortalError.bodyTooLarge {
            return .unkept(PostingFormPage(view: view, text: "", problem: .tooLarge).page, in: view, status: .contentTooLarge)
        }
        let form = PostingForm(fields)
        let catalogue = services.catalogue.current
        let (corrections, unknown) = form.corrections { services.readSkills($0) }
        do {
            let answer = try services.readPosting(form.text, corrections, language: view.language, visitor: request.visitor)
            services.measure.record(.impressions(answer.coverage.ranked.map(\.program)), language: view.language, from: request.visitor)
            let page = PostingPage(view: view, catalogue: catalogue, form: form, answer: answer, unknown: unknown)
            return .unkept(page.page, in: view)
        } catch {
            let page = PostingFormPage(view: view, text: form.text, problem: error)
            return .unkept(page.page, in: view, status: error == .tooLarge ? .contentTooLarge : .badRequest)
        }
    }

    /// The posting as the body of the request, in any of the forms the page takes.
    private func answer(_ request: Request, _ context: PortalContext) async throws -> Response {
        let asked = request.formParameters["lang"]
        guard let language = RequestLanguage.ofParameter(request) ?? (asked == nil ? .en : nil) else {
            throw PortalError.badRequest(sentence: "api.problem.language")
        }
        var corrections = ReadPosting.Corrections()
        if let code = request.formParameters["occupation"] {
            guard let occupation = OccupationCode(code), services.catalogue.current.labourMarket.occupation(occupation) != nil else {
                throw PortalError.badRequest(sentence: "api.problem.occupation")
            }
            corrections.occupation = occupation
        }
        corrections.without = Set(request.formParameters.getAll("without").prefix(50).compactMap { TagTarget(parameter: $0) })
        let body: [UInt8]
        do { body = Array(try await request.body.collect(upTo: PostingText.largest).readableBytesView) } catch {
            throw PortalError.bodyTooLarge
        }
        guard let text = String(validating: body, as: UTF8.self) else { throw PortalError.badRequest(sentence: "posting.problem.noWords") }
        do {
            let answer = try services.readPosting(text, corrections, language: language)
            let shapes = PostingShapes(view: site.view(language), catalogue: services.catalogue.current)
            return .bytes(shapes.answer(answer).bytes, type: "application/json; charset=utf-8", cache: "no-store")
        } catch {
            if error == .tooLarge { throw PortalError.bodyTooLarge }
            throw PortalError.badRequest(sentence: "posting.problem.\(error.rawValue)")
        }
    }
}
