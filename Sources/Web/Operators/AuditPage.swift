import Domain
import HTML
import Matching
import Portal

/// The log of administrative acts, the newest first.
struct AuditPage {
    let request: ConsoleRequest
    let entries: [ChainedAuditEntry]
    /// Names for the accounts the entries hold.
    let names: [String: String]

    static let length = 100

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }

    var page: Page {
        request.page(t("audit.title"), route: .consoleAudit, query: request.page.query) { h in
            h.element("h1", text: t("audit.title"))
            h.element("p", .class("lead"), text: t("audit.lead"))
            if entries.isEmpty { return h.element("p", text: t("audit.nothing")) }
            ConsoleTable(
                caption: t("audit.title"),
                heads: ["audit.number", "audit.when", "audit.who", "audit.what", "audit.onWhat", "audit.change"].map { t($0) }
            ).write(entries, &h) { entry, h in
                h.element("th", Attribute("scope", "row"), text: view.format.number(entry.number))
                h.element("td", text: view.moment(entry.at))
                h.element("td", text: actor(entry.entry.actor))
                h.element("td", text: act(entry.entry.act))
                h.element(
                    "td",
                    text: [names[entry.entry.subject] ?? entry.entry.subject, place(entry)].compactMap(\.self).joined(separator: ", "))
                h.element("td", text: change(entry.entry))
            }
            if let last = entries.last, last.number > 1 {
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"),
                        .href(view.links.path(.consoleAudit) + QueryString([("before", String(last.number))]).text),
                        text: t("audit.older"))
                }
            }
        }
    }

    private func actor(_ actor: AuditActor) -> String {
        switch actor {
        case .account(let id): names[id] ?? id
        case .commandLine: t("audit.actor.commandLine")
        case .portal: t("audit.actor.portal")
        }
    }

    /// An act of a part that has no text for it is still shown.
    private func act(_ act: AuditAct) -> String {
        let key = "audit.act.\(act.rawValue)"
        return t.has(key) ? t(key) : act.rawValue
    }

    private func place(_ entry: ChainedAuditEntry) -> String? {
        entry.entry.institution.map { id in
            view.site.services.catalogue.current.institutions[id].map { view.written($0.name) } ?? id.rawValue
        }
    }

    private func change(_ entry: AuditEntry) -> String {
        if entry.oldValue == nil, entry.newValue == nil { return "" }
        return "\(value(entry.oldValue)) → \(value(entry.newValue))"
    }

    /// Roles and states by their names.
    private func value(_ value: String?) -> String {
        guard let value else { return "–" }
        for key in ["console.role.\(value)", "staff.state.\(value)"] where t.has(key) { return t(key) }
        return value
    }
}
