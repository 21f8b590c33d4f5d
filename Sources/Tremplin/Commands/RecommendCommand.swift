package import ArgumentParser
import Domain
import Matching
import Portal
import Web

/// `tremplin recommend`: from a job to the programs that move somebody forward.
package struct RecommendCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "recommend", abstract: "Recommend programs to somebody who has this job, with the reasons.")

    @Option(name: .customLong("lang"), help: "The language of the words and of the answer: en or fr.")
    var language: Language = .en

    @Option(help: "The industry the work is done in: a NAICS code or words.")
    var industry: String?

    @Option(help: "The NOC 2021 code of the job, when it is known.")
    var occupation: String?

    @Option(help: "How many programs at most.")
    var limit = 10

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Show what each reason adds to the score.")
    var explain = false

    @Argument(help: "The job, in one's own words.")
    var words: [String]

    package init() {}

    package func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit must be from 1 to 100.") }
        if words.joined().isBlank { throw ValidationError("Give a job.") }
        if let occupation, OccupationCode(occupation) == nil {
            throw ValidationError("--occupation must be a NOC 2021 code of five digits: \(occupation) is none.")
        }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let portal = try await AnsweringPortal(surroundings)
        let text = words.joined(separator: " ")
        let answer = portal.services.recommendPrograms(
            text, language: language, industry: industry, occupation: occupation.flatMap { OccupationCode($0) }, limit: limit)
        if json {
            surroundings.console.line(
                String(decoding: portal.shapes(language).recommendations(answer, query: text, explained: explain).bytes, as: UTF8.self))
        } else {
            write(answer, portal, to: surroundings.console)
        }
    }

    private func write(_ answer: RecommendationAnswer, _ portal: AnsweringPortal, to console: Console) {
        let labels = Labels(portal.view(language), catalogue: portal.services.catalogue.current)
        let reasons = ReasonText(view: portal.view(language), labels: labels)
        for match in answer.matches.matches {
            let title = match.occupation.map(labels.occupation) ?? ""
            console.line("\(match.code)  \(Figures.score(match.confidence))  \(title)\(match.matchedTitle.map { " (\($0))" } ?? "")")
        }
        for (index, recommendation) in answer.recommendations.enumerated() {
            let program = recommendation.program
            console.line()
            console.line("\(index + 1). \(program.title.text(language)), \(labels.institution(program.institution))")
            if explain { console.line("   score \(Figures.score(recommendation.score))") }
            for reason in recommendation.reasons {
                console.line("   - \(explain ? "\(Figures.score(reason.weight))  " : "")\(reasons.sentence(reason))")
            }
        }
    }
}
