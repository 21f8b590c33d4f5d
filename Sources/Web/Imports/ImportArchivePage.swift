import Domain
import HTML
import Portal

/// What the file did not name: the whole list first, then its own agreement.
struct ImportArchivePage {
    let request: ConsoleRequest
    let job: ImportJob
    let missing: [ImportFinding.Missing]
    var problems = FormProblems()

    var page: Page {
        let (view, t) = (request.view, request.view.t)
        let id = "\(job.institution.rawValue)/\(job.id.rawValue)"
        return request.page(t("imports.archive.title"), route: .consoleImportArchive, id: id) { h in
            problems.write(view, &h)
            h.element("p", .class("crumb")) { h in
                h.element("a", .href(view.links.importJob(job.id, at: job.institution)), text: job.fileName)
            }
            h.element("h1", text: t("imports.archive.title"))
            guard !missing.isEmpty else {
                h.element("p", .class("lead"), text: t("imports.archive.none"))
                return
            }
            h.element("p", .class("lead"), text: t("imports.archive.lead", count: missing.count))
            ConsoleTable(caption: t("imports.archive.title"), heads: [t("imports.head.reference"), t("imports.head.program")])
                .write(missing, &h) { program, h in
                    h.element("th", Attribute("scope", "row"), text: program.reference)
                    h.element(
                        "td", .lang(program.title.resolved(view.language).flatMap { view.lang($0.language) }),
                        text: view.written(program.title))
                }
            h.element(
                "form", .class("stacked-form"), .action(view.links.importPage(.consoleImportArchive, job.id, at: job.institution)),
                Attribute("method", "post")
            ) { h in
                h.void("input", .type("hidden"), .name("count"), .value(String(missing.count)))
                h.element("div", .class("form-field")) { h in
                    if let problem = problems["agreed"] { h.element("p", .class("field-error"), .id("agreed-error"), text: problem) }
                    h.element("label", .class("check"), .for("agreed")) { h in
                        h.void(
                            "input", .type("checkbox"), .id("agreed"), .name("agreed"), .value("yes"),
                            problems["agreed"] == nil ? nil : Attribute("aria-describedby", "agreed-error"))
                        h.element("span", text: t("imports.archive.agree", count: missing.count))
                    }
                }
                h.element("div", .class("form-buttons")) { h in
                    h.element("button", .class("button"), .type("submit"), text: t("imports.archive.submit", count: missing.count))
                    h.element(
                        "a", .class("button secondary"), .href(view.links.importJob(job.id, at: job.institution)),
                        text: t("imports.archive.back"))
                }
            }
        }
    }
}
