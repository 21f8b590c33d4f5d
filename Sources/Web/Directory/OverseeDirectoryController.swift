import Domain
import HTML
import Hummingbird
import Matching
import Portal

/// The directory in the operators' console: abuse taken out, and what somebody agreed to.
struct OverseeDirectoryController {
    let site: Site
    let directory: DirectoryServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleEmployers, .portal(.managePortal), get: { try await list($0) }, post: { try await remove($0) })
        routes.console(
            .consoleConsents, .portal(.managePortal), get: { .page(ConsentsPage(request: $0).page, in: $0.view) },
            post: { try await lookUp($0) })
    }

    private func list(_ request: ConsoleRequest) async throws -> Response {
        let words = request.page.text("q")
        let entries = try await directory.oversee.entries(matching: words, by: request.person)
        return .page(DirectoryOversightPage(request: request, words: words, entries: entries).page, in: request.view)
    }

    private func remove(_ request: ConsoleRequest) async throws -> Response {
        do {
            try await directory.oversee.remove(DirectoryEntry.ID(request.page.field("entry")), by: request.person)
            return .redirect(to: request.links.path(.consoleEmployers) + "?notice=entryRemoved", status: .seeOther)
        } catch let problem as OverseeDirectory.Problem {
            throw problem == .gone ? PortalError.notFound : PortalError.forbidden
        }
    }

    /// The address comes in the body: none ever stands in a log or a history.
    private func lookUp(_ request: ConsoleRequest) async throws -> Response {
        let typed = request.page.line("email")
        var page = ConsentsPage(request: request, typed: typed)
        guard let email = EmailAddress(typed) else {
            page.problems = FormProblems("email", request.view.t("mydata.problem.email"))
            return .page(page.page, in: request.view, status: .badRequest)
        }
        page.records = try await directory.oversee.consents(of: email, by: request.person)
        return .page(page.page, in: request.view)
    }
}

/// Every employer of the directory.
struct DirectoryOversightPage {
    let request: ConsoleRequest
    let words: String
    let entries: [DirectoryEntry]

    private static let shown = 200

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        return request.page(
            t("outreach.oversee.title"), route: .consoleEmployers, query: QueryString([("q", words.isEmpty ? nil : words)]).text
        ) { h in
            request.writeNotice(&h)
            h.element("h1", text: t("outreach.oversee.title"))
            h.element("p", .class("lead"), text: t("outreach.oversee.lead"))
            h.element("p") {
                $0.element("a", .class("row-link"), .href(view.links.path(.consoleConsents)), text: t("consents.title"))
            }
            h.element(
                "form", .class("console-filters"), .action(view.links.path(.consoleEmployers)), Attribute("method", "get"), .role("search")
            ) { h in
                h.element("div", .class("form-field wide-field")) { h in
                    h.element("label", .for("q"), text: t("outreach.words"))
                    h.void("input", .type("search"), .id("q"), .name("q"), .value(words), Attribute("maxlength", "200"))
                }
                h.element("button", .class("button secondary compact"), .type("submit"), text: t("programs.filter.submit"))
            }
            h.element("p", .class("small quiet"), .id("result-count"), text: t("outreach.count", count: entries.count))
            guard !entries.isEmpty else { return }
            let lists = DirectoryWords(view: view)
            ConsoleTable(
                caption: t("outreach.oversee.title"),
                heads: [
                    "directory.fact.organisation", "directory.fact.industries", "directory.fact.note", "operating.state",
                    "operating.lists.acts",
                ].map {
                    t($0)
                }
            ).write(Array(entries.prefix(Self.shown)), &h) { entry, h in
                h.element("th", Attribute("scope", "row"), text: "\(entry.organisation) (\(entry.contact))")
                h.element("td", text: lists.industries(entry.industries))
                h.element("td", text: entry.note)
                h.element("td", text: t(entry.isPaused ? "outreach.oversee.paused" : "outreach.oversee.listed"))
                h.element("td") { h in
                    h.element("form", .class("row-acts"), .action(view.links.path(.consoleEmployers)), Attribute("method", "post")) { h in
                        h.void("input", .type("hidden"), .name("entry"), .value(entry.id.rawValue))
                        h.element(
                            "button", .class("button secondary compact"), .type("submit"),
                            Attribute("aria-label", t("outreach.oversee.remove") + " (\(entry.organisation))"),
                            text: t("outreach.oversee.remove"))
                    }
                }
            }
        }
    }
}

/// What an address agreed to and took back.
struct ConsentsPage {
    let request: ConsoleRequest
    var typed = ""
    var problems = FormProblems()
    /// `nil` before anybody was looked up.
    var records: [ConsentRecord]?

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        return request.page(t("consents.title"), route: .consoleConsents) { h in
            problems.write(view, &h)
            h.element("h1", text: t("consents.title"))
            h.element("p", .class("lead"), text: t("consents.lead"))
            h.element("form", .class("stacked-form"), .action(view.links.path(.consoleConsents)), Attribute("method", "post")) { h in
                FormField(
                    view: view, name: "email", label: "mydata.email", type: "email", value: typed, autocomplete: "off", maximumLength: 254,
                    problems: problems
                ).write(&h)
                h.element("div", .class("form-buttons")) {
                    $0.element("button", .class("button"), .type("submit"), text: t("consents.submit"))
                }
            }
            guard let records else { return }
            guard !records.isEmpty else { return h.element("p", .role("status"), text: t("consents.nothing")) }
            let labels = Labels(view, catalogue: view.site.services.catalogue.current)
            ConsoleTable(
                caption: t("consents.title"),
                heads: ["consents.when", "consents.purpose", "consents.act", "consents.way", "consents.wording"].map { t($0) }
            ).write(records, &h) { record, h in
                h.element("th", Attribute("scope", "row"), text: view.moment(record.at))
                let place = record.institution.map { " (\(labels.institution($0)))" } ?? ""
                h.element("td", text: t("consents.purposes.\(record.purpose.rawValue)") + place)
                h.element("td", text: t("consents.acts.\(record.act.rawValue)"))
                h.element("td", text: t("consents.ways.\(record.way.rawValue)"))
                let language = record.language.map { ", " + t("account.language.\($0.rawValue)") } ?? ""
                h.element("td", text: record.wording.map { $0 + language } ?? "–")
            }
        }
    }
}
