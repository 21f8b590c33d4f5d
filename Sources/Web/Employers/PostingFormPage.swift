import HTML
import Portal

/// The box a posting is pasted into, on a page of its own: with what is wrong beside it, and what was pasted kept.
struct PostingFormPage {
    let view: View
    let text: String
    let problem: PostingText.Problem?

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("posting.title"), description: t("posting.lead"), route: .posting) { h in
            let problems = problem.map { FormProblems("text", PostingBox.sentence($0, view)) } ?? FormProblems()
            problems.write(view, &h)
            h.element("h1", text: t("posting.title"))
            h.element("p", .class("lead"), text: t("posting.lead"))
            PostingBox(view: view, text: text, problems: problems).write(&h)
            h.element("h2", text: t("posting.how.title"))
            h.element("ol", .class("steps")) { h in
                for key in ["posting.how.reads", "posting.how.check", "posting.how.programs"] { h.element("li", text: t(key)) }
            }
        }
    }
}

/// The box itself: also on the employers' first page.
struct PostingBox {
    let view: View
    var text = ""
    var problems = FormProblems()

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        h.element("form", .class("posting-box"), .action(view.links.path(.posting)), Attribute("method", "post")) { h in
            FormTextArea(
                view: view, name: "text", label: "posting.text", value: text, hint: "posting.textHint", rows: 8,
                maximumLength: PostingText.largest, problems: problems
            ).write(&h)
            h.element("button", .class("button"), .type("submit"), text: t("posting.submit"))
            h.element("p", .class("small quiet"), text: t("posting.kept"))
        }
    }

    static func sentence(_ problem: PostingText.Problem, _ view: View) -> String {
        view.t("posting.problem.\(problem.rawValue)", ["limit": view.format.number(PostingText.largest / 1_000)])
    }
}
