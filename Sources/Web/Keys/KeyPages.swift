import Domain
import HTML
import Portal

/// Keys: those there are, a new one, and one to be revoked.
struct KeyPages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }

    /// - Parameter made: what opens, of the key that was just made.
    func list(_ keys: [InstitutionKey], names: [String: String], made: String?, problems: FormProblems) -> Page {
        request.page(t("keys.title"), route: .consoleKeys, id: id) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("keys.title"))
            h.element("p", .class("lead"), text: t("keys.lead"))
            h.element("p") { $0.element("a", .class("row-link"), .href("/api/v1/openapi.yaml"), text: t("keys.description")) }
            if let made {
                h.element("section", .class("new-key"), .role("status"), Attribute("aria-labelledby", "new-key")) { h in
                    h.element("h2", .id("new-key"), text: t("keys.made"))
                    h.element("p", text: t("keys.madeLead"))
                    h.element("p", .class("secret"), .id("secret"), text: made)
                }
            }
            if !keys.isEmpty {
                ConsoleTable(
                    caption: t("keys.title"),
                    heads: ["keys.head.name", "keys.head.scope", "keys.head.made", "keys.head.used", "keys.head.state"].map { t($0) }
                ).write(keys, &h) { key, h in
                    h.element("th", Attribute("scope", "row")) { h in
                        h.element(
                            "a", .class("row-link"), .href(view.links.path(.consoleKey, id: "\(id)/\(key.id.rawValue)")), text: key.name)
                    }
                    h.element("td", text: t("keys.scope.\(key.scope.rawValue)"))
                    h.element(
                        "td", text: [view.moment(key.createdAt), names[key.createdBy.rawValue]].compactMap(\.self).joined(separator: " · "))
                    h.element("td", text: key.usedAt.map { view.moment($0) } ?? t("keys.never"))
                    h.element("td", text: t(key.revokedAt == nil ? "keys.open" : "keys.revoked"))
                }
            }
            form(isMade: made != nil, problems, &h)
        }
    }

    private func form(isMade: Bool, _ problems: FormProblems, _ h: inout HTMLWriter) {
        h.element("section", .class("narrow account"), Attribute("aria-labelledby", "make")) { h in
            h.element("h2", .id("make"), text: t("keys.make"))
            h.element("form", .class("stacked-form"), .action(view.links.path(.consoleKeys, id: id)), Attribute("method", "post")) { h in
                FormField(
                    view: view, name: "name", label: "keys.name", value: isMade ? "" : request.page.field("name"), hint: "keys.nameHint",
                    autocomplete: "off",
                    maximumLength: 100, problems: problems
                ).write(&h)
                FormSelect(
                    view: view, name: "scope", label: "keys.head.scope",
                    choices: InstitutionKey.Scope.allCases.reversed().map { ($0.rawValue, t("keys.scope.\($0.rawValue)")) },
                    chosen: request.page.field("scope"), problems: problems
                ).write(&h)
                h.element("div", .class("form-buttons")) { $0.element("button", .class("button"), .type("submit"), text: t("keys.submit")) }
            }
        }
    }

    func key(_ key: InstitutionKey) -> Page {
        request.page(key.name, route: .consoleKey, id: "\(id)/\(key.id.rawValue)") { h in
            h.element("div", .class("narrow account")) { h in
                h.element("p", .class("crumb")) { $0.element("a", .href(view.links.path(.consoleKeys, id: id)), text: t("keys.title")) }
                h.element("h1", text: key.name)
                h.element("p", .class("lead"), text: t("keys.scope.\(key.scope.rawValue)"))
                if let revoked = key.revokedAt {
                    h.element("p", text: t("keys.revokedAt", ["when": view.moment(revoked)]))
                } else {
                    h.element("p", text: t("keys.revokeLead"))
                    h.element("form", .action(view.links.path(.consoleKey, id: "\(id)/\(key.id.rawValue)")), Attribute("method", "post")) {
                        h in
                        h.element("div", .class("form-buttons")) { h in
                            h.element("button", .class("button"), .type("submit"), text: t("keys.revoke"))
                            h.element("a", .class("button secondary"), .href(view.links.path(.consoleKeys, id: id)), text: t("keys.keep"))
                        }
                    }
                }
            }
        }
    }
}
