import Domain
import HTML
import Portal

/// "Can I get help paying?" on a program's page: what the rules say of the program itself, and the way to an answer for oneself.
struct FundingHelp {
    let view: View
    let program: Program
    let institution: Institution?

    func write(_ h: inout HTMLWriter) {
        let t = view.t
        let facts = FundingFacts(program: program, institution: institution)
        let texts = FundingTexts(view: view)
        let card = FundingCard(view: view)
        h.element("section", .id("funding"), Attribute("aria-labelledby", "funding-title")) { h in
            h.element("h2", .id("funding-title"), text: t("funding.title"))
            for support in FundingRules.builtIn.supports {
                h.element("div", .class("funding-help"), Attribute("data-support", support.key)) { h in
                    h.element("h3", text: texts.name(support))
                    h.element("ul", .class("funding-reasons")) { h in
                        for condition in support.conditions where condition.isAboutProgram {
                            card.reason(condition, condition.outcome(facts), of: support, &h)
                        }
                    }
                    h.element("p", .class("source"), text: t("funding.asOf", ["date": view.format.date(support.asOf)]))
                }
            }
            h.element("p", .class("no-print")) { h in
                h.element("a", .class("button secondary"), .href(view.links.funding(for: program.id)), text: t("funding.forMe"))
            }
        }
    }
}
