import Domain
import HTML
import Matching

/// One plan: what it is best at, what it costs in all, when each program takes place and what it covers.
struct PlanCard {
    let view: View
    let labels: Labels
    let plan: TrainingPlan
    /// Everything that was missing.
    let needs: [SkillNeed]

    private var t: Texts.Reader { view.t }
    private var id: String { "plan-" + (plan.objectives.first?.rawValue ?? "") }

    func write(_ h: inout HTMLWriter) {
        h.element("section", .class("card plan-card"), Attribute("aria-labelledby", id)) { h in
            h.element("h2", .id(id), text: title)
            h.element("ul", .class("facts")) { h in for fact in facts { h.element("li", text: fact) } }
            h.element(
                "p", text: t("plan.covers", count: needs.count, ["covered": view.format.number(plan.covered.count)]))
            PlanTimeline(view: view, plan: plan, id: id).write(&h)
            h.element("ol", .class("plan-steps")) { h in
                for step in plan.steps { h.element("li") { self.step(step, &$0) } }
            }
            left(&h)
            h.element("p", .class("small quiet"), text: t(plan.isProvedBest ? "plan.proved" : "plan.bestFound"))
        }
    }

    private var title: String {
        plan.objectives.count == PlanObjective.allCases.count
            ? t("plan.all") : view.format.list(plan.objectives.map { t("plan.objective.\($0.rawValue)") }, and: t("facts.and"))
    }

    private var facts: [String] {
        var facts: [String] = []
        if plan.unpricedSteps < plan.steps.count {
            facts.append(plan.price == .free ? t("facts.free") : t("plan.inAll", ["price": view.format.money(plan.price)]))
        }
        if plan.unpricedSteps > 0 { facts.append(t("plan.unpriced", count: plan.unpricedSteps)) }
        facts.append(t("plan.programs", count: plan.steps.count))
        if plan.hours > 0 { facts.append(t("facts.hours", count: plan.hours, ["hours": view.format.number(plan.hours)])) }
        if let first = plan.first, let last = plan.last { facts.append(dates(first, last)) }
        return facts
    }

    private func step(_ step: TrainingPlan.Step, _ h: inout HTMLWriter) {
        let title = step.program.title.resolved(view.language) ?? (step.program.reference, view.language)
        h.element("h3") { h in
            h.element(
                "a", .class("tap"), .href(view.links.program(step.program.id)), .lang(view.lang(title.language)), text: title.text)
        }
        h.element("p", .class("institution"), text: labels.institution(step.program.institution))
        h.element("p", .class("when"), text: when(step))
        h.element("ul", .class("facts small")) { h in for fact in stepFacts(step) { h.element("li", text: fact) } }
        if step.covers.isEmpty {
            h.element("p", .class("small"), text: t("plan.builtOn"))
        } else {
            h.element("p", .class("small")) { h in
                h.text(t("plan.stepCovers") + " ")
                for (index, need) in step.covers.enumerated() {
                    let name = labels.target(need.target)
                    if index > 0 { h.text(", ") }
                    h.element("span", .lang(view.lang(name.language)), text: name.text)
                }
            }
        }
        if step.usesOSAP { h.element("p", .class("small"), text: t("plan.stepOSAP")) }
        if step.isLengthAssumed { h.element("p", .class("small care"), text: t("plan.lengthAssumed")) }
    }

    private func when(_ step: TrainingPlan.Step) -> String {
        let dates = dates(step.start, step.end)
        return step.offering.start == nil ? t("plan.anyDay", ["dates": dates]) : dates
    }

    private func dates(_ first: CalendarDate, _ last: CalendarDate) -> String {
        first == last ? view.format.date(first) : t("program.fromTo", ["from": view.format.date(first), "to": view.format.date(last)])
    }

    private func stepFacts(_ step: TrainingPlan.Step) -> [String] {
        let offering = step.offering
        return [
            offering.price.map { $0 == .free ? t("facts.free") : view.format.money($0) } ?? t("plan.noPrice"),
            step.program.hours.map { t("facts.hours", count: $0, ["hours": view.format.number($0)]) },
            step.hoursPerWeek.map { t("plan.hoursPerWeek", count: $0, ["hours": view.format.number($0)]) },
            t("facet.delivery.\(offering.delivery.rawValue)"), offering.place?.city,
            offering.language == view.language ? nil : t("facet.language.\(offering.language.rawValue)"),
            step.program.priorEducation == .none
                ? nil : t("plan.asks", ["level": t("facet.prior-education.\(step.program.priorEducation.rawValue)")]),
        ].compactMap(\.self)
    }

    private func left(_ h: inout HTMLWriter) {
        let left = plan.leftOut.filter { $0.reason != .notOffered }
        guard !left.isEmpty else { return }
        h.element("details", .id("\(id)-left")) { h in
            h.element("summary", text: t("plan.leftOut", count: left.count))
            LeftOutList(view: view, labels: labels).write(left, &h)
        }
    }
}
