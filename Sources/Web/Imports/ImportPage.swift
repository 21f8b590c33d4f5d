import Domain
import HTML
import Matching
import Portal

/// One import: what it would change, what is wrong with it, and what came of it.
struct ImportPage {
    struct Findings {
        var new: [ImportFinding.New] = []
        var changed: [ImportFinding.Changed] = []
        var notes: [ImportFinding.Note] = []
        var errors: [ImportFinding.ErrorRow] = []
        /// Programs that are not in the file and could be archived.
        var missing = 0
    }

    let request: ConsoleRequest
    let job: ImportJob
    let findings: Findings
    let maximumFile: Int
    let problems: FormProblems

    /// The first of each kind; the others have a page of their own.
    static let shown = 10

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var links: Links { request.view.links }
    private var counts: ImportJob.Counts { job.counts }

    var page: Page {
        var page = request.page(job.fileName, route: .consoleImport, id: "\(job.institution.rawValue)/\(job.id.rawValue)") { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("p", .class("crumb")) { h in
                h.element("a", .href(links.path(.consoleImports, id: job.institution.rawValue)), text: t("imports.title"))
            }
            h.element("h1", text: job.fileName)
            h.element("div", .id("import"), Attribute("data-state", job.isUnderWay ? "under-way" : "still")) { h in
                switch job.state {
                case .waiting, .running: underWay(&h)
                case .ready where counts.errors > 0: withErrors(&h)
                case .ready: readyToWrite(&h)
                case .done: done(&h)
                case .failed:
                    h.element("p", .class("lead"), .role("status"), text: t("imports.failed"))
                    erase(&h)
                }
            }
        }
        if job.isUnderWay {
            page.refresh = 2
            page.modules = ["imports.js"]
        }
        return page
    }

    private func underWay(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), .role("status"), text: ImportState(job, view).sentence)
        // How many there are is known from the second time on.
        let known = counts.rows > 0
        h.element("p") { h in
            h.element("label", .class("visually-hidden"), .for("progress"), text: t("imports.progress"))
            if known {
                h.element(
                    "progress", .id("progress"), Attribute("max", String(counts.rows)), .value(String(min(job.progress, counts.rows))),
                    text: view.format.number(job.progress))
            } else {
                h.element("progress", .id("progress"), text: view.format.number(job.progress))
            }
        }
        if job.progress > 0 { h.element("p", .class("hint"), text: t("imports.rowsRead", count: job.progress)) }
        h.element("p") { h in
            h.element("a", .class("row-link"), .href(links.importJob(job.id, at: job.institution)), text: t("imports.lookAgain"))
        }
    }

    // MARK: - With mistakes

    private func withErrors(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), .role("status"), text: errorsLead)
        tally(&h)
        let isFixable = counts.errorRows > 0 && findings.errors.contains { $0.row != nil && !$0.cells.isEmpty }
        h.element("div", .class("import-fixes")) { h in
            if isFixable {
                h.element("section", Attribute("aria-labelledby", "fix-here")) { h in
                    h.element("h2", .id("fix-here"), text: t("imports.fixHere"))
                    h.element("p", text: t("imports.fixHereLead"))
                    h.element("p") { h in
                        h.element(
                            "a", .class("button"), .href(links.importPage(.consoleImportErrors, job.id, at: job.institution)),
                            text: t("imports.fixHereLink", count: counts.errorRows))
                    }
                }
            }
            h.element("section", Attribute("aria-labelledby", "fix-file")) { h in
                h.element("h2", .id("fix-file"), text: t(isFixable ? "imports.fixFile" : "imports.otherFile"))
                if isFixable {
                    h.element("p", text: t("imports.fixFileLead"))
                    h.element("p", .class("import-downloads")) { h in
                        for format in job.format == "csv" ? ["csv", "xlsx"] : ["xlsx", "csv"] {
                            h.element(
                                "a", .class("button secondary compact"),
                                .href(links.importPage(.consoleImportFile, job.id, at: job.institution, [("format", format)])),
                                .flag("download"),
                                Attribute("aria-label", t("imports.returnedAs", ["format": t("imports.format.\(format)")])),
                                text: t("imports.format.\(format)"))
                        }
                    }
                }
                ImportUploadForm(
                    view: view, action: links.importPage(.consoleImportFile, job.id, at: job.institution), submit: "imports.replace",
                    maximumFile: maximumFile, problems: problems
                ).write(&h)
            }
        }
        h.element("h2", text: t("imports.errorsTitle"))
        ConsoleTable(
            caption: t("imports.errorsTitle"),
            heads: ["imports.head.row", "imports.head.program", "imports.head.column", "imports.head.error"].map { t($0) }
        ).write(findings.errors.flatMap { row in row.errors.map { (row, $0) } }.prefix(Self.shown * 3).map { $0 }, &h) { pair, h in
            let (row, error) = pair
            h.element("th", Attribute("scope", "row"), text: (row.row ?? error.row).map { String($0) } ?? t("imports.wholeFile"))
            h.element("td", text: row.reference)
            h.element("td", text: error.column.map { ColumnTexts(view).name($0) } ?? "")
            h.element("td", text: ImportErrorText(view).sentence(error))
        }
        if counts.errorRows > findings.errors.count { h.element("p", .class("hint"), text: t("imports.moreErrors")) }
        erase(&h)
    }

    private var errorsLead: String {
        counts.errorRows > 0 ? t("imports.errorsLead", count: counts.errorRows) : t("imports.fileErrorLead")
    }

    // MARK: - Without

    private func readyToWrite(_ h: inout HTMLWriter) {
        if job.isComparedAnew { h.element("p", .class("notice"), .role("alert"), text: t("imports.comparedAnew")) }
        let isNothing = counts.new + counts.changed == 0
        h.element("p", .class("lead"), .role("status"), text: t(isNothing ? "imports.nothing" : "imports.readyLead"))
        tally(&h)
        lists(&h)
        h.element("div", .class("form-buttons import-decision")) { h in
            if !isNothing { button("confirm", t("imports.confirm", count: counts.new + counts.changed), "button", &h) }
            button("erase", t("imports.erase"), "button secondary", &h)
        }
        if !isNothing { h.element("p", .class("hint"), text: t("imports.confirmHint")) }
    }

    private func done(_ h: inout HTMLWriter) {
        h.element("p", .class("lead"), .role("status"), text: t("imports.done"))
        tally(&h)
        h.element("p", .class("form-buttons")) { h in
            h.element("a", .class("button"), .href(links.search(.institution, job.institution.rawValue)), text: t("imports.seePublic"))
            if request.view.site.services.publishing != nil {
                h.element(
                    "a", .class("button secondary"), .href(links.path(.consolePrograms, id: job.institution.rawValue)),
                    text: t("imports.seePrograms"))
            }
        }
        lists(&h)
        if findings.missing > 0 {
            h.element("section", .class("import-missing"), Attribute("aria-labelledby", "missing")) { h in
                h.element("h2", .id("missing"), text: t("imports.missingTitle", count: findings.missing))
                h.element("p", text: t("imports.missingLead"))
                if request.may(.publishPrograms) {
                    h.element("p") { h in
                        h.element(
                            "a", .class("button secondary"), .href(links.importPage(.consoleImportArchive, job.id, at: job.institution)),
                            text: t("imports.missingLink"))
                    }
                }
            }
        }
    }

    /// The figures of the comparison.
    private func tally(_ h: inout HTMLWriter) {
        h.element("dl", .class("import-tally")) { h in
            for (key, count) in [
                ("imports.tally.new", counts.new), ("imports.tally.changed", counts.changed), ("imports.tally.unchanged", counts.unchanged),
                ("imports.tally.errors", counts.errorRows),
            ] where key != "imports.tally.errors" || count > 0 {
                h.element("div", .class(key == "imports.tally.errors" ? "has-errors" : nil)) { h in
                    h.element("dt", text: t(key))
                    h.element("dd", text: view.format.number(count))
                }
            }
        }
    }

    private func lists(_ h: inout HTMLWriter) {
        let details = ImportDetails(view: view, isDone: job.state == .done)
        if !findings.changed.isEmpty {
            h.element("h2", text: t("imports.changedTitle", count: counts.changed))
            details.changed(findings.changed, &h)
            more(.changed, counts.changed, findings.changed.count, &h)
        }
        if !findings.new.isEmpty {
            h.element("h2", text: t("imports.newTitle", count: counts.new))
            details.new(findings.new, &h)
            more(.new, counts.new, findings.new.count, &h)
        }
        if !findings.notes.isEmpty {
            h.element("h2", text: t("imports.notesTitle", count: counts.notes))
            details.notes(findings.notes, &h)
            more(.note, counts.notes, findings.notes.count, &h)
        }
    }

    private func more(_ kind: ImportFindingKind, _ total: Int, _ shown: Int, _ h: inout HTMLWriter) {
        guard total > shown else { return }
        h.element("p") { h in
            h.element(
                "a", .class("row-link"),
                .href(links.importPage(.consoleImportDetails, job.id, at: job.institution, [("show", kind.rawValue)])),
                text: t("imports.all.\(kind.rawValue)", count: total))
        }
    }

    private func erase(_ h: inout HTMLWriter) {
        h.element("div", .class("form-buttons")) { button("erase", t("imports.erase"), "button secondary", &$0) }
    }

    private func button(_ act: String, _ text: String, _ style: String, _ h: inout HTMLWriter) {
        h.element("form", .action(links.importJob(job.id, at: job.institution)), Attribute("method", "post")) { h in
            h.void("input", .type("hidden"), .name("act"), .value(act))
            h.element("button", .class(style), .type("submit"), text: text)
        }
    }
}
