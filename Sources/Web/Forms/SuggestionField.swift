package import HTML

/// A text box that suggests as one types, where scripts run; a plain text box otherwise.
package struct SuggestionField {
    let view: View
    let id: String
    let name: String
    var value = ""
    /// The address of the suggestions, with its query.
    let suggestions: String
    /// The key of what is said when there are none.
    var none = "job.noSuggestion"
    var isRequired = false
    var describedBy: String?

    package func write(_ h: inout HTMLWriter) {
        h.element(
            "div", .class("combobox"), Attribute("data-suggestions", suggestions), Attribute("data-status-none", view.t(none)),
            Attribute("data-status-some", view.t("job.suggestions"))
        ) { h in
            h.void(
                "input", .id(id), .name(name), .type("text"), .value(value), Attribute("autocomplete", "off"),
                Attribute("autocapitalize", "none"), Attribute("spellcheck", "false"), Attribute("maxlength", "200"),
                Attribute("enterkeyhint", "search"), .flag("required", if: isRequired),
                describedBy.map { Attribute("aria-describedby", $0) })
        }
    }
}
