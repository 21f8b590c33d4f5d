import Domain
import HTML
import Matching
import Portal

/// One question: how far one is, the question itself, its choices, and two ways on.
struct QuizQuestionPage {
    let view: View
    let labels: Labels
    let step: QuizStep
    let form: QuizForm
    /// `nil` for the first question of somebody who has no code yet.
    let code: QuizCode?
    /// Back to the answers after this one question, instead of on to the next.
    var returnsToAnswers = false

    private var t: Texts.Reader { view.t }
    private var answers: QuizAnswers { form.answers }

    var page: Page {
        var page = Page(title: t("quiz.\(step.name).question"), route: code == nil ? .quiz : step.route, isIndexed: false) { write(&$0) }
        page.id = code?.description ?? ""
        page.query = returnsToAnswers ? "?change=1" : ""
        return page
    }

    func write(_ h: inout HTMLWriter) {
        h.element("div", .class("quiz")) { h in
            progress(&h)
            if !form.problems.isEmpty { summary(&h) }
            h.element("h1", .id("question"), text: t("quiz.\(step.name).question"))
            if step != .job { h.element("p", .class("lead"), text: t("quiz.\(step.name).lead")) }
            questionForm(&h)
        }
    }

    func questionForm(_ h: inout HTMLWriter) {
        let action = code.map { view.links.path(step.route, id: $0.description) } ?? view.links.path(.quiz)
        h.element("form", .action(action), Attribute("method", "post"), .class("quiz-form")) { h in
            if returnsToAnswers { h.void("input", .type("hidden"), .name("change"), .value("1")) }
            fields(&h)
            h.element("div", .class("quiz-buttons")) { h in
                h.element("button", .class("button"), .type("submit"), .name("then"), .value("continue"), text: t("quiz.continue"))
                if step != .job, !returnsToAnswers {
                    h.element(
                        "button", .class("button secondary"), .type("submit"), .name("then"), .value("results"), text: t("quiz.resultsNow"))
                }
            }
        }
    }

    private func progress(_ h: inout HTMLWriter) {
        let count = QuizStep.allCases.count
        let place = ["number": String(step.number), "count": String(count)]
        h.element("div", .class("quiz-progress")) { h in
            if let previous = step.previous, let code, !returnsToAnswers {
                h.element("a", .class("row-link"), .href(view.links.path(previous.route, id: code.description)), text: t("quiz.back"))
            }
            h.element("p", .id("quiz-place"), text: t("quiz.progress", place))
            h.element(
                "progress", Attribute("max", String(count)), .value(String(step.number)), Attribute("aria-labelledby", "quiz-place")
            ) { _ in }
        }
    }

    private func summary(_ h: inout HTMLWriter) {
        h.element("div", .class("error-summary"), .role("alert")) { h in
            h.element("h2", text: t("quiz.problem.title"))
            h.element("ul") { h in
                for problem in form.problems {
                    h.element("li") { $0.element("a", .href("#\(problem.field)"), text: t(problem.sentence)) }
                }
            }
        }
    }

    private func fields(_ h: inout HTMLWriter) {
        let controls = QuizFields(view: view)
        switch step {
        case .job: job(&h)
        case .direction:
            controls.radios(
                "direction", legend: nil, Direction.allCases.map { ($0.rawValue, t("quiz.direction.\($0.rawValue)")) },
                chosen: answers.direction?.rawValue, unsaid: "quiz.direction.unsaid", &h)
        case .likes: likes(controls, &h)
        case .skills:
            let skills = QuizSkillFields(view: view, labels: labels, form: form)
            skills.write("held", answers.skillsHeld, &h)
            skills.write("wanted", answers.skillsWanted, &h)
        case .education:
            controls.checks(
                "education", legend: nil, QuizChoices.education.map { ($0.rawValue, t("quiz.education.\($0.rawValue)")) },
                chosen: Set(answers.education.map(\.rawValue)), &h)
        case .time: time(controls, &h)
        case .money: money(controls, &h)
        }
    }

    private func job(_ h: inout HTMLWriter) {
        h.element("p", .class("hint"), .id("job-hint"), text: t("quiz.job.lead"))
        h.element("label", .for("job"), .class("visually-hidden"), text: t("quiz.job.question"))
        SuggestionField(
            view: view, id: "job", name: "job", value: answers.job, suggestions: "/api/v1/job-titles?lang=\(view.language.rawValue)",
            describedBy: "job-hint"
        ).write(&h)
    }

    private func likes(_ controls: QuizFields, _ h: inout HTMLWriter) {
        controls.checks(
            "interest", legend: "quiz.likes.interests", Interest.allCases.map { ($0.rawValue, t("quiz.interest.\($0.rawValue)")) },
            chosen: Set(answers.interests.map(\.rawValue)), &h)
        let known = view.site.services.catalogue.current.labourMarket.skills
        let strengths = QuizChoices.strengths.filter { known[$0] != nil }
        guard !strengths.isEmpty else { return }
        controls.checks(
            "strength", legend: "quiz.likes.strengths", strengths.map { ($0.rawValue, QuizAnswerTexts.strength($0, t)) },
            chosen: Set(answers.strengths.map(\.rawValue)), &h)
    }

    private func time(_ controls: QuizFields, _ h: inout HTMLWriter) {
        let texts = QuizAnswerTexts(view: view, labels: labels)
        controls.radios(
            "hours", legend: "quiz.time.hours", QuizChoices.hoursPerWeek.map { (String($0), texts.hours($0)) },
            chosen: answers.hoursPerWeek.map(String.init), unsaid: "quiz.time.anyHours", &h)
        controls.radios(
            "start", legend: "quiz.time.start", QuizChoices.startWithinDays.map { (String($0), texts.start($0)) },
            chosen: answers.startWithinDays.map(String.init), unsaid: "quiz.time.anyStart", &h)
    }

    private func money(_ controls: QuizFields, _ h: inout HTMLWriter) {
        let texts = QuizAnswerTexts(view: view, labels: labels)
        controls.radios(
            "budget", legend: "quiz.money.budget", QuizChoices.budgets.map { (String($0.cents / 100), texts.budget($0)) },
            chosen: answers.budget.map { String($0.cents / 100) }, unsaid: "quiz.money.anyBudget", &h)
        controls.checks(
            "delivery", legend: "quiz.money.delivery", hint: "quiz.money.deliveryHint",
            Offering.Delivery.allCases.map { ($0.rawValue, t("facet.delivery.\($0.rawValue)")) },
            chosen: Set(answers.deliveries.map(\.rawValue)), &h)
        place(&h)
    }

    private func place(_ h: inout HTMLWriter) {
        let problem = form.problems.first { $0.field == "postal" }
        h.element("fieldset", .class("quiz-group")) { h in
            h.element("legend", text: t("quiz.money.place"))
            h.element("p", .class("hint"), .id("postal-hint"), text: t("quiz.money.placeHint"))
            h.element("div", .class("quiz-place")) { h in
                h.element("div") { h in
                    h.element("label", .for("postal"), text: t("quiz.money.postal"))
                    if let problem { h.element("p", .class("field-error"), .id("postal-error"), text: t(problem.sentence)) }
                    h.void(
                        "input", .type("text"), .id("postal"), .name("postal"), .value(form.postalText), Attribute("maxlength", "10"),
                        Attribute("autocomplete", "postal-code"),
                        Attribute("aria-describedby", problem == nil ? "postal-hint" : "postal-hint postal-error"))
                }
                h.element("div") { h in
                    h.element("label", .for("within"), text: t("search.within"))
                    h.element("select", .id("within"), .name("within")) { h in
                        for distance in QuizChoices.kilometres {
                            let isChosen = distance == answers.kilometres ?? RecommendFromAnswers.defaultKilometres
                            h.element(
                                "option", .value(String(distance)), .flag("selected", if: isChosen),
                                text: t("search.kilometres", ["distance": String(distance)]))
                        }
                    }
                }
            }
        }
    }
}
