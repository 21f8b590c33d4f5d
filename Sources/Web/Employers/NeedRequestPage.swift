import Domain
import HTML
import Matching
import Portal

/// The form that tells institutions what was not found.
struct NeedRequestPage {
    let view: View
    let catalogue: Catalogue
    var fields: AskForNeed.Fields
    /// The words for the job, as typed.
    var job = ""
    /// Words for skills, as typed.
    var skills = ""
    /// Occupations that may be meant by `job`.
    var jobs: [OccupationCode] = []
    /// Words that name no skill.
    var unknown: [String] = []
    var problems: [AskForNeed.Problem] = []

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }

    private var list: FormProblems {
        var list = FormProblems()
        for problem in problems {
            let field = problem == .nothingToCount ? "job" : problem.field
            list.add(field, t("need.problem.\(problem.rawValue)", ["limit": view.format.number(AskForNeed.longest)]))
        }
        if !unknown.isEmpty {
            list.add("skills", t("posting.read.unknown", ["words": view.format.list(unknown, and: t("facts.and"))]))
        }
        if !jobs.isEmpty { list.add("job", t("need.whichJob")) }
        return list
    }

    var page: Page {
        let query = Links.needRequestQuery(fields.targets, occupation: fields.occupation)
        return Page(title: t("need.title"), description: t("need.lead"), route: .needRequest, query: query, isIndexed: false) { h in
            let problems = list
            problems.write(view, &h)
            h.element("h1", text: t("need.title"))
            h.element("p", .class("lead"), text: t("need.lead"))
            h.element("form", .class("need-form"), .action(view.links.path(.needRequest)), Attribute("method", "post")) { h in
                FormTextArea(
                    view: view, name: "wanted", label: "need.wanted", value: fields.wanted, hint: "need.wantedHint", rows: 5,
                    maximumLength: AskForNeed.longest, problems: problems
                ).write(&h)
                occupation(problems, &h)
                targets(&h)
                FormField(
                    view: view, name: "skills", label: "need.skills", value: skills, hint: "need.skillsHint", isRequired: false,
                    problems: problems
                ).write(&h)
                FormSelect(
                    view: view, name: "region", label: "need.region", choices: regions, chosen: fields.region?.rawValue ?? "",
                    problems: problems
                ).write(&h)
                FormField(
                    view: view, name: "people", label: "need.people", value: fields.people, inputMode: "numeric", isRequired: false,
                    maximumLength: 7, problems: problems
                ).write(&h)
                h.element("h2", text: t("need.who"))
                h.element("p", text: t("need.whoText"))
                FormField(
                    view: view, name: "email", label: "need.email", type: "email", value: fields.email, hint: "need.emailHint",
                    autocomplete: "email", isRequired: false, maximumLength: 254, problems: problems
                ).write(&h)
                FormField(
                    view: view, name: "organisation", label: "need.organisation", value: fields.organisation,
                    hint: "need.organisationHint", autocomplete: "organization", isRequired: false, maximumLength: 100, problems: problems
                ).write(&h)
                h.element("p", .class("small quiet"), text: t("need.kept"))
                h.element("button", .class("button"), .type("submit"), text: t("need.submit"))
            }
        }
    }

    /// What is known, with a way to take it off; or words, and the question what they mean.
    private func occupation(_ problems: FormProblems, _ h: inout HTMLWriter) {
        if let known = fields.occupation, problems["job"] == nil {
            h.element("fieldset", .class("posting-group")) { h in
                h.element("legend", text: t("need.job"))
                h.element("label", .class("posting-tick"), .for("occupation")) { h in
                    h.void("input", .type("checkbox"), .id("occupation"), .name("occupation"), .value(known.rawValue), .flag("checked"))
                    h.element("span", text: labels.occupation(known))
                }
            }
            return
        }
        FormField(
            view: view, name: "job", label: "need.job", value: job, hint: "need.jobHint", isRequired: false, problems: problems
        ).write(&h)
        guard !jobs.isEmpty else { return }
        h.element("fieldset", .class("posting-group")) { h in
            h.element("legend", text: t("need.whichJob"))
            for (index, code) in jobs.enumerated() {
                h.element("label", .class("posting-tick"), .for("occupation-\(index)")) { h in
                    h.void("input", .type("radio"), .id("occupation-\(index)"), .name("occupation"), .value(code.rawValue))
                    h.element("span", text: labels.occupation(code))
                }
            }
        }
    }

    private func targets(_ h: inout HTMLWriter) {
        guard !fields.targets.isEmpty else { return }
        h.element("fieldset", .class("posting-group")) { h in
            h.element("legend", text: t("need.targets"))
            for (index, target) in fields.targets.enumerated() {
                let name = labels.target(target)
                h.element("label", .class("posting-tick"), .for("need-\(index)")) { h in
                    h.void("input", .type("checkbox"), .id("need-\(index)"), .name("need"), .value(target.parameter), .flag("checked"))
                    h.element("span", .lang(view.lang(name.language)), text: name.text)
                }
            }
        }
    }

    private var regions: [(value: String, label: String)] { NeedRegions(view: view, catalogue: catalogue).choices("need.anyRegion") }
}

/// The regions of the portal as choices of a form.
struct NeedRegions {
    let view: View
    let catalogue: Catalogue

    /// - Parameter any: the key of the choice that says none.
    func choices(_ any: String) -> [(value: String, label: String)] {
        let regions = catalogue.labourMarket.regions.map { ($0.id.rawValue, $0.name.text(view.language)) }
        return [("", view.t(any))] + regions.sorted { $0.1.lowercased() < $1.1.lowercased() }.map { (value: $0.0, label: $0.1) }
    }
}

/// What happens now.
struct NeedAskedPage {
    let view: View
    let outcome: AskForNeed.Outcome

    var page: Page {
        let t = view.t
        let key = if case .asked = outcome { "asked" } else { "counted" }
        return Page(title: t("need.\(key).title"), route: .needRequest, isIndexed: false) { h in
            h.element("h1", text: t("need.\(key).title"))
            if case .asked(let email) = outcome {
                h.element("p", .class("lead"), text: t("need.asked.text", ["email": email.text]))
                h.element("p", text: t("need.asked.next"))
            } else {
                h.element("p", .class("lead"), text: t("need.counted.text"))
            }
            h.element("p") { $0.element("a", .class("row-link"), .href(view.links.employers), text: t("need.back")) }
        }
    }
}
