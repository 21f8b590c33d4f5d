import Domain
import HTML
import Matching
import Portal

/// How fresh an institution's published programs are: a score, those that wait for a word, and addresses that no longer answer.
struct FreshnessPage {
    let request: ConsoleRequest
    let programs: [ProgramOverview]
    let links: [(program: Program.ID, check: LinkCheck)]

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }
    /// So many are confirmed at once: what one can have looked at.
    static let shown = 100

    var page: Page {
        let published = programs.filter { $0.state == .published }
        let oldest = published.sorted { ($0.lastConfirmed?.dayNumber ?? .min, $0.id) < ($1.lastConfirmed?.dayNumber ?? .min, $1.id) }
        let fresh = published.count { !$0.isStale }
        return request.page(t("programs.fresh.title"), route: .consoleFreshness, id: id) { h in
            request.writeNotice(&h)
            h.element("h1", text: t("programs.fresh.title"))
            if published.isEmpty {
                h.element("p", .class("lead"), text: t("programs.fresh.nothing"))
            } else {
                h.element(
                    "p", .class("lead"), text: t("programs.fresh.score", count: published.count, ["fresh": view.format.number(fresh)]))
                h.element("p") { ProgramMeters.bar(Double(fresh) / Double(published.count), label: t("programs.fresh.title"), view, &$0) }
                h.element("p", .class("hint"), text: t("programs.fresh.meaning"))
                table(Array(oldest.prefix(Self.shown)), &h)
            }
            dead(&h)
        }
    }

    private func table(_ programs: [ProgramOverview], _ h: inout HTMLWriter) {
        h.element("h2", text: t("programs.fresh.longest"))
        h.element("form", .action(view.links.path(.consoleFreshness, id: id)), Attribute("method", "post")) { h in
            ConsoleTable(caption: t("programs.fresh.longest"), heads: [t("programs.head.title"), t("programs.head.confirmed")]).write(
                programs, &h
            ) { program, h in
                ProgramCheck(view: view, institution: Institution.ID(id), mayConfirm: request.may(.editPrograms))
                    .write(program.id, program.title, program.reference, isTicked: false, &h)
                h.element("td") { h in
                    h.text(program.lastConfirmed.map(view.format.date) ?? t("programs.never"))
                    if program.isStale { h.element("span", .class("care cell-note"), text: t("programs.stale")) }
                }
            }
            if request.may(.editPrograms) {
                h.element("button", .class("button"), .type("submit"), text: t("programs.fresh.confirm"))
            }
        }
    }

    private func dead(_ h: inout HTMLWriter) {
        let troubled = links.filter { $0.check.outcome != .refused && $0.check.outcome != .notAsked }
        guard !troubled.isEmpty else { return }
        let titles = Dictionary(programs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        h.element("h2", text: t("programs.links.title"))
        h.element("p", .class("hint"), text: t("programs.links.hint"))
        ConsoleTable(
            caption: t("programs.links.title"), heads: ["title", "address", "outcome", "looked"].map { t("programs.links.\($0)") }
        )
        .write(troubled, &h) { link, h in
            let title = titles[link.program]?.title.text(view.language) ?? link.program.rawValue
            h.element("th", Attribute("scope", "row")) { h in
                h.element(
                    "a", .class("row-link"), .href(view.links.program(.consoleProgram, link.program, at: Institution.ID(id))), text: title)
            }
            h.element("td", .class("address-cell"), text: link.check.url)
            h.element(
                "td", .class(link.check.isDead ? "care" : nil),
                text: t(
                    "programs.links.\(link.check.outcome.rawValue)", ["status": link.check.status == 0 ? "–" : String(link.check.status)]))
            h.element("td", text: view.moment(link.check.at))
        }
    }
}

/// A program's title with a box to tick.
struct ProgramCheck {
    let view: View
    let institution: Institution.ID
    let mayConfirm: Bool
    /// The title leads to the program's page in the console.
    var isLinked = true

    func write(_ id: Program.ID, _ title: LocalizedText, _ reference: String, isTicked: Bool, _ h: inout HTMLWriter) {
        let name = title.resolved(view.language) ?? (reference, view.language)
        h.element("th", Attribute("scope", "row")) { h in
            h.element("div", .class("tick-cell")) { h in
                if mayConfirm {
                    h.element("label", .class("check"), .for("program-\(id.rawValue)")) { h in
                        h.void(
                            "input", .type("checkbox"), .id("program-\(id.rawValue)"), .name("program"), .value(id.rawValue),
                            .flag("checked", if: isTicked))
                        h.element("span", .class("visually-hidden"), text: name.text)
                    }
                }
                h.element(
                    "a", .class("row-link"),
                    .href(isLinked ? view.links.program(.consoleProgram, id, at: institution) : view.links.program(id)),
                    .lang(view.lang(name.language)), text: name.text)
            }
        }
    }
}

/// The page a reminder leads to: what waits for a word, and one button. To look at it changes nothing.
struct ConfirmationPage {
    let view: View
    let token: String
    let institution: Institution?

    private var t: Texts.Reader { view.t }
    private var place: String { institution.map { view.written($0.name) } ?? "" }

    func asked(_ asked: ConfirmByLink.Asked) -> Page {
        page(t("programs.confirm.title", ["place": place])) { h in
            if asked.programs.isEmpty {
                h.element("p", .class("lead"), text: t("programs.confirm.nothing"))
                return
            }
            h.element("p", .class("lead"), text: t("programs.confirm.lead", ["name": asked.account.name]))
            h.element("form", .action(view.links.path(.programConfirmation, id: token)), Attribute("method", "post")) { h in
                ConsoleTable(
                    caption: t("programs.confirm.title", ["place": place]), heads: [t("programs.head.title"), t("programs.head.confirmed")]
                )
                .write(Array(asked.programs.prefix(FreshnessPage.shown)), &h) { program, h in
                    ProgramCheck(view: view, institution: asked.institution, mayConfirm: true, isLinked: false)
                        .write(program.id, program.title, program.id.rawValue, isTicked: true, &h)
                    h.element("td", text: program.lastConfirmed.map(view.format.date) ?? t("programs.never"))
                }
                if asked.programs.count > FreshnessPage.shown {
                    h.element("p", text: t("programs.confirm.more", count: asked.programs.count - FreshnessPage.shown))
                }
                h.element("p", text: t("programs.confirm.untick"))
                h.element("button", .class("button"), .type("submit"), text: t("programs.confirm.submit"))
            }
        }
    }

    func done(_ count: Int) -> Page {
        page(t("programs.confirm.done")) { h in
            h.element("p", .class("lead"), text: t("programs.confirm.thanks", count: count))
            if let institution {
                h.element("p") { h in
                    h.element(
                        "a", .class("row-link"), .href(view.links.path(.consoleFreshness, id: institution.id.rawValue)),
                        text: t("programs.confirm.console"))
                }
            }
        }
    }

    func gone() -> Page {
        page(t("programs.confirm.gone")) { h in
            h.element("p", .class("lead"), text: t("programs.confirm.goneText"))
            h.element("p") { $0.element("a", .class("row-link"), .href(view.links.path(.signIn)), text: t("layout.signIn")) }
        }
    }

    private func page(_ title: String, main: @escaping (inout HTMLWriter) -> Void) -> Page {
        Page(title: title, route: .programConfirmation, id: token, isIndexed: false) { h in
            h.element("h1", text: title)
            main(&h)
        }
    }
}
