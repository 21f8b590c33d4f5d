import Domain
package import Matching
import Portal

/// The JSON of a plan: what the API and the command line write.
package struct PlanShapes {
    private let view: View
    private let labels: Labels

    package init(view: View, catalogue: Catalogue) {
        self.view = view
        labels = Labels(view, catalogue: catalogue)
    }

    package func answer(_ answer: PlanAnswer, reading: PlanReading) -> JSONValue {
        .object([
            ("from", reading.from?.first.map(occupation)), ("to", reading.to?.first.map(occupation)),
            ("have", .array(reading.skills.known.map { skill($0) })), ("unknownSkills", .strings(reading.skills.unknown)),
            ("shared", .array(answer.gap.shared.map { skill($0) })), ("needs", .array(answer.gap.needs.map { need($0) })),
            ("plans", .array(answer.plans.map(plan))), ("uncovered", .array(answer.uncovered.map(leftOut))),
        ])
    }

    private func occupation(_ match: OccupationMatch) -> JSONValue {
        .object([
            ("code", .string(match.code)), ("title", .text(match.occupation.map(labels.occupation))), ("score", .number(match.confidence)),
            ("matched", .text(match.matchedTitle)),
        ])
    }

    private func skill(_ target: TagTarget) -> JSONValue {
        .object([("kind", .string(target.kind.rawValue)), ("code", .string(target.code)), ("label", .string(labels.target(target).text))])
    }

    private func need(_ need: SkillNeed) -> JSONValue {
        .object([
            ("kind", .string(need.target.kind.rawValue)), ("code", .string(need.target.code)),
            ("label", .string(labels.target(need.target).text)), ("points", .integer(need.points)),
        ])
    }

    private func leftOut(_ left: LeftOut) -> JSONValue {
        var limits: [String] = []
        if case .limits(let broken) = left.reason { limits = broken.map(\.rawValue).sorted() }
        return .object([
            ("need", need(left.need)), ("reason", .string(left.reason.name)), ("limits", limits.isEmpty ? nil : .strings(limits)),
        ])
    }

    private func plan(_ plan: TrainingPlan) -> JSONValue {
        .object([
            ("objectives", .strings(plan.objectives.map(\.rawValue))), ("isProvedBest", .bool(plan.isProvedBest)),
            ("price", .number(Double(plan.price.cents) / 100)), ("unpriced", .integer(plan.unpricedSteps)), ("hours", .number(plan.hours)),
            ("start", .text(plan.first?.description)), ("end", .text(plan.last?.description)),
            ("steps", .array(plan.steps.map(step))), ("covers", .array(plan.covered.map { need($0) })),
            ("leftOut", .array(plan.leftOut.map(leftOut))),
        ])
    }

    private func step(_ step: TrainingPlan.Step) -> JSONValue {
        .object([
            (
                "program",
                .object([
                    ("id", .string(step.program.id.rawValue)), ("title", .text(step.program.title.resolved(view.language)?.text)),
                    ("institution", .string(labels.institution(step.program.institution))),
                    ("url", .string(view.site.services.settings.baseURL + view.links.program(step.program.id))),
                ])
            ),
            ("start", .string(step.start.description)), ("end", .string(step.end.description)),
            ("openAllYear", .bool(step.offering.start == nil)), ("delivery", .string(step.offering.delivery.rawValue)),
            ("place", .text(step.offering.place?.city)), ("language", .string(step.offering.language.rawValue)),
            ("price", step.offering.price.map { .number(Double($0.cents) / 100) }), ("hours", step.program.hours.map(JSONValue.number)),
            ("hoursPerWeek", step.hoursPerWeek.map(JSONValue.number)), ("usesOSAP", .bool(step.usesOSAP)),
            ("covers", .array(step.covers.map { need($0) })),
        ])
    }
}

extension LeftOut.Reason {
    /// The name used by the API and the translations.
    package var name: String {
        switch self {
        case .notOffered: "not-offered"
        case .otherField: "other-field"
        case .notInRegion: "not-in-region"
        case .notAsAsked: "not-as-asked"
        case .limits: "limits"
        }
    }
}
