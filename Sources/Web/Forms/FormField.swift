package import HTML

/// A field of a form with its label, its hint and what is wrong with it, tied together for those who hear the page.
package struct FormField {
    let view: View
    /// Also its id.
    let name: String
    /// The key of the label.
    let label: String
    var type = "text"
    var value = ""
    /// The key of the hint.
    var hint: String?
    /// Values for the hint.
    var hintValues: [String: String] = [:]
    var autocomplete: String?
    var inputMode: String?
    var isRequired = true
    var maximumLength = 200
    /// The language of what is typed, where it is not that of the page.
    var language: String?
    let problems: FormProblems

    package func write(_ h: inout HTMLWriter) {
        let problem = problems[name]
        let described = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-error"].compactMap(\.self).joined(
            separator: " ")
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(name), text: view.t(label))
            if let hint { h.element("p", .class("hint"), .id("\(name)-hint"), text: view.t(hint, hintValues)) }
            if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            h.void(
                "input", .type(type), .id(name), .name(name),
                // What is secret is typed again: it never stands in a page.
                type == "password" ? nil : .value(value), .lang(language), autocomplete.map { Attribute("autocomplete", $0) },
                inputMode.map { Attribute("inputmode", $0) }, Attribute("maxlength", String(maximumLength)),
                type == "text" && inputMode == nil ? nil : Attribute("spellcheck", "false"),
                type == "email" || type == "password" ? Attribute("autocapitalize", "none") : nil, .flag("required", if: isRequired),
                problem == nil ? nil : Attribute("aria-invalid", "true"), described.isEmpty ? nil : Attribute("aria-describedby", described)
            )
        }
    }
}

/// A choice of one in a list.
package struct FormSelect {
    let view: View
    let name: String
    let label: String
    let choices: [(value: String, label: String)]
    let chosen: String
    var hint: String?
    let problems: FormProblems

    package func write(_ h: inout HTMLWriter) {
        let problem = problems[name]
        h.element("div", .class("form-field")) { h in
            h.element("label", .for(name), text: view.t(label))
            if let hint { h.element("p", .class("hint"), .id("\(name)-hint"), text: view.t(hint)) }
            if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            let described = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-error"].compactMap(\.self).joined(
                separator: " ")
            h.element("select", .id(name), .name(name), described.isEmpty ? nil : Attribute("aria-describedby", described)) { h in
                for choice in choices {
                    h.element("option", .value(choice.value), .flag("selected", if: choice.value == chosen), text: choice.label)
                }
            }
        }
    }
}

/// What is wrong with a form, in sentences: beside each field, and summed up above.
package struct FormProblems: Sendable {
    private(set) var list: [(field: String, sentence: String)] = []

    package init() {}

    package init(_ field: String, _ sentence: String) { list = [(field, sentence)] }

    package var isEmpty: Bool { list.isEmpty }

    package mutating func add(_ field: String, _ sentence: String) { list.append((field, sentence)) }

    package subscript(field: String) -> String? { list.first { $0.field == field }?.sentence }

    /// The summary at the head of a form; nothing when nothing is wrong.
    package func write(_ view: View, _ h: inout HTMLWriter) {
        guard !list.isEmpty else { return }
        h.element("div", .class("error-summary"), .role("alert")) { h in
            h.element("h2", text: view.t("form.problems"))
            h.element("ul") { h in
                for problem in list { h.element("li") { $0.element("a", .href("#\(problem.field)"), text: problem.sentence) } }
            }
        }
    }
}
