import Domain
import HTML
import Portal

/// The choice of a period: links for those that are asked for most, and two fields for calendar months. The address is all there is of it.
struct FiguresPeriodForm {
    let view: View
    let address: String
    let asked: AskedPeriod

    private var t: Texts.Reader { view.t }
    private var period: ReferralPeriod { asked.period }

    func write(_ h: inout HTMLWriter) {
        asked.problems.write(view, &h)
        h.element("nav", .class("inbox-filters"), Attribute("aria-label", t("figures.period.title"))) { h in
            h.element("ul") { h in
                for choice in ReferralPeriod.Choice.allCases where choice != .months {
                    h.element("li") { h in
                        h.element(
                            "a", .href(address + QueryString([("period", choice.rawValue)]).text),
                            choice == period.choice && asked.problems.isEmpty ? Attribute("aria-current", "true") : nil,
                            text: t("figures.period.\(choice.rawValue)"))
                    }
                }
            }
        }
        h.element("form", .class("figures-months"), .action(address), Attribute("method", "get")) { h in
            h.void("input", .type("hidden"), .name("period"), .value(ReferralPeriod.Choice.months.rawValue))
            field("from", asked.from, &h)
            field("to", asked.to, &h)
            h.element("button", .class("button secondary compact"), .type("submit"), text: t("figures.period.submit"))
        }
    }

    private func field(_ name: String, _ typed: String, _ h: inout HTMLWriter) {
        let month = String((name == "from" ? period.days.lowerBound : period.days.upperBound).description.prefix(7))
        FormField(
            view: view, name: name, label: "figures.period.\(name)", value: typed.isEmpty && asked.problems.isEmpty ? month : typed,
            hint: "figures.period.hint", hintValues: ["month": month], autocomplete: "off", isRequired: false, maximumLength: 7,
            problems: asked.problems
        ).write(&h)
    }
}

/// Which days, since when there are counts, and that today's are not complete.
struct FiguresDates {
    let view: View
    let figures: ReferralFigures

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        let days = figures.period.days
        h.element("p", .id("figures-days")) { h in
            h.element(
                "strong", text: t("figures.days", ["from": view.format.date(days.lowerBound), "to": view.format.date(days.upperBound)]))
            if days.upperBound == figures.today { h.text(" " + t("figures.today")) }
        }
        var sentences = [figures.countedSince.map { t("figures.since", ["date": view.format.date($0)]) } ?? t("figures.nothing")]
        if let since = figures.inquiriesSince { sentences.append(t("figures.inquiriesSince", ["date": view.format.date(since)])) }
        h.element("p", .class("small quiet"), text: sentences.joined(separator: " "))
    }
}
