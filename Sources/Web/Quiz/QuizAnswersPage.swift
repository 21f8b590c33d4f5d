import Domain
import HTML
import Portal

/// Check your answers: each with a way to change it, the code that brings them back, and the button that erases them.
struct QuizAnswersPage {
    let view: View
    let labels: Labels
    let kept: KeptQuiz

    private var t: Texts.Reader { view.t }
    private var code: String { kept.code.description }

    var page: Page {
        Page(title: t("quiz.answers.title"), route: .quizAnswers, id: code, isIndexed: false) { h in
            h.element("div", .class("quiz")) { h in
                h.element("h1", text: t("quiz.answers.title"))
                h.element("p", .class("lead"), text: t("quiz.answers.lead"))
                answers(&h)
                h.element("p") { h in
                    h.element("a", .class("button"), .href(view.links.path(.quizResults, id: code)), text: t("quiz.showPrograms"))
                }
                QuizCodeBox(view: view, kept: kept).write(&h)
            }
        }
    }

    private func answers(_ h: inout HTMLWriter) {
        let texts = QuizAnswerTexts(view: view, labels: labels)
        h.element("dl", .class("quiz-answers")) { h in
            for step in QuizStep.allCases {
                let said = texts.said(step, kept.answers)
                h.element("div") { h in
                    h.element("dt", text: t("quiz.\(step.name).short"))
                    h.element("dd") { h in
                        if said.isEmpty { h.element("span", .class("quiet"), text: t("quiz.answers.nothing")) }
                        h.element("ul", .class("plain")) { h in for answer in said { h.element("li", text: answer) } }
                    }
                    h.element("dd", .class("quiz-change")) { h in
                        h.element("a", .class("tap"), .href(view.links.path(step.route, id: code) + "?change=1")) { h in
                            h.text(t("quiz.answers.change"))
                            h.element("span", .class("visually-hidden"), text: " " + t("quiz.\(step.name).short"))
                        }
                    }
                }
            }
        }
    }
}

/// The code and the link that bring the answers back, until when, and the way to erase them now.
struct QuizCodeBox {
    let view: View
    let kept: KeptQuiz

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let settings = view.site.services.settings
        let code = kept.code.description
        h.element("section", .class("card quiz-code"), Attribute("aria-labelledby", "code-title")) { h in
            h.element("h2", .id("code-title"), text: t("quiz.code.title"))
            h.element("p", .class("quiz-code-text"), text: code)
            h.element(
                "p", text: t("quiz.code.until", ["date": view.format.date(settings.day(at: kept.until)), "days": String(KeepQuiz.days)]))
            h.element("p", .class("small")) { h in
                h.text(t("quiz.code.link") + " ")
                h.element(
                    "a", .href(view.links.path(.quizAnswers, id: code)), text: settings.baseURL + view.links.path(.quizAnswers, id: code))
            }
            h.element("p", .class("small quiet"), text: t("quiz.code.privacy"))
            h.element("form", .action(view.links.path(.quizErase, id: code)), Attribute("method", "post"), .class("no-print")) { h in
                h.element("button", .class("button secondary"), .type("submit"), text: t("quiz.erase.now"))
            }
        }
    }
}
