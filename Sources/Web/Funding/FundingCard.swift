import Domain
import HTML
import Portal

/// One kind of help: the answer, what it rests on, what is still to be seen to, and where the rules stand.
struct FundingCard {
    let view: View

    private var t: Texts.Reader { view.t }
    private var texts: FundingTexts { FundingTexts(view: view) }

    func write(_ answer: FundingAnswer, _ h: inout HTMLWriter) {
        let support = answer.support
        h.element(
            "article", .class("card funding-card"), Attribute("data-support", support.key),
            Attribute("data-verdict", answer.verdict.rawValue)
        ) { h in
            h.element("h3", text: texts.name(support))
            h.element("p", .class("funding-verdict"), text: texts.verdict(answer.verdict))
            h.element("p", text: t("funding.\(support.key).what"))
            h.element("ul", .class("funding-reasons")) { h in
                for (condition, outcome) in answer.outcomes { reason(condition, outcome, of: support, &h) }
            }
            checks(support, &h)
            sources(support, &h)
        }
    }

    func reason(
        _ condition: FundingRules.Condition, _ outcome: FundingAnswer.Outcome, of support: FundingRules.Support, _ h: inout HTMLWriter
    ) {
        h.element(
            "li", Attribute("data-condition", condition.key), Attribute("data-outcome", outcome.rawValue),
            text: texts.sentence(condition, outcome, of: support))
    }

    private func checks(_ support: FundingRules.Support, _ h: inout HTMLWriter) {
        guard !support.checks.isEmpty else { return }
        h.element("p", .class("funding-checks"), text: t("funding.checks"))
        h.element("ul") { h in
            for check in support.checks { h.element("li", text: t("funding.\(support.key).check.\(check)")) }
        }
    }

    func sources(_ support: FundingRules.Support, _ h: inout HTMLWriter) {
        h.element("p", .class("source"), text: t("funding.asOf", ["date": view.format.date(support.asOf)]))
        h.element("ul", .class("plain funding-sources")) { h in
            for source in support.sources {
                h.element("li", .class("small")) { h in
                    h.text(source.publisher.text(view.language) + ", ")
                    h.element(
                        "a", .href(source.url), Attribute("rel", "external"), Attribute("hreflang", source.language.rawValue),
                        text: source.title.text(view.language))
                    if source.language != view.language { h.text(" " + t("funding.inOtherLanguage")) }
                }
            }
        }
    }
}
