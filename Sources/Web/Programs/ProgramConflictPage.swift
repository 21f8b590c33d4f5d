import Domain
import HTML
import Matching
import Portal

/// Two texts of the same program, and for each field a choice. Nothing was overwritten, and nothing that was typed is lost.
struct ProgramConflictPage {
    let request: ConsoleRequest
    let conflict: ProgramConflict
    let names: [Account.ID: String]
    /// What is sent back with the choices: everything that was typed.
    var passed: [(name: String, value: String)] = []
    /// Where the choices go.
    let route: PageRoute
    /// The key of what the other text is called.
    var theirs = "programs.conflict.theirs"
    /// The key of the button.
    let submit: String

    private var view: View { request.view }
    private var t: Texts.Reader { view.t }
    private var id: String { Links.programPath(conflict.mine.id, at: conflict.mine.institution) }

    var page: Page {
        request.page(t("programs.conflict.title"), route: route, id: id) { h in
            h.element("div", .class("error-summary"), .role("alert")) { h in
                h.element("h2", text: t("programs.conflict.title"))
                h.element("p", text: sentence)
            }
            ProgramCrumbs(request: request, program: conflict.theirs).write(&h)
            h.element("h1", text: conflict.mine.title.text(view.language))
            if conflict.fields.isEmpty { lookAgain(&h) } else { choices(&h) }
        }
    }

    private var sentence: String {
        guard let latest = conflict.latest else { return t("programs.conflict.somebody") }
        return t(
            "programs.conflict.sentence",
            ["who": ActorText(view: view, names: names).name(latest.actor), "when": view.moment(latest.at)])
    }

    /// For an act that only has to be looked at again.
    private func lookAgain(_ h: inout HTMLWriter) {
        let table = ProgramDifferenceTable(
            view: view, catalogue: view.site.services.catalogue.current, before: conflict.mine, after: conflict.theirs,
            heads: ("programs.difference.yours", "programs.difference.now"))
        if !table.fields.isEmpty { table.write(t("programs.conflict.title"), &h) }
        h.element("p") { h in
            h.element("a", .class("button"), .href(view.links.path(.consoleProgram, id: id)), text: t("programs.conflict.lookAgain"))
        }
    }

    private func choices(_ h: inout HTMLWriter) {
        let text = ProgramFieldText(view: view, catalogue: view.site.services.catalogue.current)
        if !conflict.taken.isEmpty {
            h.element("p", text: t("programs.conflict.taken", ["fields": conflict.taken.map { text.name($0) }.joined(separator: ", ")]))
        }
        h.element("form", .action(view.links.path(route, id: id)), Attribute("method", "post"), .class("conflict-form")) { h in
            for pair in passed { h.void("input", .type("hidden"), .name(pair.name), .value(pair.value)) }
            h.void("input", .type("hidden"), .name("seen"), .value(String(conflict.version)))
            for field in conflict.fields { choice(field, text, &h) }
            h.element("div", .class("form-buttons")) { h in
                h.element("button", .class("button"), .type("submit"), text: t(submit))
                h.element(
                    "a", .class("button secondary"), .href(view.links.path(.consoleProgram, id: id)), text: t("programs.conflict.leave"))
            }
        }
    }

    private func choice(_ field: ProgramField, _ text: ProgramFieldText, _ h: inout HTMLWriter) {
        let name = "choice.\(field.rawValue)"
        let (mine, theirs) = (text.lines(field, conflict.mine), text.lines(field, conflict.theirs))
        h.element("fieldset", .class("conflict")) { h in
            h.element("legend", text: text.name(field))
            if let base = conflict.base {
                h.element("p", .class("small quiet"), text: t("programs.conflict.before"))
                h.element("div", .class("conflict-base")) {
                    text.write(text.lines(field, base), other: text.lines(field, base), mark: .removed, &$0)
                }
            }
            h.element("div", .class("conflict-sides")) { h in
                side(name, "mine", t("programs.conflict.mine"), mine, theirs, text, &h)
                side(name, "theirs", t(self.theirs), theirs, mine, text, &h)
            }
        }
    }

    private func side(
        _ name: String, _ value: String, _ label: String, _ lines: [String], _ other: [String], _ text: ProgramFieldText,
        _ h: inout HTMLWriter
    ) {
        let id = "\(name).\(value)"
        h.element("div", .class("conflict-side")) { h in
            h.element("label", .class("check"), .for(id)) { h in
                h.void("input", .type("radio"), .id(id), .name(name), .value(value), .flag("required"))
                h.text(label)
            }
            text.write(lines, other: other, mark: .added, &h)
        }
    }
}
