import HTML

/// Where a code is typed that brings earlier answers back.
struct QuizReturnPage {
    let view: View
    var typed = ""
    /// The key of what is wrong with the code.
    var problem: String?

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("quiz.return.title"), route: .quizReturn, isIndexed: false) { h in
            h.element("div", .class("quiz")) { h in
                if let problem {
                    h.element("div", .class("error-summary"), .role("alert")) { h in
                        h.element("h2", text: t("quiz.problem.title"))
                        h.element("ul") { h in h.element("li") { $0.element("a", .href("#code"), text: t(problem)) } }
                    }
                }
                h.element("h1", text: t("quiz.return.title"))
                form(&h)
                h.element("p") { $0.element("a", .class("row-link"), .href(view.links.quiz), text: t("quiz.startAgain")) }
            }
        }
    }

    func form(_ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(.quizReturn)), Attribute("method", "post"), .class("quiz-form")) { h in
            h.element("label", .for("code"), text: t("quiz.return.label"))
            h.element("p", .class("hint"), .id("code-hint"), text: t("quiz.return.hint"))
            if let problem { h.element("p", .class("field-error"), .id("code-error"), text: t(problem)) }
            h.element("div", .class("job-row quiz-code-row")) { h in
                h.void(
                    "input", .type("text"), .id("code"), .name("code"), .value(typed), Attribute("autocomplete", "off"),
                    Attribute("autocapitalize", "characters"), Attribute("spellcheck", "false"), Attribute("maxlength", "20"),
                    Attribute("aria-describedby", problem == nil ? "code-hint" : "code-hint code-error"))
                h.element("button", .class("button secondary"), .type("submit"), text: t("quiz.return.submit"))
            }
        }
    }
}
