import Domain
import HTML
import Portal

/// The form of a program: every field, in the order in which a learner meets them on its page.
struct ProgramFormPage {
    let request: ConsoleRequest
    let form: ProgramForm
    /// `nil` for a new program.
    var sheet: ProgramSheet?
    var problems: [FieldProblem] = []
    /// The row that was just added.
    var row = ""

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var institution: Institution.ID { request.institution?.id ?? "" }

    private var sentences: FormProblems {
        var sentences = FormProblems()
        for problem in problems { sentences.add(problem.field, ProblemText(view: view).sentence(problem)) }
        return sentences
    }

    private var action: String {
        sheet.map { view.links.program(.consoleProgramText, $0.standing.id, at: institution) }
            ?? view.links.path(.consoleNewProgram, id: institution.rawValue)
    }

    var page: Page {
        let title = sheet.map { t("programs.edit.title", ["title": $0.edited.title.text(view.language)]) } ?? t("programs.new.title")
        let problems = sentences
        var page = request.page(
            title, route: sheet == nil ? .consoleNewProgram : .consoleProgramText,
            id: sheet.map { Links.programPath($0.standing.id, at: institution) } ?? institution.rawValue
        ) { h in
            problems.write(view, &h)
            ProgramCrumbs(request: request, program: sheet?.edited).write(&h)
            h.element("h1", text: title)
            if sheet?.standing.state == .published { h.element("p", .class("lead"), text: t("programs.edit.beside")) }
            h.element(
                "form", .id("program"), .action(action), Attribute("method", "post"), .class("program-form"),
                .flag("data-program-form"), row.isEmpty ? nil : Attribute("data-row", row),
                Attribute("data-leave", t("programs.form.leave"))
            ) { h in
                // Enter in a field presses the first button of the form.
                h.element(
                    "button", .class("visually-hidden"), .type("submit"), .name("do"), .value("save"), Attribute("tabindex", "-1"),
                    Attribute("aria-hidden", "true"), text: t("programs.form.save"))
                if let base = form.base { h.void("input", .type("hidden"), .name("base"), .value(String(base))) }
                if let seen = form.seen { h.void("input", .type("hidden"), .name("seen"), .value(String(seen))) }
                ProgramFormSections(view: view, form: form, problems: problems).write(&h)
                buttons(&h)
            }
        }
        page.modules = ["program-form.js"]
        return page
    }

    private func buttons(_ h: inout HTMLWriter) {
        h.element("div", .class("form-buttons sticky-buttons")) { h in
            h.element(
                "button", .class("button"), .type("submit"), .name("do"), .value("save"),
                text: t(sheet?.standing.state == .published ? "programs.form.saveDraft" : "programs.form.save"))
            h.element(
                "button", .class("button secondary"), .type("submit"), .name("do"), .value("preview"), text: t("programs.form.preview"))
            let back =
                sheet.map { view.links.program(.consoleProgram, $0.standing.id, at: institution) }
                ?? view.links.path(.consolePrograms, id: institution.rawValue)
            h.element("a", .class("quiet-link"), .href(back), text: t("programs.form.cancel"))
        }
    }
}

/// What is wrong with a field, as a sentence.
struct ProblemText {
    let view: View

    func sentence(_ problem: FieldProblem) -> String {
        let (t, format) = (view.t, view.format)
        switch problem.reason {
        case .missing where problem.field == "title-en": return t("programs.problem.noTitle")
        case .missing: return t("programs.problem.missing", ["field": name(problem.field)])
        case .tooLong(let limit): return t("programs.problem.tooLong", ["field": name(problem.field), "limit": format.number(limit)])
        case .tooMany(let limit): return t("programs.problem.tooMany", ["limit": format.number(limit)])
        case .controlCharacter: return t("programs.problem.controlCharacter", ["field": name(problem.field)])
        case .notANumber: return t("programs.problem.notANumber", ["field": name(problem.field)])
        case .notADate: return t("programs.problem.notADate")
        case .endsBeforeStart: return t("programs.problem.endsBeforeStart")
        case .notAPrice: return t("programs.problem.notAPrice")
        case .notAPlace: return t("programs.problem.notAPlace")
        case .notAPostalCode: return t("programs.problem.notAPostalCode")
        case .notAnAddress: return t("programs.problem.notAnAddress")
        case .notACIPCode: return t("programs.problem.notACIPCode")
        case .notOneOf: return t("programs.problem.notOneOf", ["field": name(problem.field)])
        case .halfASequence: return t("programs.problem.halfASequence")
        case .studentAidLength: return t("programs.problem.studentAidLength")
        case .referenceTaken: return t("programs.problem.referenceTaken")
        }
    }

    /// `offering.2.city` is called as `city` is.
    private func name(_ field: String) -> String {
        let part = field.split(separator: ".").last.map(String.init) ?? field
        let list = field.split(separator: ".").first.map(String.init) ?? ""
        for key in ["programs.\(list).\(part)", "programs.field.\(part)"] where view.t.has(key) { return view.t(key) }
        return view.t("programs.field.\(list)")
    }
}
