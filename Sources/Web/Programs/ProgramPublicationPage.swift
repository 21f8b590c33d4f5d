import Domain
import HTML
import Matching
import Portal

/// Before a program goes into the catalogue: what changes for learners, what is missing, and in which languages it can be read.
struct ProgramPublicationPage {
    let request: ConsoleRequest
    let sheet: ProgramSheet
    var problems: [FieldProblem] = []

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var institution: Institution.ID { sheet.standing.institution }

    var page: Page {
        let catalogue = view.site.services.catalogue.current
        let path = Links.programPath(sheet.standing.id, at: institution)
        let title = t("programs.publish.title")
        return request.page(title, route: .consoleProgramPublication, id: path) { h in
            trouble(&h)
            ProgramCrumbs(request: request, program: sheet.edited).write(&h)
            h.element("h1", text: title)
            languages(&h)
            missing(&h)
            if sheet.draft != nil {
                let table = ProgramDifferenceTable(view: view, catalogue: catalogue, before: sheet.standing, after: sheet.edited)
                h.element("h2", text: t("programs.publish.changes"))
                if table.fields.isEmpty {
                    h.element("p", text: t("programs.difference.same"))
                } else {
                    table.write(t("programs.publish.changes"), &h)
                }
            }
            h.element("form", .action(view.links.path(.consoleProgramPublication, id: path)), Attribute("method", "post")) { h in
                h.void("input", .type("hidden"), .name("seen"), .value(String(sheet.version)))
                h.element("p", text: t("programs.publish.confirms"))
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("programs.publish.submit"))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.path(.consoleProgramPreview, id: path)),
                        text: t("programs.act.preview"))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.path(.consoleProgram, id: path)), text: t("programs.form.cancel"))
                }
            }
        }
    }

    private func trouble(_ h: inout HTMLWriter) {
        guard !problems.isEmpty else { return }
        h.element("div", .class("error-summary"), .role("alert")) { h in
            h.element("h2", text: t("programs.publish.incomplete"))
            h.element("ul") { h in
                for problem in problems {
                    h.element("li") { h in
                        h.element(
                            "a", .href(view.links.program(.consoleProgramText, sheet.standing.id, at: institution) + "#\(problem.field)"),
                            text: ProblemText(view: view).sentence(problem))
                    }
                }
            }
        }
    }

    /// One language only is possible, and said.
    private func languages(_ h: inout HTMLWriter) {
        let parity = LanguageParity(sheet.edited)
        if let absent = parity.absent {
            h.element("p", .class("care"), text: t("programs.publish.only.\(absent.other.rawValue)"))
        } else if !parity.isWhole {
            let names = ProgramFieldText(view: view, catalogue: view.site.services.catalogue.current)
            for language in Language.allCases where !parity.lacking(in: language).isEmpty {
                var seen: Set<ProgramField> = []
                let fields = parity.lacking(in: language).filter { seen.insert($0).inserted }.map { names.name($0) }
                h.element(
                    "p", .class("care"),
                    text: t("programs.publish.lacking.\(language.rawValue)", ["fields": fields.joined(separator: ", ")]))
            }
        } else {
            h.element("p", text: t("programs.parity.whole"))
        }
    }

    private func missing(_ h: inout HTMLWriter) {
        let meter = ProgramMeter(sheet.edited, institution: request.institution, on: view.site.services.catalogue.current.today)
        guard !meter.missing.isEmpty else { return h.element("p", text: t("programs.meter.whole")) }
        h.element("h2", text: t("programs.publish.missing"))
        h.element("ul") { h in
            for part in meter.missing { h.element("li", text: t("programs.meter.advice.\(part.rawValue)")) }
        }
    }
}
