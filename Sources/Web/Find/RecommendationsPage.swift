import Domain
import HTML
import Matching
import Portal

/// What we understood, the outlook, and the few programs that matter, each with its reasons.
struct RecommendationsPage {
    let view: View
    let catalogue: Catalogue
    let request: RecommendationRequest
    let answer: RecommendationAnswer

    /// Programs on the first page, and after "show more".
    static let firstLimit = 10
    static let secondLimit = 20

    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var understood: OccupationCode? { answer.matches.first?.occupation }
    /// A known occupation that was chosen makes the answer confident as well.
    private var isSure: Bool { answer.matches.isConfident }
    /// Below this the words resemble no job title we know: programs for a mere guess would be noise.
    /// 0.1: of titles people really wrote, one in ten at this confidence is read right (docs/matching.md).
    private var isLost: Bool { !isSure && (answer.matches.first?.confidence ?? 0) < 0.1 }

    /// The programs that stand on it.
    var shown: [Program] { isLost ? [] : answer.recommendations.map(\.program) }

    var page: Page {
        // Whoever comes with an occupation alone wrote nothing.
        let job = request.job.isEmpty ? understood.map(labels.occupation) ?? "" : request.job
        var page = Page(
            title: view.t("recommendations.title", ["job": job]), route: .recommendations,
            query: request.query, isIndexed: false,
            structuredData: StructuredData(view: view).itemList(answer.recommendations.map(\.program)).map { [$0] } ?? []
        ) { h in
            if isLost { lost(&h) } else { heading(&h) }
            if let understood, isSure { outlook(understood, &h) }
            if !isLost { programs(&h) }
            more(&h)
        }
        page.modules = [RecentSearches.script]
        page.searchText = request.job
        return page
    }

    private func heading(_ h: inout HTMLWriter) {
        h.element(
            "div", .class("understood"), request.job.isEmpty ? nil : Attribute("data-recent-label", request.job),
            request.job.isEmpty ? nil : Attribute("data-recent-words", request.job)
        ) { h in
            let said = isSure ? "recommendations.youWrote" : "recommendations.youWroteUnsure"
            if !request.job.isEmpty { h.element("p", .class("quiet"), text: view.t(said, ["job": request.job])) }
            if let understood, isSure {
                h.element("h1") { h in
                    h.element("a", .href(view.links.occupation(understood)), text: labels.occupation(understood))
                }
            } else {
                h.element("h1", text: view.t("recommendations.didYouMean"))
                choices(answer.matches.matches, &h)
            }
        }
        h.element("details", .id("not-right"), .class("no-print")) { h in
            h.element("summary", text: view.t(isSure ? "recommendations.notRight" : "recommendations.noneOfThese"))
            if isSure { choices(Array(answer.matches.matches.dropFirst()), &h) }
            industryForm(&h)
            JobForm(view: view, job: request.job, label: "recommendations.otherWords").write(&h)
        }
    }

    /// Nothing resembles what was written: the box again, and the occupations most people work in as a place to start.
    private func lost(_ h: inout HTMLWriter) {
        h.element("h1", text: view.t("recommendations.lost"))
        h.element("p", .class("lead"), text: view.t("recommendations.lostLead", ["job": request.job]))
        JobForm(view: view, job: request.job, label: "recommendations.otherWords").write(&h)
        h.element("h2", text: view.t("recommendations.startFrom"))
        choices(answer.matches.matches, &h)
    }

    private func choices(_ matches: [OccupationMatch], _ h: inout HTMLWriter) {
        h.element("ul", .class("choices")) { h in
            for match in matches {
                guard let code = match.occupation else { continue }
                h.element("li") { h in
                    h.element("a", .class("choice"), .href(view.links.recommendations(for: request.job, occupation: code))) { h in
                        h.element("span", text: labels.occupation(code))
                        if let title = match.matchedTitle, let language = match.matchedLanguage {
                            h.element("span", .class("small")) { h in
                                h.text(view.t("recommendations.suchAs") + " ")
                                h.element("span", .lang(view.lang(language)), text: title)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A generic title is decided by the sector: a clerk in a bank, a clerk in a hospital.
    private func industryForm(_ h: inout HTMLWriter) {
        let sectors = catalogue.labourMarket.industries.values.filter { $0.parent == nil }
            .sorted { $0.code < $1.code }
        guard !sectors.isEmpty else { return }
        h.element("form", .class("industry-form"), .action(view.links.recommendations), Attribute("method", "get")) { h in
            h.void("input", .type("hidden"), .name("job"), .value(request.job))
            h.element("label", .for("industry"), text: view.t("recommendations.industry"))
            h.element("div", .class("job-row")) { h in
                h.element("select", .id("industry"), .name("industry")) { h in
                    h.element("option", .value(""), text: view.t("recommendations.anyIndustry"))
                    for sector in sectors {
                        h.element(
                            "option", .value(sector.code.rawValue), .flag("selected", if: request.industry == sector.code.rawValue),
                            text: sector.title.text(view.language))
                    }
                }
                h.element("button", .class("button secondary"), .type("submit"), text: view.t("recommendations.useIndustry"))
            }
        }
    }

    private func outlook(_ occupation: OccupationCode, _ h: inout HTMLWriter) {
        let labourMarket = catalogue.labourMarket
        RegionSwitch(
            view: view, labourMarket: labourMarket, occupations: [occupation], action: view.links.path(.recommendations),
            fields: [
                ("job", request.job), ("occupation", request.occupation?.rawValue), ("industry", request.industry),
                ("limit", request.limit == Self.secondLimit ? String(request.limit) : nil),
            ]
        ).write(&h)
        OutlookPanel(view: view, labourMarket: labourMarket).write(occupation, &h)
    }

    private func programs(_ h: inout HTMLWriter) {
        let heading = isSure ? "recommendations.programs" : "recommendations.programsUnsure"
        h.element("h2", .id("programs"), text: view.t(heading, count: answer.recommendations.count))
        if !hasMadeForIt { h.element("p", text: view.t("recommendations.closest")) }
        let row = ProgramRow(view: view, catalogue: catalogue, subject: isSure ? understood : nil)
        narrowIt.split(answer.recommendations, start: 1, &h) { recommendation, h in
            row.write(recommendation.program, reasons: recommendation.reasons, &h)
            ScoreTable(view: view).write(recommendation, &h)
        }
    }

    /// The question over every program for this occupation: its answers lead to the search, where there are more filters.
    private var narrowIt: NarrowIt? {
        guard let understood, isSure else { return nil }
        let query = ProgramQuery(
            language: view.language, filters: [.occupation: [understood.rawValue]], limit: SearchForm.pageSize)
        return NarrowingQuestion(for: query, results: catalogue.search(query))
            .map { NarrowIt(view: view, labels: labels, query: query, question: $0) }
    }

    /// Whether any program was made for this work, or for work close to it.
    private var hasMadeForIt: Bool {
        answer.recommendations.contains { recommendation in
            recommendation.reasons.contains {
                switch $0.kind {
                case .preparesForOccupation, .preparesForRelatedOccupation: true
                default: false
                }
            }
        }
    }

    private func more(_ h: inout HTMLWriter) {
        h.element("div", .class("pages no-print")) { h in
            if answer.moreAvailable, !isLost, request.limit < Self.secondLimit {
                h.element(
                    "a", .class("button secondary"),
                    .href(
                        view.links.recommendations(
                            for: request.job, occupation: request.occupation, industry: request.industry, limit: Self.secondLimit)
                            + "#programs"),
                    text: view.t("recommendations.more"))
            }
            if let understood, isSure {
                h.element(
                    "a", .class("row-link"), .href(view.links.search(.occupation, understood.rawValue)), text: view.t("recommendations.all")
                )
            }
            if let understood, isSure {
                h.element(
                    "a", .class("row-link"), .href(view.links.plan(from: (labels.occupation(understood), understood))),
                    text: view.t("plan.fromHere"))
            }
            if isLost { h.element("a", .class("row-link"), .href(view.links.occupations), text: view.t("occupations.browseAll")) }
            h.element("a", .class("row-link"), .href(view.links.search), text: view.t("error.searchAll"))
            h.element(
                "a", .class("row-link"), .href(view.links.quiz), text: view.t("quiz.invite", ["count": String(QuizStep.allCases.count)]))
        }
    }
}

/// What the reader asked for.
struct RecommendationRequest {
    let job: String
    /// The occupation chosen under "did you mean".
    let occupation: OccupationCode?
    let industry: String?
    let limit: Int
    let query: String

    init(_ request: PageRequest) {
        job = request.text("job")
        occupation = OccupationCode(request.text("occupation"))
        industry = request.text("industry").isEmpty ? nil : request.text("industry")
        limit =
            request.text("limit") == String(RecommendationsPage.secondLimit)
            ? RecommendationsPage.secondLimit : RecommendationsPage.firstLimit
        query = request.query
    }
}
