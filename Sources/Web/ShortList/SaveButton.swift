import Domain
import HTML

/// Puts a program on the short list. Without scripts it opens the list with the program on it; with them it is a switch.
///
/// The form it belongs to stands once in the frame of every page (`Layout`), so that the button may stand inside another form.
struct SaveButton {
    static let form = "short-list-form"

    let view: View

    func write(_ program: Program, _ h: inout HTMLWriter) {
        let title = program.title.resolved(view.language) ?? (program.reference, view.language)
        h.element(
            "button", .type("submit"), .class("save-button"), Attribute("form", Self.form), .name("add"),
            .value(ProgramCodes.code(program.id))
        ) { h in
            h.text(view.t("shortlist.button"))
            h.element("span", .class("visually-hidden")) { h in
                h.text(view.t("shortlist.buttonFor") + " ")
                h.element("span", .flag("data-title"), .lang(view.lang(title.language)), text: title.text)
            }
        }
    }
}
