import Domain
import HTML
import Matching
import Portal

/// A program as learners will see it, with one line above that says what it is.
struct ProgramPreviewPage {
    let request: ConsoleRequest
    let sheet: ProgramSheet
    let catalogue: Catalogue

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        let institution = sheet.standing.institution
        let id = sheet.standing.id
        let learners = ProgramPage(
            view: view, catalogue: catalogue, program: sheet.edited,
            related: view.site.services.findAlike.programs(like: sheet.edited, limit: ProgramPage.mostRelated)
        ).page
        return Page(
            title: t("programs.preview.title", ["title": learners.title]), route: .consoleProgramPreview,
            id: Links.programPath(id, at: institution), isIndexed: false
        ) { h in
            h.element("div", .class("preview-bar"), .role("region"), Attribute("aria-label", t("programs.preview.label"))) { h in
                h.element("p") { h in
                    h.element("strong", text: t("programs.preview.label") + " ")
                    h.text(
                        t(sheet.standing.state == .published && sheet.draft == nil ? "programs.preview.same" : "programs.preview.unseen"))
                }
                h.element("div", .class("form-buttons")) { h in
                    let other = view.language.other
                    h.element(
                        "a", .class("button secondary compact"), .href(Links(other).program(.consoleProgramPreview, id, at: institution)),
                        text: t("programs.preview.in.\(other.rawValue)"))
                    if request.may(.editPrograms), sheet.standing.state != .archived {
                        h.element(
                            "a", .class("button secondary compact"), .href(view.links.program(.consoleProgramText, id, at: institution)),
                            text: t("programs.act.edit"))
                    }
                    h.element(
                        "a", .class("button secondary compact"), .href(view.links.program(.consoleProgram, id, at: institution)),
                        text: t("programs.preview.back"))
                }
            }
            learners.main(&h)
        }
    }
}
