import Domain
import HTML
import Matching
import Portal

/// Programs for somebody's answers: what was looked at, what their limits set aside, and each program with the answers behind it.
struct QuizResultsPage {
    let view: View
    let catalogue: Catalogue
    let kept: KeptQuiz
    let results: QuizRecommendations
    let limit: Int
    let query: String

    static let firstLimit = 10
    static let secondLimit = 20

    private var t: Texts.Reader { view.t }
    private var labels: Labels { Labels(view, catalogue: catalogue) }
    private var code: String { kept.code.description }
    private var path: String { view.links.path(.quizResults, id: code) }

    var page: Page {
        Page(title: t("quiz.results.title"), route: .quizResults, id: code, query: query, isIndexed: false) { h in
            h.element("h1", text: t("quiz.results.title"))
            h.element("p", .class("no-print quiz-ways")) { h in
                h.element("a", .class("row-link"), .href(view.links.path(.quizAnswers, id: code)), text: t("quiz.results.answers"))
            }
            if results.aims.isEmpty, kept.answers.skillsWanted.isEmpty { tooLittle(&h) } else { lookedAt(&h) }
            setAside(&h)
            programs(&h)
            more(&h)
            QuizCodeBox(view: view, kept: kept).write(&h)
        }
    }

    private func tooLittle(_ h: inout HTMLWriter) {
        h.element("div", .class("card quiz-notice")) { h in
            h.element(
                "p", text: kept.answers.job.isEmpty ? t("quiz.results.little") : t("quiz.results.unknownJob", ["job": kept.answers.job]))
            h.element("ul", .class("links")) { h in
                for step in [QuizStep.job, .likes, .skills] {
                    h.element("li") { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.path(step.route, id: code) + "?change=1"),
                            text: t("quiz.\(step.name).question"))
                    }
                }
            }
        }
    }

    private func lookedAt(_ h: inout HTMLWriter) {
        guard !results.aims.isEmpty else { return }
        let reasons = ReasonText(view: view, labels: labels)
        h.element("section", .class("understood"), Attribute("aria-labelledby", "looked-at")) { h in
            h.element("h2", .id("looked-at"), text: t("quiz.results.lookedAt"))
            h.element("ul", .class("quiz-aims")) { h in
                for aim in results.aims {
                    h.element("li") { h in
                        h.element("a", .class("tap"), .href(view.links.occupation(aim.code)), text: labels.occupation(aim.code))
                        if let answer = aim.aim { h.element("span", .class("small quiet"), text: reasons.because(answer)) }
                    }
                }
            }
        }
    }

    /// How many programs each limit keeps away, with a link that lets them in.
    private func setAside(_ h: inout HTMLWriter) {
        let relaxed = Constraints.Kind.allCases.filter { results.constraints.relaxed.contains($0) && results.constraints.isStated($0) }
        guard results.setAside.total > 0 || !relaxed.isEmpty else { return }
        h.element("section", .class("quiz-aside"), Attribute("aria-labelledby", "set-aside")) { h in
            h.element("h2", .id("set-aside"), text: t("quiz.aside.title"))
            if results.setAside.total > 0 { h.element("p", text: t("quiz.aside.total", count: results.setAside.total)) }
            h.element("ul", .class("plain")) { h in
                for kind in Constraints.Kind.allCases {
                    guard let count = results.setAside.byKind[kind] else { continue }
                    h.element("li") { h in
                        h.text(t("quiz.aside.\(kind.rawValue)", count: count) + " ")
                        h.element("a", .class("tap"), .href(address(relaxing: results.constraints.relaxed.union([kind])))) { h in
                            h.text(t("quiz.aside.show"))
                            h.element("span", .class("visually-hidden"), text: " (" + t("quiz.aside.name.\(kind.rawValue)") + ")")
                        }
                    }
                }
                if results.setAside.beyondSeveral > 0 {
                    h.element("li", text: t("quiz.aside.several", count: results.setAside.beyondSeveral))
                }
                for kind in relaxed {
                    h.element("li") { h in
                        h.text(t("quiz.aside.relaxed", ["limit": t("quiz.aside.name.\(kind.rawValue)")]) + " ")
                        h.element(
                            "a", .class("tap"), .href(address(relaxing: results.constraints.relaxed.subtracting([kind]))),
                            text: t("quiz.aside.hide"))
                    }
                }
            }
        }
    }

    private func address(relaxing kinds: Set<Constraints.Kind>, limit: Int? = nil) -> String {
        let relaxed = Constraints.Kind.allCases.filter(kinds.contains).map { (name: "relax", value: Optional($0.rawValue)) }
        return path + QueryString(relaxed + [("limit", limit.map(String.init))]).text
    }

    private func programs(_ h: inout HTMLWriter) {
        let found = results.recommendations
        h.element("h2", .id("programs"), text: t("quiz.results.programs", count: found.count))
        if found.isEmpty { h.element("p", text: t("quiz.results.none")) }
        let row = ProgramRow(view: view, catalogue: catalogue)
        h.element("ol", .class("programs")) { h in
            for recommendation in found {
                h.element("li") { h in
                    row.write(recommendation.program, reasons: recommendation.reasons, &h)
                    ScoreTable(view: view).write(recommendation, &h)
                }
            }
        }
    }

    private func more(_ h: inout HTMLWriter) {
        h.element("div", .class("pages no-print")) { h in
            if results.moreAvailable, limit < Self.secondLimit {
                h.element(
                    "a", .class("button secondary"),
                    .href(address(relaxing: results.constraints.relaxed, limit: Self.secondLimit) + "#programs"),
                    text: t("recommendations.more"))
            }
            h.element("a", .class("row-link"), .href(view.links.search), text: t("error.searchAll"))
        }
    }
}
