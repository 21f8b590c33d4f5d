import Domain
import HTML
import Hummingbird
import Matching
import Portal

/// What the forms of operators have in common.
extension PageRequest {
    /// A text of several lines: trimmed, line ends as one mark, cut a little past where it would be refused.
    func longField(_ name: Substring, most: Int = 5_000) -> String {
        let text = fields[name].map(String.init) ?? ""
        return String(text.prefix(most + 1)).replacing("\r\n", with: "\n").trimmed
    }

    /// One text in both languages: `title-en`, `title-fr`.
    func bilingual(_ name: String, most: Int = 5_000) -> LocalizedText {
        LocalizedText(en: longField("\(name)-en", most: most), fr: longField("\(name)-fr", most: most))
    }
}

extension FormProblems {
    /// What is wrong with each field, in the page's words.
    init(_ problems: [OperatingProblem], _ view: View) {
        self.init()
        for problem in problems {
            var values = problem.values
            if view.language == .fr, let ratio = values["ratio"], let least = values["least"] {
                (values["ratio"], values["least"]) = (ratio.replacing(".", with: ","), least.replacing(".", with: ","))
            }
            add(problem.field, view.t("operating.problem.\(problem.word)", values))
        }
    }
}

extension ConsoleRequest {
    /// Does what a form asks for, and leads on; or shows the form again with what is wrong with it.
    func act(
        then address: @autoclosure () -> String, again: (FormProblems) async throws -> Page, _ body: () async throws -> Void
    ) async throws -> Response {
        do {
            try await body()
            return .redirect(to: address(), status: .seeOther)
        } catch let error as OperatingError {
            switch error {
            case .notAllowed: throw PortalError.forbidden
            case .unknown: throw PortalError.notFound
            case .fields(let problems): return .page(try await again(FormProblems(problems, view)), in: view, status: .badRequest)
            case .changedSince:
                let problems = FormProblems("main", view.t("operating.problem.changedSince"))
                return .page(try await again(problems), in: view, status: .conflict)
            }
        }
    }
}

/// Parts of forms.
struct OperatingFields {
    let view: View
    let problems: FormProblems

    private var t: Texts.Reader { view.t }

    func text(
        _ name: String, _ label: String, _ value: String, hint: String? = nil, isRequired: Bool = false, language: Language? = nil,
        _ h: inout HTMLWriter
    ) {
        FormField(
            view: view, name: name, label: label, value: value, hint: hint, autocomplete: "off", isRequired: isRequired,
            language: language.flatMap { view.lang($0) }, problems: problems
        ).write(&h)
    }

    /// A text in each language, side by side.
    func pair(_ name: String, _ label: String, _ value: LocalizedText, rows: Int = 1, most: Int = 200, _ h: inout HTMLWriter) {
        h.element("div", .class("language-pair")) { h in
            for language in Language.allCases {
                let key = "\(label).\(language.rawValue)"
                let field = "\(name)-\(language.rawValue)"
                if rows == 1 {
                    text(field, key, value[language] ?? "", language: language, &h)
                } else {
                    FormTextArea(
                        view: view, name: field, label: key, value: value[language] ?? "", rows: rows, maximumLength: most,
                        language: view.lang(language), problems: problems
                    ).write(&h)
                }
            }
        }
    }

    func checks(
        _ name: String, _ label: String, _ choices: [(value: String, label: String)], chosen: Set<String>, _ h: inout HTMLWriter
    ) {
        let problem = problems[name]
        h.element(
            "fieldset", .class("choices-field"), .id(name), problem == nil ? nil : Attribute("aria-describedby", "\(name)-error")
        ) { h in
            h.element("legend", text: t(label))
            if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            for choice in choices {
                let id = "\(name)-\(choice.value)"
                h.element("label", .class("check"), .for(id)) { h in
                    h.void(
                        "input", .type("checkbox"), .id(id), .name(name), .value(choice.value),
                        .flag("checked", if: chosen.contains(choice.value)))
                    h.text(choice.label)
                }
            }
        }
    }

    func select(
        _ name: String, _ label: String, _ choices: [(value: String, label: String)], _ chosen: String, hint: String? = nil,
        _ h: inout HTMLWriter
    ) {
        FormSelect(view: view, name: name, label: label, choices: choices, chosen: chosen, hint: hint, problems: problems).write(&h)
    }

    func button(_ label: String, name: String? = nil, value: String = "", isSecondary: Bool = false, _ h: inout HTMLWriter) {
        h.element(
            "button", .class(isSecondary ? "button secondary" : "button"), .type("submit"), name.map { .name($0) },
            name == nil ? nil : .value(value), text: t(label))
    }
}

/// Regions to choose from: the provinces, and the economic regions figures are loaded for.
extension View {
    func regionChoices(none: String) -> [(value: String, label: String)] {
        let labourMarket = site.services.catalogue.current.labourMarket
        return [("", t(none))]
            + (labourMarket.provinces + labourMarket.regions).map { ($0.id.rawValue, written($0.name)) }
    }
}
