import Domain
import HTML

/// What the quiz is, its first question, and the way back to earlier answers.
struct QuizStartPage {
    let view: View
    let labels: Labels
    /// Somebody just erased their answers.
    var hasErased = false

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("quiz.title"), description: t("quiz.description"), route: .quiz) { h in
            h.element("div", .class("quiz")) { h in
                if hasErased { h.element("p", .class("quiz-notice"), .role("status"), text: t("quiz.erased")) }
                h.element("h1", text: t("quiz.title"))
                h.element("p", .class("lead"), text: t("quiz.lead", ["count": String(QuizStep.allCases.count)]))
                h.element("ul", .class("quiz-promises")) { h in
                    for key in ["quiz.promise.optional", "quiz.promise.account", "quiz.promise.kept"] { h.element("li", text: t(key)) }
                }
                h.element("h2", .id("question"), text: t("quiz.job.question"))
                QuizQuestionPage(view: view, labels: labels, step: .job, form: QuizForm(QuizAnswers()), code: nil).questionForm(&h)
                h.element("h2", text: t("quiz.return.title"))
                QuizReturnPage(view: view).form(&h)
            }
        }
    }
}
