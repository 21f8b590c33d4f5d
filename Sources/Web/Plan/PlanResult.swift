import Domain
import HTML
import Matching
import Portal

/// The answer: what is missing, the plans side by side, what nobody offers, and where to go next.
struct PlanResult {
    let view: View
    let catalogue: Catalogue
    let answer: PlanAnswer
    let reading: PlanReading

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var notOffered: [SkillNeed] { answer.uncovered.filter { $0.reason == .notOffered }.map(\.need) }

    func write(_ h: inout HTMLWriter) {
        schooling(&h)
        gap(&h)
        if answer.gap.needs.isEmpty {
            h.element("p", .class("lead"), text: t("plan.nothingMissing"))
        } else if answer.plans.isEmpty {
            none(&h)
        } else {
            if answer.plans.count == 1, answer.plans[0].objectives.count == PlanObjective.allCases.count {
                h.element("p", text: t("plan.coincide"))
            }
            h.element("div", .class("plan-cards")) { h in
                for plan in answer.plans { PlanCard(view: view, labels: labels, plan: plan, needs: answer.gap.needs).write(&h) }
            }
        }
        unmet(&h)
        next(&h)
    }

    /// A set of short programs may cover every skill and still not open the door: a diploma or a licence is said before any plan.
    private func schooling(_ h: inout HTMLWriter) {
        let asksMore =
            answer.request.from.map { catalogue.careerMove(from: $0, to: answer.request.to).trainingSteps > 0 }
            ?? (answer.request.to.teer <= 3)
        guard asksMore else { return }
        h.element("p", .class("care"), text: t("plan.schooling", ["usual": t("occupation.teer.\(answer.request.to.teer)")]))
    }

    private func gap(_ h: inout HTMLWriter) {
        guard !answer.gap.needs.isEmpty else { return }
        h.element("details", .id("gap")) { h in
            h.element("summary", text: t("plan.gap", count: answer.gap.needs.count))
            h.element("p", text: t("plan.gapText"))
            h.element("ul") { h in
                for need in answer.gap.needs {
                    let name = labels.target(need.target)
                    h.element("li") { h in
                        h.element("strong", .lang(view.lang(name.language)), text: name.text)
                        h.text(" " + grounds(need))
                    }
                }
            }
            if !answer.gap.shared.isEmpty {
                h.element("p", text: t("plan.shared", ["skills": list(answer.gap.shared.prefix(12).map(\.self))]))
            }
        }
    }

    /// How it is known that the job asks for it.
    private func grounds(_ need: SkillNeed) -> String {
        switch need.grounds {
        case .level(let has?, let asks):
            t("plan.grounds.level", ["has": view.format.number(has), "asks": view.format.number(asks)])
        case .level(nil, let asks): t("plan.grounds.asks", ["asks": view.format.number(asks)])
        case .taught(let programs, let all):
            t("plan.grounds.taught", count: all, ["programs": view.format.number(programs)])
        case .listed: t("plan.grounds.listed")
        }
    }

    private func none(_ h: inout HTMLWriter) {
        h.element("div", .class("card")) { h in
            h.element("h2", text: t("plan.none.title"))
            h.element("p", text: t(answer.programCount == 0 ? "plan.none.nothing" : "plan.none.limits"))
            let left = answer.uncovered.filter { $0.reason != .notOffered }
            LeftOutList(view: view, labels: labels).write(left, &h)
            h.element("p") { h in
                h.element("a", .class("row-link"), .href("#change"), text: t("plan.none.change"))
            }
        }
    }

    private func unmet(_ h: inout HTMLWriter) {
        guard !notOffered.isEmpty else { return }
        h.element("section", .class("plan-unmet")) { h in
            h.element("h2", text: t("plan.unmet.title"))
            h.element("p", text: t("plan.unmet.text"))
            h.element("ul", .class("tag-list")) { h in
                for need in notOffered {
                    let name = labels.target(need.target)
                    h.element("li", .class("mark-pill care"), .lang(view.lang(name.language)), text: name.text)
                }
            }
            h.element("p", .class("small quiet"), text: t("plan.unmet.counted"))
        }
    }

    private func next(_ h: inout HTMLWriter) {
        let to = answer.request.to
        h.element("section", .class("no-print")) { h in
            h.element("h2", text: t("plan.next.title"))
            h.element("ul", .class("links")) { h in
                if let from = answer.request.from, from != to {
                    link(view.links.careerMove(from: from, to: to), t("plan.next.compare"), &h)
                }
                link(view.links.occupation(to), t("plan.next.occupation", ["occupation": labels.occupation(to)]), &h)
                link(view.links.search(.occupation, to.rawValue), t("recommendations.all"), &h)
                link(view.links.path(.funding), t("plan.next.funding"), &h)
                h.element("li") { h in
                    h.element(
                        "button", .type("button"), .class("button secondary"), .flag("data-print"), .flag("hidden"),
                        text: t("program.print"))
                }
            }
        }
    }

    private func link(_ address: String, _ text: String, _ h: inout HTMLWriter) {
        h.element("li") { $0.element("a", .class("row-link"), .href(address), text: text) }
    }

    private func list(_ targets: [TagTarget]) -> String {
        view.format.list(targets.map { labels.target($0).text }, and: t("facts.and"))
    }
}

/// What a plan leaves out, each with its reason.
struct LeftOutList {
    let view: View
    let labels: Labels

    func write(_ left: [LeftOut], _ h: inout HTMLWriter) {
        guard !left.isEmpty else { return }
        h.element("ul", .class("plan-left")) { h in
            for one in left {
                let name = labels.target(one.need.target)
                h.element("li") { h in
                    h.element("strong", .lang(view.lang(name.language)), text: name.text)
                    h.text(" " + reason(one.reason))
                }
            }
        }
    }

    private func reason(_ reason: LeftOut.Reason) -> String {
        guard case .limits(let limits) = reason else { return view.t("plan.left.\(reason.name)") }
        let texts = LeftOut.Limit.allCases.filter(limits.contains).map { view.t("plan.limit.\($0.rawValue)") }
        return view.t("plan.left.limits", ["limits": view.format.list(texts, and: view.t("facts.and"))])
    }
}
