import Domain
import HTML
import Hummingbird
import Portal

/// The portal's name, picture, colours and foot.
struct PortalLookController {
    let site: Site
    let operating: OperatingServices

    func addRoutes(to routes: PortalRoutes) {
        let need = ConsoleNeed.portal(.managePortal)
        routes.console(
            .consoleLook, need, get: { .page(PortalLookPage(request: $0, fields: .init(operating.branding.current)).page, in: $0.view) },
            post: change)
        routes.console(
            .consoleLogo, need, body: .file(bytes: PictureCheck.largest * 4 + 65_536),
            get: { .redirect(to: $0.links.path(.consoleLook), status: .seeOther) }, post: setLogo)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        let branding = operating.branding
        if request.page.field("act") == "remove-logo" {
            return try await request.act(
                then: request.links.path(.consoleLook) + "?notice=changed",
                again: { PortalLookPage(request: request, fields: .init(branding.current), problems: $0).page }
            ) { try await branding.removeLogo(by: request.person) }
        }
        let fields = ManageBranding.Fields(request.page)
        let isPreview = request.page.field("act") == "preview"
        if isPreview, let trial = try? branding.branding(fields) {
            return .page(PortalLookPage(request: request, fields: fields, trial: trial).page, in: request.view)
        }
        return try await request.act(
            then: request.links.path(.consoleLook) + "?notice=changed",
            again: { PortalLookPage(request: request, fields: fields, problems: $0).page }
        ) { try await branding.change(to: fields, by: request.person) }
    }

    private func setLogo(_ request: ConsoleRequest) async throws -> Response {
        let branding = operating.branding
        func again(_ word: String) -> Response {
            let problems = FormProblems("file", request.view.t("operating.look.problem.\(word)"))
            let page = PortalLookPage(request: request, fields: .init(branding.current), problems: problems).page
            return .page(page, in: request.view, status: .badRequest)
        }
        do {
            let file = try await UploadedFile.read(request.page.request, limit: PictureCheck.largest)
            try await branding.setLogo(file.bytes, by: request.person)
            return .redirect(to: request.links.path(.consoleLook) + "?notice=changed", status: .seeOther)
        } catch let problem as PictureCheck.Problem {
            return again(problem.rawValue)
        } catch let problem as UploadedFile.Problem {
            return again(problem == .tooLarge ? "tooLarge" : problem == .none ? "noFile" : "broken")
        }
    }
}

extension ManageBranding.Fields {
    init(_ request: PageRequest) {
        self.init()
        name = request.bilingual("name", most: 80)
        footer = request.bilingual("footer", most: 600)
        accentLight = request.field("accent-light")
        accentDark = request.field("accent-dark")
    }
}

/// The page itself.
struct PortalLookPage {
    let request: ConsoleRequest
    let fields: ManageBranding.Fields
    var problems = FormProblems()
    /// What the fields would make of it, where that was asked.
    var trial: Branding?

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var settings: PortalSettings { view.site.services.settings }

    var page: Page {
        request.page(t("operating.look.title"), route: .consoleLook) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("operating.look.title"))
            h.element("p", .class("lead"), text: t("operating.look.lead"))
            if let trial { LookPreview(view: view, branding: trial).write(&h) }
            form(&h)
            logo(&h)
        }
    }

    private func form(_ h: inout HTMLWriter) {
        let form = OperatingFields(view: view, problems: problems)
        h.element("form", .class("stacked-form operating-form"), .action(view.links.path(.consoleLook)), Attribute("method", "post")) { h in
            h.element("div", .class("language-pair")) { h in
                for (language, fixed) in [(Language.en, PortalSettings.Fixed.nameEnglish), (.fr, .nameFrench)] {
                    if settings.fixed.contains(fixed) {
                        FixedSetting(view: view, label: "operating.look.name.\(language.rawValue)", value: settings.name.text(language))
                            .write(&h)
                        h.void("input", .type("hidden"), .name("name-\(language.rawValue)"), .value(fields.name[language] ?? ""))
                    } else {
                        form.text(
                            "name-\(language.rawValue)", "operating.look.name.\(language.rawValue)", fields.name[language] ?? "",
                            language: language, &h)
                    }
                }
            }
            h.element("p", .class("hint"), text: t("operating.look.nameHint", ["name": settings.standardName.text(view.language)]))
            h.element("div", .class("field-row")) { h in
                form.text("accent-light", "operating.look.accentLight", fields.accentLight, hint: "operating.look.accentHint", &h)
                form.text("accent-dark", "operating.look.accentDark", fields.accentDark, hint: "operating.look.accentHint", &h)
            }
            form.pair("footer", "operating.look.footer", fields.footer, rows: 3, most: 600, &h)
            h.element("div", .class("form-buttons")) { h in
                form.button("operating.save", name: "act", value: "save", &h)
                form.button("operating.preview", name: "act", value: "preview", isSecondary: true, &h)
            }
        }
    }

    private func logo(_ h: inout HTMLWriter) {
        h.element("h2", text: t("operating.look.logo"))
        let has = settings.operated.current.branding.logo != nil
        h.element("p", .class("logo-now")) { h in
            Look(view: view).writeMark(&h)
            h.text(t(has ? "operating.look.hasLogo" : "operating.look.noLogo"))
        }
        h.element(
            "form", .class("stacked-form"), .action(view.links.path(.consoleLogo)), Attribute("method", "post"),
            Attribute("enctype", "multipart/form-data")
        ) { h in
            h.element("div", .class("form-field")) { h in
                h.element("label", .for("file"), text: t("operating.look.file"))
                h.element("p", .class("hint"), .id("file-hint"), text: t("operating.look.fileHint"))
                if let problem = problems["file"] { h.element("p", .class("field-error"), .id("file-error"), text: problem) }
                h.void(
                    "input", .type("file"), .id("file"), .name("file"), Attribute("accept", "image/png,image/svg+xml"), .flag("required"),
                    Attribute("aria-describedby", problems["file"] == nil ? "file-hint" : "file-hint file-error"))
            }
            h.element("div", .class("form-buttons")) {
                $0.element("button", .class("button"), .type("submit"), text: t("operating.look.upload"))
            }
        }
        guard has else { return }
        h.element("form", .action(view.links.path(.consoleLook)), Attribute("method", "post")) { h in
            h.element(
                "button", .class("button secondary"), .type("submit"), .name("act"), .value("remove-logo"),
                text: t("operating.look.removeLogo"))
        }
    }
}

/// A setting that the settings file, the environment or the command line decides: shown, and not to be changed here.
struct FixedSetting {
    let view: View
    let label: String
    let value: String

    func write(_ h: inout HTMLWriter) {
        h.element("div", .class("form-field")) { h in
            h.element("p", .class("fixed-label"), text: view.t(label))
            h.element("p", .class("fixed-value")) { h in
                h.element("strong", text: value)
                h.element("span", .class("hint"), text: " · " + view.t("operating.fixed"))
            }
        }
    }
}

/// How the portal would look, in both schemes.
struct LookPreview {
    let view: View
    let branding: Branding

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        let light = branding[.light] ?? AccentSheet.standard[.light]!
        let dark = branding[.dark] ?? AccentSheet.standard[.dark]!
        let key = "\(light)-\(dark)".filter { $0 != "#" }
        h.element("section", .class("look-previews"), Attribute("aria-labelledby", "preview")) { h in
            h.void("link", Attribute("rel", "stylesheet"), .href("/look/\(key)/preview.css"))
            h.element("h2", .id("preview"), text: t("operating.preview"))
            h.element("div", .class("console-columns")) { h in
                for scheme in ColourScheme.allCases {
                    let colour = scheme == .light ? light : dark
                    h.element("div", .class("look-preview \(scheme.rawValue)")) { h in
                        h.element("p", .class("brand")) { h in
                            Look(view: view).writeMark(&h)
                            h.element("span", text: branding.name[view.language] ?? view.portalName)
                        }
                        h.element("p", .class("look-title"), text: t("operating.look.sample"))
                        h.element("p") { $0.element("span", .class("button"), text: t("operating.look.sampleButton")) }
                        h.element(
                            "p", .class("small quiet"),
                            text: t(
                                "operating.look.ratio.\(scheme.rawValue)",
                                [
                                    "colour": colour.description,
                                    "ratio": view.format.number((colour.contrast(with: scheme.grounds) * 10).rounded(.down) / 10),
                                ]))
                    }
                }
            }
            if let footer = branding.footer[view.language] { h.element("p", .class("footer-words"), text: footer) }
            h.element("p", .class("quiet small"), text: t("operating.notKept"))
        }
    }
}
