import Domain
import HTML
import Portal

/// A few questions, and for each kind of help whether it is likely, with reasons, source and date. The same rules answer here and in the
/// browser; nothing is stored.
struct FundingPage {
    let view: View
    let rules: FundingRules
    /// What the person answered, by question.
    let choices: [String: String]
    /// The program it is about, with its facts; `nil` for help in general.
    let program: Program?
    let facts: FundingFacts

    private var t: Texts.Reader { view.t }
    private var texts: FundingTexts { FundingTexts(view: view) }

    private var query: String { QueryString([("program", program?.id.rawValue)]).text }

    var page: Page {
        var page = Page(
            title: t("funding.title"), description: t("funding.description"), route: .funding, query: query, isIndexed: program == nil
        ) { h in
            h.element("h1", text: t("funding.title"))
            h.element("p", .class("lead"), text: t("funding.lead"))
            if let program { about(program, &h) }
            h.element("div", .class("funding")) { h in
                form(&h)
                answers(&h)
            }
            h.element("script", .type("application/json"), .id("funding-rules")) { h in
                h.raw(SafeHTML(json: document.bytes))
            }
        }
        page.modules = ["funding.js"]
        return page
    }

    private func about(_ program: Program, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element("p") { h in
            h.text(t("funding.about") + " ")
            h.element("a", .href(view.links.program(program.id)), .lang(view.lang(title.language)), text: title.text)
            h.text(". ")
            h.element("a", .class("tap"), .href(view.links.path(.funding)), text: t("funding.inGeneral"))
        }
    }

    private func form(_ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(.funding) + query), Attribute("method", "post"), .id("funding-form")) { h in
            h.element("h2", text: t("funding.questions"))
            h.element("p", .class("hint"), text: t("funding.private"))
            for question in rules.questions {
                h.element("div", .class("funding-question")) { h in
                    h.element("label", .for("q-\(question.key)"), text: t("funding.question.\(question.key)"))
                    h.element("select", .id("q-\(question.key)"), .name(question.key), Attribute("autocomplete", "off")) { h in
                        h.element("option", .value(""), text: t("funding.notSaid"))
                        for answer in question.answers {
                            h.element(
                                "option", .value(answer), .flag("selected", if: choices[question.key] == answer),
                                text: t("funding.answer.\(question.key).\(answer)"))
                        }
                    }
                }
            }
            h.element("button", .class("button when-still"), .type("submit"), text: t("funding.submit"))
        }
    }

    private func answers(_ h: inout HTMLWriter) {
        h.element("section", .id("funding-answers"), Attribute("aria-labelledby", "funding-answers-title")) { h in
            h.element("h2", .id("funding-answers-title"), text: t("funding.answers"))
            h.element("p", .class("visually-hidden"), .role("status"), .id("funding-status")) { _ in }
            for answer in rules.answers(facts) { FundingCard(view: view).write(answer, &h) }
            h.element("p", .class("small quiet"), text: t("funding.disclaimer"))
        }
    }

    /// The rules, the sentences and the program's facts, for the browser to answer with.
    private var document: JSONValue {
        .object([
            ("supports", .array(rules.supports.map(support))),
            ("hasProgram", .bool(facts.hasProgram)),
            (
                "facts",
                .object(
                    facts.numbers.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.number($0.value)) }
                        + facts.choices.filter { $0.key.hasPrefix("program.") }.sorted { $0.key < $1.key }.map {
                            ($0.key, .string($0.value))
                        })
            ),
            ("verdicts", .object(FundingAnswer.Verdict.allCases.map { ($0.rawValue, .string(texts.verdict($0))) })),
            ("updated", .string(t("funding.updated"))),
        ])
    }

    private func support(_ support: FundingRules.Support) -> JSONValue {
        .object([
            ("key", .string(support.key)),
            (
                "conditions",
                .array(
                    support.conditions.map { condition in
                        .object([
                            ("key", .string(condition.key)), ("fact", .string(condition.fact)),
                            ("likely", condition.likely.map(JSONValue.strings)),
                            ("ask", condition.ask.map(JSONValue.strings)), ("unlikely", condition.unlikely.map(JSONValue.strings)),
                            ("from", condition.from.map(JSONValue.number)), ("through", condition.through.map(JSONValue.number)),
                            ("below", condition.below.map(JSONValue.number)),
                            (
                                "texts",
                                .object(
                                    texts.outcomes(condition).map { ($0.rawValue, .string(texts.sentence(condition, $0, of: support))) })
                            ),
                        ])
                    })
            ),
        ])
    }
}
