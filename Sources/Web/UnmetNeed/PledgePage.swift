import Domain
import HTML
import Matching
import Portal

/// The form that pledges a program for a request: one that is there, or one that is planned.
struct PledgePage {
    let request: ConsoleRequest
    let institution: Institution.ID
    let asked: NeedBoard.Request
    let fields: PledgeProgram.Fields
    var problem: PledgeProgram.Problem?

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var catalogue: Catalogue { view.site.services.catalogue.current }
    private var id: String { "\(institution.rawValue)/\(asked.request.id.rawValue)" }

    var page: Page {
        request.page(t("unmet.pledgeTitle"), route: .consolePledge, id: id) { h in
            let problems = problems
            problems.write(view, &h)
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.path(.consoleUnmetNeed, id: institution.rawValue)), text: t("unmet.back"))
            }
            h.element("h1", text: t("unmet.pledgeTitle"))
            NeedRequestText(view: view, catalogue: catalogue, request: asked.request).write(&h)
            guard request.may(.editPrograms) else {
                h.element("p", text: t("unmet.mayNot"))
                return
            }
            h.element("p", text: t("unmet.pledgeText"))
            form(problems, &h)
        }
    }

    private var problems: FormProblems {
        problem.map {
            FormProblems(
                $0.field,
                t(
                    "unmet.problem.\($0.rawValue)",
                    ["limit": view.format.number($0 == .long ? PledgeProgram.longestPlan : PledgeProgram.longestNote)]))
        } ?? FormProblems()
    }

    private func form(_ problems: FormProblems, _ h: inout HTMLWriter) {
        h.element("form", .class("need-form"), .action(view.links.path(.consolePledge, id: id)), Attribute("method", "post")) { h in
            FormSelect(
                view: view, name: "program", label: "unmet.program", choices: programs, chosen: fields.program, problems: problems
            ).write(&h)
            h.element("fieldset", .class("posting-group")) { h in
                h.element("legend", text: t("unmet.plannedTitle"))
                FormField(
                    view: view, name: "planned", label: "unmet.planned", value: fields.planned, isRequired: false,
                    maximumLength: PledgeProgram.longestPlan, problems: problems
                ).write(&h)
                FormField(
                    view: view, name: "ready-on", label: "unmet.readyOn", type: "date", value: fields.readyOn, isRequired: false,
                    maximumLength: 10, problems: problems
                ).write(&h)
            }
            FormTextArea(
                view: view, name: "note", label: "unmet.note", value: fields.note, hint: "unmet.noteHint", rows: 4,
                maximumLength: PledgeProgram.longestNote, problems: problems
            ).write(&h)
            h.element("button", .class("button"), .type("submit"), text: t("unmet.submit"))
        }
    }

    private var programs: [(value: String, label: String)] {
        [("", t("unmet.noProgram"))]
            + catalogue.programs(of: institution).map { ($0.id.rawValue, $0.title.resolved(view.language)?.text ?? $0.reference) }
    }
}
