import Domain
import HTTPTypes
import Hummingbird
import Matching
import Portal

/// The funding explainer. Answers come by POST, so that they stand in no address and no log; they are used for the page and forgotten.
struct FundingController {
    let site: Site

    private let rules = FundingRules.builtIn

    init(site: Site) { self.site = site }

    func addRoutes(to routes: PortalRoutes) {
        routes.form(.funding, get: { try answer([:], $0) }, post: { try answer(choices($0), $0) })
    }

    private func answer(_ choices: [String: String], _ request: PageRequest) throws -> Response {
        let catalogue = site.services.catalogue.current
        let id = request.text("program")
        let program = id.isEmpty ? nil : catalogue.program(Program.ID(id))
        if !id.isEmpty, program == nil { throw PortalError.notFound }
        var facts = program.map { FundingFacts(program: $0, institution: catalogue.institutions[$0.institution]) } ?? FundingFacts()
        facts.choices.merge(choices) { known, _ in known }
        let page = FundingPage(view: request.view, rules: rules, choices: choices, program: program, facts: facts)
        var response = Response.page(page.page, in: request.view)
        if request.request.method == .post { response.headers[.cacheControl] = "no-store" }
        return response
    }

    /// Known answers to known questions; anything else was not answered.
    private func choices(_ request: PageRequest) -> [String: String] {
        var choices: [String: String] = [:]
        for question in rules.questions {
            let answer = request.field(question.key[...])
            if question.answers.contains(answer) { choices[question.key] = answer }
        }
        return choices
    }
}
