import Domain
import HTML
import Markdown
import Portal

/// The pages there are, and one of them in one language with its versions.
struct PortalPagePages {
    let request: ConsoleRequest

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }

    func list(_ pages: ManagePages, problems: FormProblems = FormProblems()) -> Page {
        request.page(t("operating.pages.title"), route: .consolePages) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("operating.pages.title"))
            h.element("p", .class("lead"), text: t("operating.pages.lead"))
            ConsoleTable(
                caption: t("operating.pages.title"),
                heads: ["operating.pages.page", "operating.pages.in.en", "operating.pages.in.fr"].map { t($0) }
            ).write(pages.keys, &h) { key, h in
                h.element("th", Attribute("scope", "row"), text: name(key, pages))
                for language in Language.allCases { h.element("td") { state(PageText(key: key, language: language), pages, &$0) } }
            }
            h.element("section", .class("narrow account"), Attribute("aria-labelledby", "new-page")) { h in
                h.element("h2", .id("new-page"), text: t("operating.pages.new"))
                h.element("form", .class("stacked-form"), .action(view.links.path(.consolePages)), Attribute("method", "post")) { h in
                    let form = OperatingFields(view: view, problems: problems)
                    form.text(
                        "key", "operating.pages.key", request.page.field("key"), hint: "operating.pages.keyHint", isRequired: true, &h)
                    h.element("div", .class("form-buttons")) { form.button("operating.pages.begin", &$0) }
                }
            }
        }
    }

    private func name(_ key: String, _ pages: ManagePages) -> String {
        if PageVersion.standing.contains(key) { return t("operating.pages.name.\(key)") }
        return pages.current(key, view.language)?.title ?? pages.current(key, view.language.other)?.title ?? key
    }

    private func state(_ text: PageText, _ pages: ManagePages, _ h: inout HTMLWriter) {
        let version = pages.current(text.key, text.language)
        let words =
            version.map { t("operating.pages.since", ["date": view.format.date(view.site.services.settings.day(at: $0.at))]) }
            ?? t(text.isStanding ? "operating.pages.standard" : "operating.pages.none")
        h.element("a", .class("row-link"), .href(view.links.path(.consolePage, id: text.id)), text: words)
    }

    /// - Parameter typed: what stands in the form.
    func page(
        _ text: PageText, typed: ManagePages.Text, isPreview: Bool, versions: [PageVersion], names: [String: String], problems: FormProblems
    ) -> Page {
        let name = text.isStanding ? t("operating.pages.name.\(text.key)") : versions.first?.title ?? text.key
        let title = t("operating.pages.titleIn.\(text.language.rawValue)", ["page": name])
        let address = view.links.path(.consolePage, id: text.id)
        return request.page(title, route: .consolePage, id: text.id) { h in
            h.element("p", .class("crumb")) {
                $0.element("a", .class("row-link"), .href(view.links.path(.consolePages)), text: t("operating.pages.title"))
            }
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: title)
            h.element("ul", .class("links link-row")) { h in
                let other = PageText(key: text.key, language: text.language.other)
                h.element("li") {
                    $0.element(
                        "a", .class("row-link"), .href(view.links.path(.consolePage, id: other.id)),
                        text: t("operating.pages.other.\(other.language.rawValue)"))
                }
                if text.isStanding || versions.first?.content.isEmpty == false {
                    let id = text.isStanding ? "" : text.key
                    h.element("li") {
                        $0.element(
                            "a", .class("row-link"), .href(Links(text.language).path(text.route, id: id)),
                            text: t("console.overview.public"))
                    }
                }
            }
            if isPreview { preview(text, typed, &h) }
            h.element("form", .class("stacked-form operating-form"), .action(address), Attribute("method", "post")) { h in
                form(text, typed, versions, problems, &h)
            }
            self.versions(text, versions, names, &h)
        }
    }

    private func form(
        _ text: PageText, _ typed: ManagePages.Text, _ versions: [PageVersion], _ problems: FormProblems, _ h: inout HTMLWriter
    ) {
        let form = OperatingFields(view: view, problems: problems)
        h.void("input", .type("hidden"), .name("seen"), .value(String(versions.first?.number ?? 0)))
        form.text("title", "operating.pages.heading", typed.title, isRequired: true, language: text.language, &h)
        FormTextArea(
            view: view, name: "content", label: "operating.pages.content", value: typed.content, hint: "operating.pages.contentHint",
            rows: 18, maximumLength: ManagePages.longest, language: view.lang(text.language), problems: problems
        ).write(&h)
        h.element("div", .class("form-buttons")) { h in
            form.button("operating.pages.publish", name: "act", value: "publish", &h)
            form.button("operating.preview", name: "act", value: "preview", isSecondary: true, &h)
            if versions.first?.content.isEmpty == false {
                form.button(
                    text.isStanding ? "operating.pages.takeBack" : "operating.pages.takeOff", name: "act", value: "take-back",
                    isSecondary: true, &h)
            }
        }
    }

    private func preview(_ text: PageText, _ typed: ManagePages.Text, _ h: inout HTMLWriter) {
        // Its headings stand below the one that says what it is.
        let html = MarkdownText(typed.content, headingsFrom: 4).html
        h.element("section", .class("meter-card"), Attribute("aria-labelledby", "preview")) { h in
            h.element("h2", .id("preview"), text: t("operating.preview"))
            h.element("div", .class("prose"), .lang(view.lang(text.language))) { h in
                if !typed.title.isEmpty { h.element("h3", text: typed.title) }
                h.raw(html)
            }
            h.element("p", .class("quiet small"), text: t("operating.notKept"))
        }
    }

    private func versions(_ text: PageText, _ versions: [PageVersion], _ names: [String: String], _ h: inout HTMLWriter) {
        h.element("h2", text: t("operating.pages.versions"))
        guard !versions.isEmpty else {
            h.element("p", text: t(text.isStanding ? "operating.pages.noVersions" : "operating.pages.none"))
            return
        }
        ConsoleTable(
            caption: t("operating.pages.versions"), heads: ["operating.pages.version", "audit.when", "audit.who"].map { t($0) }
        ).write(versions, &h) { version, h in
            h.element("th", Attribute("scope", "row")) { h in
                let label = t("operating.pages.number", ["number": String(version.number)])
                if version.content.isEmpty {
                    h.text(label + " · " + t("operating.pages.takenBack"))
                } else {
                    h.element(
                        "a", .class("row-link"), .href(view.links.path(.consolePage, id: text.id) + "?version=\(version.number)"),
                        text: label)
                }
            }
            h.element("td", text: view.moment(version.at))
            var who = t("audit.actor.portal")
            if case .account(let id) = version.actor { who = names[id] ?? id }
            h.element("td", text: who)
        }
    }
}
