package import HTML

/// A field for a text of several lines, with its label, its hint and what is wrong with it.
package struct FormTextArea {
    let view: View
    /// Also its id.
    let name: String
    /// The key of the label.
    let label: String
    var value = ""
    /// The key of the hint.
    var hint: String?
    var rows = 4
    var maximumLength = 1_000
    /// The language the text is in, where it is not that of the page.
    var language: String?
    let problems: FormProblems

    package func write(_ h: inout HTMLWriter) {
        let problem = problems[name]
        let described = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-error"].compactMap(\.self).joined(
            separator: " ")
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(name), text: view.t(label))
            if let hint { h.element("p", .class("hint"), .id("\(name)-hint"), text: view.t(hint)) }
            if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            // The first line end in the element is not a part of its text.
            h.element(
                "textarea", .id(name), .name(name), Attribute("rows", String(rows)), Attribute("maxlength", String(maximumLength)),
                .lang(language), problem == nil ? nil : Attribute("aria-invalid", "true"),
                described.isEmpty ? nil : Attribute("aria-describedby", described), text: "\n" + value)
        }
    }
}
