import Domain
import HTML
import Matching

/// The planner's form: from where, to where, and the limits, folded away until they are needed.
struct PlanFields {
    let view: View
    let labourMarket: LabourMarketInformation
    let form: PlanForm

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        h.element("form", .class("plan-form"), .action(view.links.path(.plan)), Attribute("method", "get")) { h in
            h.element("div", .class("plan-jobs")) { h in
                job("from", form.fromOccupation, form.from, "plan.from", "plan.fromHint", &h)
                job("to", form.toOccupation, form.to, "plan.to", "plan.toHint", &h)
            }
            text("have", form.have, "plan.have", "plan.haveHint", &h)
            h.element("details", .id("limits"), .flag("open", if: hasLimits)) { h in
                h.element("summary", text: t("plan.limits"))
                h.element("div", .class("plan-limits")) { h in
                    number("budget", form.budgetText, "plan.budget", "plan.budgetHint", &h)
                    text("by", form.byText, "plan.by", "plan.byHint", type: "date", &h)
                    number("hours", form.hoursText, "plan.hours", "plan.hoursHint", &h)
                    region(&h)
                    language(&h)
                    osap(&h)
                }
                deliveries(&h)
            }
            h.element("button", .class("button"), .type("submit"), text: t("plan.submit"))
        }
    }

    private var hasLimits: Bool {
        form.budget != nil || form.by != nil || form.hoursPerWeek != nil || !form.deliveries.isEmpty || form.region != nil
            || form.languageValue != nil || !form.usesOSAP || !form.problems.isEmpty
    }

    /// A job in free words, or the name of the occupation that was chosen for it; with suggestions as one types where scripts run.
    private func job(_ name: String, _ chosen: OccupationCode?, _ text: String, _ label: String, _ hint: String, _ h: inout HTMLWriter) {
        let value = chosen.flatMap { labourMarket.occupation($0)?.title.text(view.language) } ?? text
        h.element("div") { h in
            h.element("label", .for(name), text: t(label))
            h.element("p", .class("hint"), .id("\(name)-hint"), text: t(hint))
            h.element(
                "div", .class("combobox"), Attribute("data-suggestions", "/api/v1/job-titles?lang=\(view.language.rawValue)"),
                Attribute("data-status-none", t("job.noSuggestion")), Attribute("data-status-some", t("job.suggestions"))
            ) { h in
                h.void(
                    "input", .id(name), .name(name), .type("text"), .value(value), Attribute("autocomplete", "off"),
                    Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"), Attribute("maxlength", "200"),
                    Attribute("aria-describedby", "\(name)-hint"))
            }
        }
    }

    private func text(
        _ name: String, _ value: String, _ label: String, _ hint: String, type: String = "text", _ h: inout HTMLWriter
    ) {
        field(name, label, hint, &h) { h in
            h.void(
                "input", .id(name), .name(name), .type(type), .value(value), type == "text" ? Attribute("maxlength", "200") : nil,
                Attribute("aria-describedby", described(name)))
        }
    }

    private func number(_ name: String, _ value: String, _ label: String, _ hint: String, _ h: inout HTMLWriter) {
        field(name, label, hint, &h) { h in
            h.void(
                "input", .id(name), .name(name), .type("text"), .value(value), Attribute("inputmode", "numeric"),
                Attribute("maxlength", "12"), Attribute("aria-describedby", described(name)))
        }
    }

    private func field(_ name: String, _ label: String, _ hint: String, _ h: inout HTMLWriter, _ control: (inout HTMLWriter) -> Void) {
        h.element("div", .class("plan-field")) { h in
            h.element("label", .for(name), text: t(label))
            h.element("p", .class("hint"), .id("\(name)-hint"), text: t(hint))
            if let problem = problem(name) { h.element("p", .class("field-error"), .id("\(name)-error"), text: t(problem.sentence)) }
            control(&h)
        }
    }

    private func problem(_ name: String) -> SearchForm.Problem? { form.problems.first { $0.field == name } }
    private func described(_ name: String) -> String { problem(name) == nil ? "\(name)-hint" : "\(name)-hint \(name)-error" }

    private func region(_ h: inout HTMLWriter) {
        guard !labourMarket.regions.isEmpty else { return }
        let regions = labourMarket.regions.map { ($0.id.rawValue, $0.name.text(view.language)) }.sorted { $0.1 < $1.1 }
        select("region", [("", t("plan.anywhere"))] + regions, form.region?.rawValue ?? "", "plan.region", &h)
    }

    private func language(_ h: inout HTMLWriter) {
        let languages = [view.language, view.language.other].map { ($0.rawValue, t("facet.language.\($0.rawValue)")) }
        select(
            "language", languages + [(PlanForm.anyLanguage, t("plan.anyLanguage"))], form.language?.rawValue ?? PlanForm.anyLanguage,
            "plan.language", &h)
    }

    private func osap(_ h: inout HTMLWriter) {
        select("osap", [("", t("plan.osapYes")), ("no", t("plan.osapNo"))], form.usesOSAP ? "" : "no", "plan.osap", &h)
    }

    private func select(
        _ name: String, _ options: [(value: String, text: String)], _ chosen: String, _ label: String, _ h: inout HTMLWriter
    ) {
        h.element("div", .class("plan-field")) { h in
            h.element("label", .for(name), text: t(label))
            h.element("select", .id(name), .name(name)) { h in
                for option in options {
                    h.element("option", .value(option.value), .flag("selected", if: option.value == chosen), text: option.text)
                }
            }
        }
    }

    private func deliveries(_ h: inout HTMLWriter) {
        h.element("fieldset", .class("facet"), .id("delivery")) { h in
            h.element("legend", text: t("plan.delivery"))
            h.element("ul", .class("plan-checks")) { h in
                for delivery in Offering.Delivery.allCases {
                    h.element("li") { h in
                        h.element("label") { h in
                            h.void(
                                "input", .type("checkbox"), .name("delivery"), .value(delivery.rawValue),
                                .flag("checked", if: form.deliveries.contains(delivery)))
                            h.element("span", text: t("facet.delivery.\(delivery.rawValue)"))
                        }
                    }
                }
            }
        }
    }
}
