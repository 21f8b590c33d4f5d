import Domain
import HTML

/// The controls of the quiz: choices under a question, each as tall as a finger.
struct QuizFields {
    let view: View

    /// One of several, or none of them.
    /// - Parameter unsaid: the key of the choice that says nothing.
    func radios(
        _ name: String, legend: String?, _ choices: [(value: String, label: String)], chosen: String?, unsaid: String,
        _ h: inout HTMLWriter
    ) {
        group(name, legend: legend, hint: nil, several: false, &h) { h in
            for (index, choice) in (choices + [("", view.t(unsaid))]).enumerated() {
                option("radio", name, index, choice, isChosen: choice.value == chosen ?? "", &h)
            }
        }
    }

    /// Any of several.
    func checks(
        _ name: String, legend: String?, hint: String? = nil, _ choices: [(value: String, label: String)], chosen: Set<String>,
        _ h: inout HTMLWriter
    ) {
        group(name, legend: legend, hint: hint, several: choices.count > 6, &h) { h in
            for (index, choice) in choices.enumerated() {
                option("checkbox", name, index, choice, isChosen: chosen.contains(choice.value), &h)
            }
        }
    }

    /// - Parameter legend: `nil` when the page's own heading is the question.
    private func group(
        _ name: String, legend: String?, hint: String?, several: Bool, _ h: inout HTMLWriter, content: (inout HTMLWriter) -> Void
    ) {
        h.element(
            "fieldset", .class("quiz-group"), legend == nil ? Attribute("aria-labelledby", "question") : nil,
            hint == nil ? nil : Attribute("aria-describedby", "\(name)-hint")
        ) { h in
            if let legend { h.element("legend", text: view.t(legend)) }
            if let hint { h.element("p", .class("hint"), .id("\(name)-hint"), text: view.t(hint)) }
            h.element("div", .class(several ? "quiz-options several" : "quiz-options"), content: content)
        }
    }

    private func option(
        _ type: String, _ name: String, _ index: Int, _ choice: (value: String, label: String), isChosen: Bool, _ h: inout HTMLWriter
    ) {
        h.element("label", .class("quiz-option"), .for("\(name)-\(index)")) { h in
            h.void(
                "input", .type(type), .id("\(name)-\(index)"), .name(name), .value(choice.value), .flag("checked", if: isChosen))
            h.element("span", text: choice.label)
        }
    }
}
