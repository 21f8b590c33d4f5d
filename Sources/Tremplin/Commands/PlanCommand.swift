package import ArgumentParser
import Domain
import Hummingbird
import HummingbirdCore
import Matching
import Portal
import Web

/// `tremplin plan`: from a job to another, the sets of programs that close the gap.
package struct PlanCommand: PortalCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan the way from a job to another: the cheapest, the fastest and the smallest set of programs.",
        discussion: """
            Jobs are given in words or as NOC 2021 codes:
              tremplin plan --from "nurse aide" --to 32101 --budget 800 --by 2027-06-30 --hours-per-week 10
            """)

    @Option(name: .customLong("lang"), help: "The language of the words and of the answer: en or fr.")
    var language: Language = .en

    @Option(help: "The job somebody has or had: words, or a NOC 2021 code.")
    var from: String?

    @Option(help: "Skills and tools somebody has, with commas between them.")
    var have: String?

    @Option(help: "The job somebody wants: words, or a NOC 2021 code.")
    var to: String

    @Option(help: "At most this much for all programs, in whole dollars.")
    var budget: Int?

    @Option(help: "The last day, YYYY-MM-DD.")
    var by: String?

    @Option(help: "Hours a week for learning.")
    var hoursPerWeek: Int?

    @Option(help: "A way of teaching that will do: online, online-live, in-person, hybrid or workplace. May be given several times.")
    var delivery: [String] = []

    @Option(help: "The economic region somebody can go to, four digits.")
    var region: String?

    @Flag(help: "Programs taught in either language, not only in that of --lang.")
    var anyLanguage = false

    @Flag(help: "OSAP is not to pay: programs may overlap.")
    var withoutOSAP = false

    @Flag(help: "Write JSON.")
    var json = false

    package init() {}

    package func validate() throws {
        if from?.isBlank != false, have?.isBlank != false { throw ValidationError("Give --from or --have.") }
        if to.isBlank { throw ValidationError("Give --to.") }
    }

    package func run(_ surroundings: Surroundings) async throws {
        let portal = try await AnsweringPortal(surroundings)
        let catalogue = portal.services.catalogue.current
        let form = PlanForm(parameters, in: language, labourMarket: catalogue.labourMarket, today: catalogue.today)
        if let problem = form.problems.first {
            throw CommandFailure(.usage, "--\(Self.option(of: problem.field)): \(portal.view(language).t(problem.sentence))")
        }
        let reading = PlanReading(form, services: portal.services, language: language)
        guard let request = reading.request else {
            throw CommandFailure(.usage, portal.view(language).t("plan.problem.bothJobs"))
        }
        let answer = portal.services.planTraining(request)
        if json {
            let shapes = PlanShapes(view: portal.view(language), catalogue: catalogue)
            surroundings.console.line(String(decoding: shapes.answer(answer, reading: reading).bytes, as: UTF8.self))
        } else {
            write(answer, Labels(portal.view(language), catalogue: catalogue), to: surroundings.console)
        }
    }

    /// Read by the same reader as the page's address, so that the same limit means the same thing.
    private var parameters: Parameters {
        func job(_ name: String, _ text: String?) -> (name: String, value: String?) {
            text.flatMap { OccupationCode($0) } == nil ? (name, text) : ("\(name)-occupation", text)
        }
        let query = QueryString(
            [
                job("from", from), ("have", have), job("to", to), ("budget", budget.map(String.init)), ("by", by),
                ("hours", hoursPerWeek.map(String.init)), ("region", region), ("osap", withoutOSAP ? "no" : nil),
                ("language", anyLanguage ? "any" : nil),
            ] + delivery.map { ("delivery", $0) })
        return URI("/\(query.text)").queryParameters
    }

    private static func option(of field: String) -> String { field == "hours" ? "hours-per-week" : field }

    private func write(_ answer: PlanAnswer, _ labels: Labels, to console: Console) {
        let from = answer.request.from.map { "\($0)  \(labels.occupation($0))" } ?? "-"
        console.line("from  \(from)")
        console.line("to    \(answer.request.to)  \(labels.occupation(answer.request.to))")
        console.line("\(answer.gap.needs.count) needs, taught by \(answer.programCount) programs")
        for plan in answer.plans {
            console.line()
            let objectives = plan.objectives.map(\.rawValue).joined(separator: ", ")
            let price =
                "$\(Figures.rounded(Double(plan.price.cents) / 100))"
                + (plan.unpricedSteps > 0 ? " and \(plan.unpricedSteps) without a price" : "")
            console.line(
                "\(objectives): \(plan.steps.count) programs, \(price), covers \(plan.covered.count), "
                    + (plan.isProvedBest ? "proved best" : "best found"))
            for step in plan.steps {
                console.line(
                    "  \(step.start) to \(step.end)  \(step.program.title.text(language)), \(labels.institution(step.program.institution))")
                console.line("    covers: \(step.covers.map { labels.target($0.target).text }.joined(separator: ", "))")
            }
        }
        guard !answer.uncovered.isEmpty else { return }
        console.line()
        for left in answer.uncovered {
            var reason = left.reason.name
            if case .limits(let limits) = left.reason { reason = limits.map(\.rawValue).sorted().joined(separator: " and ") }
            console.line("not covered: \(labels.target(left.need.target).text) (\(reason))")
        }
    }
}
