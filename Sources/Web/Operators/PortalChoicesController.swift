import Domain
import Foundation
import HTML
import Hummingbird
import Portal

/// Languages, time zone, region and the address for answers.
struct PortalChoicesController {
    let site: Site
    let operating: OperatingServices

    func addRoutes(to routes: PortalRoutes) {
        routes.console(
            .consoleChoices, .portal(.managePortal),
            get: { .page(PortalChoicesPage(request: $0, fields: .init(operating.choices.current)).page, in: $0.view) }, post: change)
    }

    private func change(_ request: ConsoleRequest) async throws -> Response {
        var fields = ManageChoices.Fields()
        fields.languages = Set(request.page.fieldValues("languages"))
        fields.firstLanguage = request.page.field("first-language")
        fields.timeZone = request.page.field("time-zone")
        fields.region = request.page.field("region")
        fields.replyTo = request.page.field("reply-to")
        return try await request.act(
            then: request.links.path(.consoleChoices) + "?notice=changed",
            again: { PortalChoicesPage(request: request, fields: fields, problems: $0).page }
        ) { try await operating.choices.change(to: fields, by: request.person) }
    }
}

/// The page itself.
struct PortalChoicesPage {
    let request: ConsoleRequest
    let fields: ManageChoices.Fields
    var problems = FormProblems()

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var settings: PortalSettings { view.site.services.settings }

    var page: Page {
        request.page(t("operating.choices.title"), route: .consoleChoices) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("operating.choices.title"))
            h.element("p", .class("lead"), text: t("operating.choices.lead"))
            h.element("form", .class("stacked-form"), .action(view.links.path(.consoleChoices)), Attribute("method", "post")) { form(&$0) }
            elsewhere(&h)
        }
    }

    private func form(_ h: inout HTMLWriter) {
        let form = OperatingFields(view: view, problems: problems)
        let languages = Language.allCases.map { (value: $0.rawValue, label: t("account.language.\($0.rawValue)")) }
        form.checks("languages", "operating.choices.languages", languages, chosen: fields.languages, &h)
        form.select(
            "first-language", "operating.choices.first", languages, fields.firstLanguage, hint: "operating.choices.firstHint", &h)
        if settings.fixed.contains(.timeZone) {
            FixedSetting(view: view, label: "operating.choices.timeZone", value: settings.timeZone.identifier).write(&h)
        } else {
            FormField(
                view: view, name: "time-zone", label: "operating.choices.timeZone", value: fields.timeZone,
                hint: "operating.choices.timeZoneHint", hintValues: ["zone": settings.givenTimeZone.identifier], autocomplete: "off",
                isRequired: false, problems: problems
            ).write(&h)
        }
        form.select(
            "region", "operating.choices.region", view.regionChoices(none: "operating.choices.noRegion"), fields.region,
            hint: "operating.choices.regionHint", &h)
        form.text("reply-to", "operating.choices.replyTo", fields.replyTo, hint: "operating.choices.replyToHint", &h)
        h.element("div", .class("form-buttons")) { form.button("operating.save", &$0) }
    }

    /// What only the machine's settings decide: an operator should see it, and know where it is changed.
    private func elsewhere(_ h: inout HTMLWriter) {
        h.element("h2", text: t("operating.choices.elsewhere"))
        h.element("p", text: t("operating.choices.elsewhereLead"))
        FixedSetting(view: view, label: "operating.choices.address", value: settings.baseURL).write(&h)
    }
}
