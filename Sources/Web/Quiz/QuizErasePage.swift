import HTML
import Portal

/// Asks once before answers are erased, for whoever comes by an address and not by the button.
struct QuizErasePage {
    let view: View
    let code: QuizCode

    var page: Page {
        let t = view.t
        return Page(title: t("quiz.erase.title"), route: .quizErase, id: code.description, isIndexed: false) { h in
            h.element("div", .class("quiz")) { h in
                h.element("h1", text: t("quiz.erase.title"))
                h.element("p", text: t("quiz.erase.text"))
                h.element(
                    "form", .action(view.links.path(.quizErase, id: code.description)), Attribute("method", "post"), .class("quiz-buttons")
                ) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("quiz.erase.now"))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.path(.quizAnswers, id: code.description)),
                        text: t("quiz.erase.keep"))
                }
            }
        }
    }
}

/// Nothing is kept under the code of an address: it was erased, its days are over, or it never was.
struct QuizGonePage {
    let view: View

    var page: Page {
        let t = view.t
        return Page(title: t("quiz.gone.title"), route: .quizReturn, isIndexed: false) { h in
            h.element("div", .class("quiz")) { h in
                h.element("h1", text: t("quiz.gone.title"))
                h.element("p", .class("lead"), text: t("quiz.gone.text"))
                h.element("p") { $0.element("a", .class("button"), .href(view.links.quiz), text: t("quiz.startAgain")) }
                QuizReturnPage(view: view).form(&h)
            }
        }
    }
}
