import Domain
package import Matching
package import Portal

/// The JSON of a posting's answer: what the API and the command line write.
package struct PostingShapes {
    private let view: View
    private let labels: Labels

    package init(view: View, catalogue: Catalogue) {
        self.view = view
        labels = Labels(view, catalogue: catalogue)
    }

    package func answer(_ answer: ReadPosting.Answer) -> JSONValue {
        let coverage = answer.coverage
        return .object([
            ("title", .text(answer.reading.document.title.isEmpty ? nil : answer.reading.document.title)),
            ("postings", .integer(answer.source.count)),
            (
                "occupations",
                .array(
                    answer.reading.occupations.map {
                        .object([
                            ("code", .string($0.code.rawValue)), ("title", .string(labels.occupation($0.code))),
                            ("score", .number(rounded($0.confidence))), ("matched", .text($0.matchedTitle)),
                        ])
                    })
            ),
            ("occupation", .text(answer.occupation?.rawValue)), ("isSure", .bool(answer.reading.isSure)),
            ("findings", .array(answer.reading.findings.map { finding($0, answer) })),
            ("needs", .array(coverage.needs.indices.map { need($0, coverage) })),
            (
                "programs",
                .array(
                    coverage.ranked.map {
                        .object([
                            ("program", program($0.program)), ("covers", codes($0.covers, coverage)),
                            ("preparesFor", .text($0.preparesFor?.rawValue)), ("canBegin", .bool($0.canBegin)),
                        ])
                    })
            ),
            (
                "together",
                .object([
                    (
                        "programs",
                        .array(
                            coverage.set.map {
                                .object([
                                    ("program", program($0.program)), ("covers", codes($0.covers, coverage)),
                                    ("adds", codes($0.adds, coverage)),
                                ])
                            })
                    ), ("isProvedBest", .bool(coverage.isProvedBest)), ("covers", codes(coverage.coveredTogether, coverage)),
                ])
            ),
            ("uncovered", codes(coverage.uncovered, coverage)),
        ])
    }

    private func finding(_ finding: PostingReading.Finding, _ answer: ReadPosting.Answer) -> JSONValue {
        .object([
            ("kind", .string(finding.target.kind.rawValue)), ("code", .string(finding.target.code)),
            ("label", .string(labels.target(finding.target).text)), ("role", .string(finding.role.rawValue)),
            ("score", .number(rounded(finding.confidence))), ("isNamed", .bool(finding.isNamed)),
            ("evidence", .string(answer.reading.sentence(of: finding))), ("also", .strings(finding.also.map(\.parameter))),
        ])
    }

    private func need(_ place: Int, _ coverage: PostingCoverage) -> JSONValue {
        let need = coverage.needs[place]
        return .object([
            ("need", .string(need.target.parameter)), ("label", .string(labels.target(need.target).text)),
            ("role", .string(need.role.rawValue)),
            ("programs", .integer(coverage.programCounts[place])),
        ])
    }

    private func codes(_ places: [Int], _ coverage: PostingCoverage) -> JSONValue {
        .strings(places.map { coverage.needs[$0].target.parameter })
    }

    private func program(_ program: Program) -> JSONValue {
        .object([
            ("id", .string(program.id.rawValue)), ("title", .text(program.title.resolved(view.language)?.text)),
            ("institution", .string(labels.institution(program.institution))),
            ("url", .string(view.site.services.settings.baseURL + view.links.program(program.id))),
        ])
    }

    private func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
