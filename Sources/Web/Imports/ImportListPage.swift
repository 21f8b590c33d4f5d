import Domain
import HTML
import Portal

/// Where an institution brings programs in, and takes them out.
struct ImportListPage {
    let request: ConsoleRequest
    let jobs: [ImportJob]
    /// Of those who uploaded, by account.
    let names: [String: String]
    let maximumFile: Int
    let problems: FormProblems

    private var view: View { request.view }
    private var t: Texts.Reader { request.view.t }
    private var id: String { request.institution?.id.rawValue ?? "" }

    var page: Page {
        request.page(t("imports.title"), route: .consoleImports, id: id) { h in
            request.writeNotice(&h)
            problems.write(view, &h)
            h.element("h1", text: t("imports.title"))
            h.element("p", .class("lead"), text: t("imports.lead"))
            h.element("div", .class("import-ways")) { h in
                h.element("section", Attribute("aria-labelledby", "in")) { h in
                    h.element("h2", .id("in"), text: t("imports.in"))
                    ImportUploadForm(
                        view: view, action: view.links.path(.consoleImports, id: id), submit: "imports.upload", maximumFile: maximumFile,
                        problems: problems
                    ).write(&h)
                }
                h.element("section", Attribute("aria-labelledby", "out")) { h in
                    h.element("h2", .id("out"), text: t("imports.out"))
                    h.element("p", text: t("imports.outLead"))
                    downloads("programs", "imports.now", "imports.nowAs", &h)
                    downloads("template", "imports.template", "imports.templateAs", &h)
                    h.element("p", .class("hint"), text: t("imports.templateHint"))
                }
            }
            if !jobs.isEmpty { earlier(&h) }
        }
    }

    private func downloads(_ what: String, _ key: String, _ keyWithFormat: String, _ h: inout HTMLWriter) {
        h.element("p", .class("import-downloads")) { h in
            h.element("span", text: t(key))
            for format in ["xlsx", "csv"] {
                h.element(
                    "a", .class("button secondary compact"), .href(view.links.table(what, format, of: id)), .flag("download"),
                    Attribute("aria-label", t(keyWithFormat, ["format": t("imports.format.\(format)")])),
                    text: t("imports.format.\(format)"))
            }
        }
    }

    private func earlier(_ h: inout HTMLWriter) {
        h.element("h2", text: t("imports.earlier"))
        ConsoleTable(
            caption: t("imports.earlier"),
            heads: ["imports.head.file", "imports.head.when", "imports.head.who", "imports.head.state"].map { t($0) }
        ).write(jobs, &h) { job, h in
            h.element("th", Attribute("scope", "row")) { h in
                h.element("a", .class("row-link"), .href(view.links.importJob(job.id, at: job.institution)), text: job.fileName)
            }
            h.element("td", text: view.moment(job.createdAt))
            h.element("td", text: names[job.account.rawValue] ?? "")
            h.element("td", text: ImportState(job, view).sentence)
        }
        h.element("p", .class("hint"), text: t("imports.kept"))
    }
}

/// Where a file is chosen.
struct ImportUploadForm {
    let view: View
    let action: String
    /// The key of the button's text.
    let submit: String
    let maximumFile: Int
    let problems: FormProblems

    func write(_ h: inout HTMLWriter) {
        let problem = problems["file"]
        h.element(
            "form", .class("stacked-form upload-form"), .action(action), Attribute("method", "post"),
            Attribute("enctype", "multipart/form-data")
        ) { h in
            h.element("div", .class("form-field")) { h in
                h.element("label", .for("file"), text: view.t("imports.file.label"))
                h.element(
                    "p", .class("hint"), .id("file-hint"),
                    text: view.t("imports.file.hint", ["size": view.format.number(maximumFile >> 20)]))
                if let problem { h.element("p", .class("field-error"), .id("file-error"), text: problem) }
                h.void(
                    "input", .type("file"), .id("file"), .name("file"), Attribute("accept", ".csv,.tsv,.txt,.xlsx"), .flag("required"),
                    problem == nil ? nil : Attribute("aria-invalid", "true"),
                    Attribute("aria-describedby", problem == nil ? "file-hint" : "file-hint file-error"))
            }
            h.element("div", .class("form-buttons")) { $0.element("button", .class("button"), .type("submit"), text: view.t(submit)) }
        }
    }
}

/// Where an import stands, in a few words.
struct ImportState {
    private let job: ImportJob
    private let view: View

    init(_ job: ImportJob, _ view: View) {
        self.job = job
        self.view = view
    }

    var sentence: String {
        let t = view.t
        switch job.state {
        case .waiting, .running: return t(job.act == .apply ? "imports.state.applying" : "imports.state.comparing")
        case .ready where job.counts.errors > 0:
            return t("imports.state.errors", count: job.counts.errorRows > 0 ? job.counts.errorRows : job.counts.errors)
        case .ready: return t("imports.state.ready")
        case .done:
            return t("imports.state.done", ["new": view.format.number(job.counts.new), "changed": view.format.number(job.counts.changed)])
        case .failed: return t("imports.state.failed")
        }
    }
}
