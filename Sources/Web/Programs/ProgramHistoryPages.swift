import Domain
import HTML
import Matching
import Portal

/// What was done to a program, and one entry of it: the difference, and the way back.
struct ProgramHistoryPages {
    let request: ConsoleRequest
    let sheet: ProgramSheet
    let names: [Account.ID: String]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var institution: Institution.ID { sheet.standing.institution }
    private var actors: ActorText { ActorText(view: view, names: names) }

    static let pageLength = 100

    func list(_ versions: [ProgramVersion]) -> Page {
        request.page(
            t("programs.history.title"), route: .consoleProgramHistory, id: Links.programPath(sheet.standing.id, at: institution),
            query: request.page.query
        ) { h in
            request.writeNotice(&h)
            ProgramCrumbs(request: request, program: sheet.edited).write(&h)
            h.element("h1", text: t("programs.history.title"))
            guard !versions.isEmpty else { return h.element("p", .class("lead"), text: t("programs.history.none")) }
            ConsoleTable(
                caption: t("programs.history.title"), heads: ["when", "what", "who", "text"].map { t("programs.history.\($0)") }
            ).write(versions, &h) { version, h in
                h.element("th", Attribute("scope", "row")) { h in
                    h.element(
                        "a", .class("row-link"),
                        .href(view.links.program(.consoleProgramVersion, sheet.standing.id, at: institution, version: version.number)),
                        text: view.moment(version.at))
                }
                h.element("td", text: t("programs.acts.\(version.act.rawValue)"))
                h.element("td", text: actors.name(version.actor))
                h.element("td", text: t("programs.side.\(version.side.rawValue)"))
            }
            if let last = versions.last, last.number > 1, versions.count == Self.pageLength {
                h.element("p", .class("pages")) { h in
                    h.element(
                        "a", .class("button secondary"),
                        .href(
                            view.links.program(.consoleProgramHistory, sheet.standing.id, at: institution)
                                + QueryString([("before", String(last.number))]).text), text: t("programs.history.older"))
                }
            }
        }
    }

    func version(_ version: ProgramVersion, before: Program?) -> Page {
        let title = t("programs.history.version", ["number": view.format.number(version.number)])
        let path = Links.programPath(sheet.standing.id, at: institution, version: version.number)
        return request.page(title, route: .consoleProgramVersion, id: path) { h in
            ProgramCrumbs(request: request, program: sheet.edited).write(&h)
            h.element("h1", text: title)
            h.element(
                "p", .class("lead"),
                text: t(
                    "programs.history.sentence",
                    ["act": t("programs.acts.\(version.act.rawValue)"), "who": actors.name(version.actor), "when": view.moment(version.at)])
            )
            let catalogue = view.site.services.catalogue.current
            if let before {
                let table = ProgramDifferenceTable(view: view, catalogue: catalogue, before: before, after: version.program)
                h.element("h2", text: t("programs.history.changed"))
                if table.fields.isEmpty {
                    h.element("p", text: t("programs.difference.same"))
                } else {
                    table.write(t("programs.history.changed"), &h)
                }
            }
            let since = ProgramDifferenceTable(
                view: view, catalogue: catalogue, before: version.program, after: sheet.edited,
                heads: ("programs.difference.then", "programs.difference.now"))
            h.element("h2", text: t("programs.history.since"))
            if since.fields.isEmpty {
                h.element("p", text: t("programs.difference.same"))
            } else {
                since.write(t("programs.history.since"), &h)
            }
            if request.may(.editPrograms), !since.fields.isEmpty { restore(version, path, &h) }
            h.element("p") { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.program(.consoleProgramHistory, sheet.standing.id, at: institution)),
                    text: t("programs.history.back"))
            }
        }
    }

    private func restore(_ version: ProgramVersion, _ path: String, _ h: inout HTMLWriter) {
        h.element("form", .action(view.links.path(.consoleProgramVersion, id: path)), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("seen"), .value(String(sheet.version)))
            h.element("p", text: t(sheet.standing.state == .published ? "programs.history.restoreBeside" : "programs.history.restoreText"))
            h.element("div", .class("form-buttons")) { h in
                h.element("button", .class("button"), .type("submit"), text: t("programs.history.restore"))
            }
        }
    }
}
