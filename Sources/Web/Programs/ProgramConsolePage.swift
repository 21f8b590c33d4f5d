import Domain
import HTML
import Matching
import Portal

/// One program in the console: how it stands, what is missing, and what can be done with it.
struct ProgramConsolePage {
    let request: ConsoleRequest
    let sheet: ProgramSheet
    let latest: ProgramVersion?
    let names: [Account.ID: String]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var institution: Institution.ID { sheet.standing.institution }
    private var id: Program.ID { sheet.standing.id }
    private var today: CalendarDate { view.site.services.catalogue.current.today }
    private var program: Program { sheet.edited }

    var page: Page {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        return request.page(title.text, route: .consoleProgram, id: Links.programPath(id, at: institution)) { h in
            request.writeNotice(&h)
            ProgramCrumbs(request: request).write(&h)
            h.element("h1", .lang(view.lang(title.language)), text: title.text)
            h.element("p", .class("marks")) { view.writeState(sheet.standing.state, hasDraft: sheet.draft != nil, &$0) }
            buttons(&h)
            h.element("div", .class("console-columns")) { h in
                h.element("div") { h in
                    ProgramMeters(view: view, program: program, institution: request.institution, today: today).write(&h)
                }
                h.element("div") { h in
                    facts(&h)
                    more(&h)
                }
            }
        }
    }

    private func link(_ route: PageRoute) -> String { view.links.program(route, id, at: institution) }

    private func buttons(_ h: inout HTMLWriter) {
        let canEdit = request.may(.editPrograms) && sheet.standing.state != .archived
        h.element("div", .class("form-buttons")) { h in
            if canEdit { h.element("a", .class("button"), .href(link(.consoleProgramText)), text: t("programs.act.edit")) }
            h.element("a", .class("button secondary"), .href(link(.consoleProgramPreview)), text: t("programs.act.preview"))
            if request.may(.publishPrograms), sheet.standing.state == .draft || sheet.draft != nil {
                h.element("a", .class("button secondary"), .href(link(.consoleProgramPublication)), text: t("programs.act.publish"))
            }
            h.element("a", .class("button secondary"), .href(link(.consoleProgramTags)), text: t("programs.act.tags"))
            h.element("a", .class("button secondary"), .href(link(.consoleProgramHistory)), text: t("programs.act.history"))
        }
    }

    private func facts(_ h: inout HTMLWriter) {
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "facts")) { h in
            h.element("h2", .id("facts"), text: t("programs.facts.title"))
            h.element("dl", .class("fact-list")) { h in
                fact("reference", program.reference, &h)
                fact("offerings", offerings, &h)
                fact("tags", t("programs.tagCount", count: program.tags.count { $0.state == .approved }), &h)
                fact("confirmed", sheet.standing.lastConfirmed.map(view.format.date) ?? t("programs.never"), &h)
                if let latest {
                    fact("changed", view.moment(latest.at) + ", " + ActorText(view: view, names: names).name(latest.actor), &h)
                }
            }
            if sheet.standing.state == .published {
                if Freshness(sheet.standing, today: today).isStale { h.element("p", .class("care"), text: t("programs.staleText")) }
                if request.may(.editPrograms) {
                    act(.consoleProgramConfirmation, "programs.act.confirm", &h)
                }
                h.element("p") { h in
                    h.element("a", .class("row-link"), .href(view.links.program(id)), text: t("programs.act.public"))
                }
            }
        }
    }

    private var offerings: String {
        let upcoming = program.upcomingOfferings(on: today)
        guard let first = upcoming.first else { return t("programs.noDates") }
        let next = first.start.map(view.format.date) ?? t("programs.offering.open")
        return t("programs.upcoming", count: upcoming.count, ["next": next])
    }

    private func fact(_ key: String, _ value: String, _ h: inout HTMLWriter) {
        h.element("dt", text: t("programs.facts.\(key)"))
        h.element("dd", text: value)
    }

    /// What is done less often, and can be undone.
    private func more(_ h: inout HTMLWriter) {
        guard request.may(.editPrograms) else { return }
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "more")) { h in
            h.element("h2", .id("more"), text: t("programs.more"))
            h.element("ul", .class("act-list")) { h in
                item(.consoleProgramCopy, "copy", &h)
                if sheet.draft != nil { item(.consoleProgramDraftEnd, "discard", &h) }
                if request.may(.publishPrograms) {
                    switch sheet.standing.state {
                    case .published:
                        item(.consoleProgramWithdrawal, "withdraw", &h)
                        item(.consoleProgramArchive, "archive", &h)
                    case .draft: item(.consoleProgramArchive, "archive", &h)
                    case .archived: item(.consoleProgramReturn, "unarchive", &h)
                    }
                }
            }
        }
    }

    private func item(_ route: PageRoute, _ name: String, _ h: inout HTMLWriter) {
        h.element("li") { h in
            act(route, "programs.act.\(name)", &h)
            h.element("span", .class("small quiet"), text: t("programs.actNote.\(name)"))
        }
    }

    private func act(_ route: PageRoute, _ key: String, _ h: inout HTMLWriter) {
        h.element("form", .action(link(route)), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("seen"), .value(String(sheet.version)))
            h.element("button", .class("button secondary compact"), .type("submit"), text: t(key))
        }
    }
}

/// The way back from a program's pages.
struct ProgramCrumbs {
    let request: ConsoleRequest
    var program: Program?

    func write(_ h: inout HTMLWriter) {
        let (view, institution) = (request.view, request.institution?.id ?? "")
        h.element("nav", Attribute("aria-label", view.t("program.crumbs")), .class("no-print")) { h in
            h.element("ol", .class("crumbs")) { h in
                h.element("li") {
                    $0.element(
                        "a", .href(view.links.path(.consolePrograms, id: institution.rawValue)), text: view.t("console.section.programs"))
                }
                if let program {
                    let title = program.title.resolved(view.language) ?? (program.reference, view.language)
                    h.element("li") {
                        $0.element(
                            "a", .href(view.links.program(.consoleProgram, program.id, at: institution)), .lang(view.lang(title.language)),
                            text: title.text)
                    }
                }
            }
        }
    }
}

/// Who wrote an entry of the history.
struct ActorText {
    let view: View
    let names: [Account.ID: String]

    func name(_ actor: ProgramActor) -> String {
        switch actor {
        case .account(let id): names[id] ?? view.t("programs.actor.gone")
        case .key(let name): view.t("programs.actor.key", ["name": name])
        case .system: view.t("programs.actor.system")
        }
    }
}
