import Domain
import HTML
import Hummingbird
import Portal

/// Where an institution says which of its sites may show its programs, and copies the lines to put there.
struct EmbedSettingsController {
    let site: Site
    let exchange: ExchangeServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(.consoleEmbed, .institution(.manageInstitution), get: show, post: change)
    }

    private func show(_ request: ConsoleRequest) async throws -> Response { .page(try await page(request), in: request.view) }

    private func page(_ request: ConsoleRequest, problems: FormProblems = FormProblems()) async throws -> Page {
        guard let institution = request.institution else { throw PortalError.notFound }
        let hosts = try await exchange.embeds.hosts(of: institution.id)
        return EmbedSettingsPage(request: request, institution: institution, hosts: hosts, problems: problems).page
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        guard let institution = request.institution else { throw PortalError.notFound }
        do {
            if let host = EmbedHost(request.page.field("remove")), !request.page.field("remove").isEmpty {
                try await exchange.embeds.remove(host, at: institution.id, by: request.person)
            } else {
                try await exchange.embeds.add(request.page.field("host"), at: institution.id, by: request.person)
            }
            return .redirect(to: request.links.path(.consoleEmbed, id: institution.id.rawValue) + "?notice=changed", status: .seeOther)
        } catch let refusal as ManageEmbeds.Refusal {
            guard refusal != .notAllowed else { throw PortalError.forbidden }
            let problems = FormProblems("host", request.view.t("embed.problem.\(refusal)"))
            return .page(try await page(request, problems: problems), in: request.view, status: .badRequest)
        }
    }
}

/// The page itself.
struct EmbedSettingsPage {
    let request: ConsoleRequest
    let institution: Institution
    let hosts: [EmbedHost]
    let problems: FormProblems

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var action: String { view.links.path(.consoleEmbed, id: institution.id.rawValue) }

    var page: Page {
        request.page(t("embed.settings.title"), route: .consoleEmbed, id: institution.id.rawValue) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("embed.settings.title"))
            h.element("p", .class("lead"), text: t("embed.settings.lead"))
            h.element("h2", text: t("embed.settings.hosts"))
            h.element("p", text: t(hosts.isEmpty ? "embed.settings.noHosts" : "embed.settings.hostsLead"))
            if !hosts.isEmpty {
                h.element("ul", .class("embed-hosts")) { h in
                    for host in hosts {
                        h.element("li") { h in
                            h.element("code", text: host.text)
                            h.element("form", .action(action), Attribute("method", "post")) { h in
                                h.void("input", .type("hidden"), .name("remove"), .value(host.text))
                                h.element(
                                    "button", .class("button secondary compact"), .type("submit"),
                                    Attribute("aria-label", t("embed.settings.removeHost", ["host": host.text])),
                                    text: t("embed.settings.remove"))
                            }
                        }
                    }
                }
            }
            h.element("form", .class("stacked-form"), .action(action), Attribute("method", "post")) { h in
                FormField(
                    view: view, name: "host", label: "embed.settings.host", value: request.page.field("host"),
                    hint: "embed.settings.hostHint",
                    autocomplete: "off", inputMode: "url", problems: problems
                ).write(&h)
                h.element("div", .class("form-buttons")) {
                    $0.element("button", .class("button"), .type("submit"), text: t("embed.settings.add"))
                }
            }
            h.element("h2", text: t("embed.settings.snippets"))
            h.element("p", text: t("embed.settings.snippetsLead"))
            for language in Language.allCases {
                snippet("embed.settings.list.\(language.rawValue)", address(language, search: false), height: 640, language, &h)
                snippet("embed.settings.box.\(language.rawValue)", address(language, search: true), height: 200, language, &h)
            }
            h.element("h2", text: t("embed.settings.data"))
            h.element("p", text: t("embed.settings.dataLead"))
            h.element("pre", .class("snippet"), Attribute("tabindex", "0"), Attribute("aria-label", t("embed.settings.data"))) { h in
                h.element("code", text: base + "/api/v1/institutions/\(QueryString.encoded(institution.id.rawValue))/programs")
            }
        }
    }

    private var base: String { view.site.services.settings.baseURL }

    private func address(_ language: Language, search: Bool) -> String {
        base + Links(language).path(.embed, id: institution.id.rawValue) + (search ? "?show=search" : "")
    }

    private func snippet(_ key: String, _ address: String, height: Int, _ language: Language, _ h: inout HTMLWriter) {
        let title = view.site.texts(language)("embed.title", ["institution": institution.name.text(language)])
        var code = HTMLWriter(capacity: 512)
        code.element(
            "iframe", .src(address), Attribute("title", title), Attribute("width", "100%"), Attribute("height", String(height)),
            Attribute("loading", "lazy"), Attribute("frameborder", "0")
        ) { _ in }
        let text = String(decoding: code.finish(), as: UTF8.self)
        h.element("h3", text: t(key))
        h.element("pre", .class("snippet"), Attribute("tabindex", "0"), Attribute("aria-label", t(key))) { $0.element("code", text: text) }
        h.element("p") { h in
            h.element(
                "a", .class("row-link"), .href(address), Attribute("target", "_blank"), Attribute("rel", "noopener"),
                text: t("embed.settings.look"))
        }
    }
}
