import Domain
import HTML
import Matching
import Portal

/// From where somebody is to the job they want: the question, what was understood, and up to three plans.
struct PlanPage {
    let view: View
    let catalogue: Catalogue
    let reading: PlanReading
    /// `nil` while something must be asked first.
    let answer: PlanAnswer?

    private var t: Texts.Reader { view.t }
    private var form: PlanForm { reading.form }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    /// What is wrong with the fields, and what is still missing of a question that was begun.
    var problems: [SearchForm.Problem] {
        var problems = form.problems
        guard !form.isEmpty else { return problems }
        if !form.hasGoal, form.asksGoal { problems.append(.init(field: "to", sentence: "plan.problem.to")) }
        if !form.hasStart, form.asksStart { problems.append(.init(field: "from", sentence: "plan.problem.from")) }
        return problems
    }

    var page: Page {
        let query = form.query().text
        return Page(
            title: title, description: t("plan.description"), route: .plan, query: query, isIndexed: query.isEmpty
        ) { h in
            h.element("h1", text: title)
            if answer == nil { h.element("p", .class("lead"), text: t("plan.lead")) }
            summary(&h)
            question(reading.from, field: "from", heading: "plan.whichFrom", &h)
            question(reading.to, field: "to", heading: "plan.whichTo", &h)
            if let answer {
                unknownSkills(&h)
                PlanResult(view: view, catalogue: catalogue, answer: answer, reading: reading).write(&h)
                h.element("h2", .id("change"), .class("no-print"), text: t("plan.change"))
            }
            h.element("div", .class("no-print")) { h in
                PlanFields(view: view, labourMarket: catalogue.labourMarket, form: form).write(&h)
            }
            if answer == nil { explanation(&h) }
        }
    }

    private var title: String {
        guard let answer else { return t("plan.title") }
        let goal = labels.occupation(answer.request.to)
        guard let from = answer.request.from else { return t("plan.titleTo", ["to": goal]) }
        return t("plan.titleFromTo", ["from": labels.occupation(from), "to": goal])
    }

    private func summary(_ h: inout HTMLWriter) {
        guard !problems.isEmpty else { return }
        h.element("div", .class("error-summary"), .role("alert")) { h in
            h.element("h2", text: t("plan.problem.title"))
            h.element("ul") { h in
                for problem in problems {
                    h.element("li") { $0.element("a", .href("#\(problem.field)"), text: t(problem.sentence)) }
                }
            }
        }
    }

    /// Which occupation is meant, when the words do not say it well enough.
    private func question(_ matches: OccupationMatches?, field: String, heading: String, _ h: inout HTMLWriter) {
        guard let matches, !matches.isConfident, !matches.matches.isEmpty else { return }
        h.element("h2", text: t(heading, ["job": field == "from" ? form.from : form.to]))
        h.element("ul", .class("choices")) { h in
            for match in matches.matches {
                guard let code = match.occupation else { continue }
                let query = field == "from" ? form.query(from: code) : form.query(to: code)
                h.element("li") { h in
                    h.element("a", .class("choice"), .href(view.links.path(.plan) + query.text)) { h in
                        h.element("span", text: labels.occupation(code))
                        if let title = match.matchedTitle, let language = match.matchedLanguage {
                            h.element("span", .class("small")) { h in
                                h.text(t("recommendations.suchAs") + " ")
                                h.element("span", .lang(view.lang(language)), text: title)
                            }
                        }
                    }
                }
            }
        }
    }

    private func unknownSkills(_ h: inout HTMLWriter) {
        guard !reading.skills.unknown.isEmpty else { return }
        h.element(
            "p", .class("care"), text: t("plan.unknownSkills", ["skills": view.format.list(reading.skills.unknown, and: t("facts.and"))]))
    }

    private func explanation(_ h: inout HTMLWriter) {
        h.element("h2", text: t("plan.how.title"))
        h.element("ol", .class("steps")) { h in
            h.element("li", text: t("plan.how.gap"))
            h.element("li", text: t("plan.how.sets"))
            h.element("li", text: t("plan.how.honest"))
        }
    }
}
