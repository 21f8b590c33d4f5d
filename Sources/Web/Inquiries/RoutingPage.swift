import Domain
import HTML
import Portal

/// An institution's offices, the rules that choose between them, and a trial of both.
struct RoutingPage {
    let request: ConsoleRequest
    let routing: InquiryRouting
    let trial: RoutingTrial
    let answer: (destination: Destination, rule: RoutingRule.ID?)?
    let problems: FormProblems

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    private var path: String { view.links.path(.consoleRouting, id: id) }

    var page: Page {
        request.page(t("routing.title"), route: .consoleRouting, id: id) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("p", .class("crumb")) { $0.element("a", .href(view.links.path(.consoleInquiries, id: id)), text: t("inbox.title")) }
            h.element("h1", text: t("routing.title"))
            h.element("p", .class("lead"), text: t("routing.lead"))
            mailboxes(&h)
            if !routing.mailboxes.isEmpty { rules(&h) }
            tryOut(&h)
            schedule(&h)
        }
    }

    private func mailboxes(_ h: inout HTMLWriter) {
        h.element("h2", text: t("routing.mailboxes"))
        if routing.mailboxes.isEmpty {
            h.element("p", text: t("routing.noMailbox"))
        } else {
            ConsoleTable(caption: t("routing.mailboxes"), heads: ["office", "address", "hours", "acts"].map { t("routing.head.\($0)") })
                .write(routing.mailboxes, &h) { mailbox, h in
                    h.element("th", Attribute("scope", "row")) { h in
                        h.text(view.written(mailbox.label))
                        if mailbox.id == routing.general { h.element("span", .class("cell-note quiet"), text: t("routing.general")) }
                    }
                    h.element("td", .class("address-cell"), text: mailbox.address.text)
                    h.element("td", text: t("routing.hours", count: mailbox.replyHours))
                    h.element("td") { h in
                        h.element("div", .class("row-buttons")) { h in
                            if mailbox.id != routing.general {
                                act("general", mailbox.id.rawValue, "routing.makeGeneral", view.written(mailbox.label), &h)
                            }
                            act("remove-mailbox", mailbox.id.rawValue, "routing.remove", view.written(mailbox.label), &h)
                        }
                    }
                }
        }
        form("add-mailbox", "routing.addMailbox", "routing.addMailboxSubmit", &h) { h in
            field("label-en", "routing.labelEN", &h)
            field("label-fr", "routing.labelFR", &h)
            field("address", "routing.address", type: "email", &h)
            field("hours", "routing.replyHours", value: typed("hours", "24"), mode: "numeric", &h)
        }
    }

    private func rules(_ h: inout HTMLWriter) {
        h.element("h2", text: t("routing.rules"))
        h.element("p", .class("hint"), text: t("routing.rulesHint"))
        if !routing.rules.isEmpty {
            h.element("ol", .class("routing-rules")) { h in
                for (place, rule) in routing.rules.enumerated() {
                    h.element("li") { h in
                        h.element("span", text: sentence(rule))
                        h.element("div", .class("row-buttons")) { h in
                            if place > 0 { act("raise-rule", rule.id.rawValue, "routing.raise", sentence(rule), &h) }
                            act("remove-rule", rule.id.rawValue, "routing.remove", sentence(rule), &h)
                        }
                    }
                }
            }
        }
        form("add-rule", "routing.addRule", "routing.addRuleSubmit", &h) { h in
            select("purpose", "routing.purpose", purposes(any: true), typed("purpose", ""), &h)
            field("department", "routing.department", isRequired: false, &h)
            field("place", "routing.place", isRequired: false, &h)
            select("rule-language", "routing.language", languages(any: true), typed("rule-language", ""), &h)
            select("mailbox", "routing.to", routing.mailboxes.map { ($0.id.rawValue, view.written($0.label)) }, typed("mailbox", ""), &h)
        }
    }

    /// `Hire graduates · Sudbury → Career centre`
    private func sentence(_ rule: RoutingRule) -> String {
        let conditions = [
            rule.purpose.map { t("inquiry.purpose.\($0.rawValue)") }, rule.department, rule.place,
            rule.language.map { t("account.language.\($0.rawValue)") },
        ].compactMap(\.self)
        let office = routing.mailboxes.first { $0.id == rule.mailbox }.map { view.written($0.label) } ?? ""
        return conditions.joined(separator: " · ") + " → " + office
    }

    private func tryOut(_ h: inout HTMLWriter) {
        h.element("section", .id("try"), Attribute("aria-labelledby", "try-title")) { h in
            h.element("h2", .id("try-title"), text: t("routing.try"))
            h.element("form", .class("console-filters"), .action(path + "#try"), Attribute("method", "get")) { h in
                h.void("input", .type("hidden"), .name("try"), .value("1"))
                select("try-purpose", "routing.purpose", purposes(any: false), trial.subject.purpose.rawValue, &h)
                field("try-department", "routing.department", value: trial.subject.departments.joined(), isRequired: false, &h)
                field("try-place", "routing.place", value: trial.subject.places.joined(), isRequired: false, &h)
                select("try-language", "routing.language", languages(any: false), trial.subject.language.rawValue, &h)
                h.element("button", .class("button secondary"), .type("submit"), text: t("routing.trySubmit"))
            }
            guard let answer else { return }
            h.element("p", .class("notice"), .role("status")) { h in
                h.element("strong", text: view.office(answer.destination))
                h.text(" · " + answer.destination.address.text)
                let place = answer.rule.flatMap { id in routing.rules.firstIndex { $0.id == id } }
                h.element(
                    "span", .class("cell-note"),
                    text: place.map { t("routing.byRule", ["number": String($0 + 1)]) } ?? t("routing.byFallback"))
            }
        }
    }

    private func schedule(_ h: inout HTMLWriter) {
        form("schedule", "routing.schedule", "routing.scheduleSubmit", &h) { h in
            field("reminder", "routing.reminder", value: typed("reminder", String(routing.reminderHours)), mode: "numeric", &h)
            field("escalation", "routing.escalation", value: typed("escalation", String(routing.escalationHours)), mode: "numeric", &h)
            h.element("p", .class("hint"), text: t("routing.scheduleHint"))
        }
    }

    // MARK: Parts

    private func typed(_ name: Substring, _ standard: String) -> String {
        problems.isEmpty || request.page.field("act").isEmpty
            ? standard : request.page.field(name).isEmpty ? standard : request.page.field(name)
    }

    private func purposes(any: Bool) -> [(value: String, label: String)] {
        (any ? [("", t("routing.any"))] : []) + Inquiry.Purpose.allCases.map { ($0.rawValue, t("inquiry.purpose.\($0.rawValue)")) }
    }

    private func languages(any: Bool) -> [(value: String, label: String)] {
        (any ? [("", t("routing.any"))] : []) + Language.allCases.map { ($0.rawValue, t("account.language.\($0.rawValue)")) }
    }

    private func field(
        _ name: String, _ label: String, value: String? = nil, type: String = "text", mode: String? = nil, isRequired: Bool = true,
        _ h: inout HTMLWriter
    ) {
        FormField(
            view: view, name: name, label: label, type: type, value: value ?? typed(name[...], ""), inputMode: mode, isRequired: isRequired,
            problems: problems
        ).write(&h)
    }

    private func select(
        _ name: String, _ label: String, _ choices: [(value: String, label: String)], _ chosen: String, _ h: inout HTMLWriter
    ) {
        FormSelect(view: view, name: name, label: label, choices: choices, chosen: chosen, problems: problems).write(&h)
    }

    private func form(
        _ act: String, _ title: String, _ submit: String, _ h: inout HTMLWriter, fields: (inout HTMLWriter) -> Void
    ) {
        h.element("h3", text: t(title))
        h.element("form", .class("stacked-form routing-form"), .action(path), Attribute("method", "post")) { h in
            fields(&h)
            h.element("div", .class("form-buttons")) { h in
                h.element("button", .class("button secondary"), .type("submit"), .name("act"), .value(act), text: t(submit))
            }
        }
    }

    private func act(_ act: String, _ target: String, _ key: String, _ subject: String, _ h: inout HTMLWriter) {
        h.element("form", .action(path), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("target"), .value(target))
            h.element("button", .class("button secondary compact"), .type("submit"), .name("act"), .value(act)) { h in
                h.text(t(key))
                h.element("span", .class("visually-hidden"), text: " " + subject)
            }
        }
    }
}
