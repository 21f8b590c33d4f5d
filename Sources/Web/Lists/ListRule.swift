import Domain
import HTML
import Matching
import Portal

/// "How this list is made": the rule in plain words, with the numbers it gave today.
struct ListRule {
    let view: View
    let catalogue: Catalogue
    let list: ProgramList

    private var t: Texts.Reader { view.t }
    private var rule: CuratedList.Rule { list.list.rule }

    func write(_ h: inout HTMLWriter) {
        h.element("section", .class("prose"), Attribute("aria-labelledby", "rule")) { h in
            h.element("h2", .id("rule"), text: t("lists.rule.title"))
            h.element("ul") { h in for sentence in sentences { h.element("li", text: sentence) } }
            h.element("p", .class("quiet"), text: t("lists.rule.revised", ["date": view.format.date(list.list.revised)]))
        }
    }

    private var sentences: [String] {
        guard list.list.basis != .chosen else { return [t("lists.rule.chosen")] }
        let labels = Labels(view, catalogue: catalogue)
        let industries = rule.industries.filter { catalogue.labourMarket.industry($0) != nil }.map {
            t("lists.rule.industry", ["industry": labels.industry($0), "code": $0.rawValue])
        }
        var sentences = [
            list.list.basis == .search
                ? t("lists.rule.search")
                : t(
                    rule.acceptsInferred ? "lists.rule.inferred" : "lists.rule.stated",
                    ["industries": view.format.list(industries, and: t("facts.or"))]),
            t("lists.rule.outlook", ["outlook": t("facet.outlook.\(rule.minimumOutlook.rawValue)")]),
            t("lists.rule.completeness", ["share": view.format.percent(rule.minimumCompleteness)]),
            t(list.list.basis == .search ? "lists.rule.orderFound" : "lists.rule.order"),
        ]
        if !list.list.pinned.isEmpty { sentences.append(t("lists.rule.pinned")) }
        if list.leftOut.total > 0 {
            sentences.append(
                t(
                    "lists.rule.leftOut", count: list.leftOut.total,
                    [
                        "outlook": view.format.number(list.leftOut.outlook),
                        "completeness": view.format.number(list.leftOut.completeness),
                        "other": view.format.number(list.leftOut.excluded + list.leftOut.inferred),
                    ]))
        }
        return sentences
    }
}
