import Domain
import HTML
import Portal

/// The sections of a program's form.
struct ProgramFormSections {
    let view: View
    let form: ProgramForm
    let problems: FormProblems

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        section("texts", &h) { h in
            pair(.titleEn, .titleFr, &h, most: 300)
            pair(.summaryEn, .summaryFr, &h, rows: 3, hint: "programs.hint.summary")
            pair(.descriptionEn, .descriptionFr, &h, rows: 7, most: 20_000)
            field(.url, &h, hint: "programs.hint.url", most: 2_000)
        }
        section("outcomes", hint: "programs.hint.outcomes", &h) { outcomes(&$0) }
        section("offerings", hint: "programs.hint.offerings", &h) { offerings(&$0) }
        section("facts", &h) { h in
            h.element("div", .class("field-row")) { h in
                field(.hours, &h, mode: "decimal", most: 10)
                field(.weeks, &h, mode: "decimal", most: 10)
                choice(.credential, Credential.allCases.map { ($0.rawValue, t("program.credential.\($0.rawValue)")) }, &h)
                choice(.priorEducation, PriorEducation.allCases.map { ($0.rawValue, t("facet.prior-education.\($0.rawValue)")) }, &h)
            }
            pair(.priorEducationNoteEn, .priorEducationNoteFr, &h)
            pair(.assessmentEn, .assessmentFr, &h, rows: 3)
            pair(.departmentEn, .departmentFr, &h, most: 300)
            h.element("div", .class("field-row")) { h in
                FormField(
                    view: view, name: "reference", label: "programs.field.reference", value: form.fields.reference,
                    hint: "programs.hint.reference", autocomplete: "off", isRequired: false, maximumLength: 64, problems: problems
                ).write(&h)
                field(.cipCode, &h, hint: "programs.hint.cip", most: 7)
            }
        }
        section("help", &h) { h in
            h.element("div", .class("field-row")) { h in
                boxes(.funding, Funding.allCases.map { ($0.rawValue, t("program.funding.\($0.rawValue)")) }, &h)
                boxes(.supports, Support.allCases.map { ($0.rawValue, t("facet.support.\($0.rawValue)")) }, &h)
                practice(&h)
            }
        }
        section("endorsements", hint: "programs.hint.endorsements", &h) { endorsements(&$0) }
        section("sequence", hint: "programs.hint.sequence", &h) { h in
            h.element("div", .class("field-row")) { h in
                field(.sequenceReference, &h, most: 64)
                field(.sequencePosition, &h, mode: "numeric", most: 4)
            }
            pair(.sequenceTitleEn, .sequenceTitleFr, &h, most: 300)
        }
    }

    private func section(_ name: String, hint: String? = nil, _ h: inout HTMLWriter, content: (inout HTMLWriter) -> Void) {
        h.element("section", .class("form-section"), .id("section-\(name)"), Attribute("aria-labelledby", "heading-\(name)")) { h in
            h.element("h2", .id("heading-\(name)"), text: t("programs.section.\(name)"))
            if let hint { h.element("p", .class("hint"), text: t(hint)) }
            content(&h)
        }
    }

    /// The same text in both languages, side by side where there is room.
    private func pair(
        _ en: ProgramColumn, _ fr: ProgramColumn, _ h: inout HTMLWriter, rows: Int = 1, hint: String? = nil, most: Int = 1_000
    ) {
        h.element("div", .class("language-pair")) { h in
            for (column, language) in [(en, Language.en), (fr, Language.fr)] {
                if rows > 1 {
                    FormTextArea(
                        view: view, name: column.fieldName, label: "programs.field.\(column.fieldName)", value: form.fields[column],
                        hint: hint, rows: rows, maximumLength: most, language: view.lang(language), problems: problems
                    ).write(&h)
                } else {
                    field(column, &h, hint: hint, most: most, language: language)
                }
            }
        }
    }

    private func field(
        _ column: ProgramColumn, _ h: inout HTMLWriter, hint: String? = nil, mode: String? = nil, most: Int = 1_000,
        language: Language? = nil
    ) {
        FormField(
            view: view, name: column.fieldName, label: "programs.field.\(column.fieldName)", value: form.fields[column], hint: hint,
            autocomplete: "off", inputMode: mode, isRequired: false, maximumLength: most, language: language.flatMap(view.lang),
            problems: problems
        ).write(&h)
    }

    private func choice(_ column: ProgramColumn, _ choices: [(value: String, label: String)], _ h: inout HTMLWriter) {
        FormSelect(
            view: view, name: column.fieldName, label: "programs.field.\(column.fieldName)", choices: choices, chosen: form.fields[column],
            problems: problems
        ).write(&h)
    }

    private func boxes(_ column: ProgramColumn, _ choices: [(value: String, label: String)], _ h: inout HTMLWriter) {
        let (name, chosen) = (column.fieldName, form.fields.chosen(column))
        h.element("fieldset", .class("choices-field"), .id(name)) { h in
            h.element("legend", text: t("programs.field.\(name)"))
            if let problem = problems[name] { h.element("p", .class("field-error"), text: problem) }
            for choice in choices { check(name, choice.value, choice.label, isChecked: chosen.contains(choice.value), &h) }
        }
    }

    private func practice(_ h: inout HTMLWriter) {
        h.element("fieldset", .class("choices-field")) { h in
            h.element("legend", text: t("programs.field.practice"))
            for column in [ProgramColumn.workIntegrated, .handsOn] {
                check(column.fieldName, "yes", t("programs.field.\(column.fieldName)"), isChecked: form.fields[column] == "yes", &h)
            }
        }
    }

    private func check(_ name: String, _ value: String, _ label: String, isChecked: Bool, _ h: inout HTMLWriter) {
        let id = "\(name)-\(value)"
        h.element("label", .class("check"), .for(id)) { h in
            h.void("input", .type("checkbox"), .id(id), .name(name), .value(value), .flag("checked", if: isChecked))
            h.text(label)
        }
    }
}

/// The lists of the form: one row each, with buttons that add and take away.
extension ProgramFormSections {
    private func outcomes(_ h: inout HTMLWriter) {
        h.element("ol", .class("form-rows")) { h in
            for (place, outcome) in form.fields.outcomes.enumerated() {
                h.element("li", .class("form-row")) { h in
                    h.element("div", .class("language-pair")) { h in
                        input("outcome.\(place).en", "programs.outcome.en", outcome.en, place, &h, most: 1_000, language: .en)
                        input("outcome.\(place).fr", "programs.outcome.fr", outcome.fr, place, &h, most: 1_000, language: .fr)
                    }
                    remove("outcome", place, &h)
                }
            }
        }
        add("outcome", &h)
    }

    private func endorsements(_ h: inout HTMLWriter) {
        h.element("ol", .class("form-rows")) { h in
            for (place, endorsement) in form.fields.endorsements.enumerated() {
                h.element("li", .class("form-row")) { h in
                    h.element("div", .class("language-pair")) { h in
                        input("endorsement.\(place).name", "programs.endorsement.name", endorsement.name, place, &h, most: 300)
                        input("endorsement.\(place).url", "programs.endorsement.url", endorsement.url, place, &h, most: 2_000)
                    }
                    remove("endorsement", place, &h)
                }
            }
        }
        add("endorsement", &h)
    }

    private func offerings(_ h: inout HTMLWriter) {
        h.element("ol", .class("form-rows")) { h in
            for (place, offering) in form.fields.offerings.enumerated() {
                h.element("li", .class("form-row offering-row")) { h in
                    h.element("div", .class("offering-fields")) { self.offering(offering, place, &$0) }
                    h.element("div", .class("row-buttons")) { h in
                        rowButton("copy-offering.\(place)", "programs.form.copyRow", place, &h)
                        rowButton("remove-offering.\(place)", "programs.form.removeRow", place, &h)
                    }
                }
            }
        }
        add("offering", &h)
    }

    private func offering(_ offering: OfferingFields, _ place: Int, _ h: inout HTMLWriter) {
        let name = "offering.\(place)"
        select(
            "\(name).schedule", "programs.offering.schedule", ["dates", "open"].map { ($0, t("programs.offering.\($0)")) },
            offering.schedule, place, &h)
        input("\(name).start", "programs.offering.start", offering.start, place, &h, type: "date", most: 10)
        input("\(name).end", "programs.offering.end", offering.end, place, &h, type: "date", most: 10)
        select(
            "\(name).delivery", "programs.offering.delivery",
            Offering.Delivery.allCases.map { ($0.rawValue, t("facet.delivery.\($0.rawValue)")) }, offering.delivery, place, &h)
        input("\(name).city", "programs.offering.city", offering.city, place, &h, most: 100)
        input("\(name).postal-code", "programs.offering.postal-code", offering.postalCode, place, &h, most: 7)
        select(
            "\(name).language", "programs.offering.language", Language.allCases.map { ($0.rawValue, t("facet.language.\($0.rawValue)")) },
            offering.language, place, &h)
        input("\(name).price", "programs.offering.price", offering.price, place, &h, mode: "decimal", most: 20)
    }

    /// A field of a row: its label says which row it is of to those who hear it.
    private func input(
        _ name: String, _ label: String, _ value: String, _ place: Int, _ h: inout HTMLWriter, type: String = "text", mode: String? = nil,
        most: Int, language: Language? = nil
    ) {
        let problem = problems[name]
        h.element("div", .class("form-field")) { h in
            self.label(name, label, place, &h)
            if let problem { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            h.void(
                "input", .type(type), .id(name), .name(name), .value(value), .lang(language.flatMap(view.lang)),
                Attribute("autocomplete", "off"), mode.map { Attribute("inputmode", $0) }, Attribute("maxlength", String(most)),
                problem == nil ? nil : Attribute("aria-invalid", "true"),
                problem == nil ? nil : Attribute("aria-describedby", "\(name)-error"))
        }
    }

    private func select(
        _ name: String, _ label: String, _ choices: [(String, String)], _ chosen: String, _ place: Int, _ h: inout HTMLWriter
    ) {
        h.element("div", .class("form-field")) { h in
            self.label(name, label, place, &h)
            if let problem = problems[name] { h.element("p", .class("field-error"), .id("\(name)-error"), text: problem) }
            h.element("select", .id(name), .name(name)) { h in
                for (value, text) in choices { h.element("option", .value(value), .flag("selected", if: value == chosen), text: text) }
            }
        }
    }

    private func label(_ name: String, _ key: String, _ place: Int, _ h: inout HTMLWriter) {
        h.element("label", .for(name)) { h in
            h.text(t(key))
            h.element(
                "span", .class("visually-hidden"), text: " " + t("programs.form.rowNumber", ["number": view.format.number(place + 1)]))
        }
    }

    private func remove(_ list: String, _ place: Int, _ h: inout HTMLWriter) {
        h.element("div", .class("row-buttons")) { rowButton("remove-\(list).\(place)", "programs.form.removeRow", place, &$0) }
    }

    private func rowButton(_ act: String, _ key: String, _ place: Int, _ h: inout HTMLWriter) {
        h.element(
            "button", .class("button secondary compact"), .type("submit"), .name("do"), .value(act), .flag("formnovalidate"),
            .flag("data-arrange")
        ) { h in
            h.text(t(key))
            h.element(
                "span", .class("visually-hidden"), text: " " + t("programs.form.rowNumber", ["number": view.format.number(place + 1)]))
        }
    }

    private func add(_ list: String, _ h: inout HTMLWriter) {
        h.element("p") { h in
            h.element(
                "button", .class("button secondary compact"), .type("submit"), .name("do"), .value("add-\(list)"), .flag("formnovalidate"),
                .flag("data-arrange"), text: t("programs.form.add.\(list)"))
        }
    }
}
