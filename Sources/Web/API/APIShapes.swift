import Domain
package import Matching
package import Portal

/// The JSON of the API: the same shapes the command line writes.
package struct APIShapes {
    private let view: View
    private let catalogue: Catalogue
    private let labels: Labels

    package init(view: View, catalogue: Catalogue) {
        self.view = view
        self.catalogue = catalogue
        labels = Labels(view, catalogue: catalogue)
    }

    /// - Parameter explained: with what each reason adds to the score.
    package func recommendations(_ answer: RecommendationAnswer, query: String, explained: Bool = false) -> JSONValue {
        let reasons = ReasonText(view: view, labels: labels)
        return .object([
            ("query", .string(query)),
            (
                "occupations",
                .array(
                    answer.matches.matches.map { match in
                        .object([
                            ("code", .string(match.code)), ("title", .text(match.occupation.map(labels.occupation))),
                            ("score", .number(match.confidence)), ("matched", .text(match.matchedTitle)),
                        ])
                    })
            ),
            (
                "recommendations",
                .array(
                    answer.recommendations.map { recommendation in
                        .object([
                            ("program", brief(recommendation.program)), ("score", .number(recommendation.score)),
                            (
                                "reasons",
                                .array(
                                    recommendation.reasons.map {
                                        .object([
                                            ("kind", .string($0.kind.name)), ("text", .string(reasons.sentence($0))),
                                            ("value", .number($0.value)), ("weight", explained ? .number($0.weight) : nil),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    package func search(_ results: SearchResults) -> JSONValue {
        .object([
            ("total", .integer(results.total)),
            ("results", .array(results.hits.map { brief($0.program) })),
            (
                "facets",
                .object(
                    FacetName.allCases.compactMap { facet in
                        guard let values = results.facets[facet], !values.isEmpty else { return nil }
                        return (
                            facet.rawValue,
                            .array(
                                values.map {
                                    .object([
                                        ("value", .string($0.value)), ("label", .string(labels.value($0.value, of: facet))),
                                        ("count", .integer($0.count)),
                                    ])
                                })
                        )
                    })
            ),
        ])
    }

    func program(_ program: Program) -> JSONValue {
        .object([
            ("id", .string(program.id.rawValue)), ("title", .text(program.title.resolved(view.language)?.text)),
            ("institution", .string(labels.institution(program.institution))), ("url", .string(address(program))),
            ("summary", .text(program.summary.resolved(view.language)?.text)),
            ("description", .text(program.description.resolved(view.language)?.text)),
            ("outcomes", .strings(program.outcomes.compactMap { $0.resolved(view.language)?.text })),
            ("hours", program.hours.map(JSONValue.number)), ("weeks", program.weeks.map(JSONValue.number)),
            ("credential", .string(program.credential.rawValue)), ("priorEducation", .string(program.priorEducation.rawValue)),
            ("funding", .strings(program.eligibleFunding.map(\.rawValue).sorted())),
            ("offerings", .array(program.upcomingOfferings(on: catalogue.today).map(offering))),
            ("occupations", .strings(program.occupations.map(\.rawValue))), ("industries", .strings(program.industries.map(\.rawValue))),
            ("skills", .strings(program.skills.map(\.rawValue))), ("technologies", .strings(program.technologies.map(\.rawValue))),
            ("lastConfirmed", .text(program.lastConfirmed?.description)),
        ])
    }

    func brief(_ program: Program) -> JSONValue {
        .object([
            ("id", .string(program.id.rawValue)), ("title", .text(program.title.resolved(view.language)?.text)),
            ("institution", .string(labels.institution(program.institution))), ("url", .string(address(program))),
        ])
    }

    private func offering(_ offering: Offering) -> JSONValue {
        var end: CalendarDate?
        if case .dates(_, let last) = offering.schedule { end = last }
        return .object([
            ("start", .text(offering.start?.description)), ("end", .text(end?.description)),
            ("delivery", .string(offering.delivery.rawValue)), ("place", .text(offering.place?.city)),
            ("language", .string(offering.language.rawValue)), ("price", offering.price.map { .number(Double($0.cents) / 100) }),
        ])
    }

    private func address(_ program: Program) -> String { view.site.services.settings.baseURL + view.links.program(program.id) }
}
