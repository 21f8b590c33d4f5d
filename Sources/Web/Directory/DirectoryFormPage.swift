import Domain
import HTML
import Matching
import Portal

/// The form that puts an employer into the directory.
struct DirectoryFormPage {
    let view: View
    let fields: JoinDirectory.Fields
    var problems: [JoinDirectory.Problem] = []

    private var t: Texts.Reader { view.t }

    var page: Page {
        Page(title: t("directory.title"), description: t("directory.lead"), route: .directory) { h in
            let problems = FormProblems(problems, view)
            problems.write(view, &h)
            h.element("h1", text: t("directory.title"))
            h.element("p", .class("lead"), text: t("directory.lead"))
            h.element("ul", .class("directory-terms")) { h in
                for key in ["seen", "hidden", "limit", "end"] {
                    h.element("li", text: t("directory.terms.\(key)", ["days": view.format.number(SendOutreach.daysBetween)]))
                }
            }
            h.element("form", .class("stacked-form directory-form"), .action(view.links.path(.directory)), Attribute("method", "post")) {
                h in
                DirectoryFieldset(view: view, fields: fields, problems: problems, withEmail: true).write(&h)
                consent(problems, &h)
                h.element("p", .class("small quiet"), text: t("directory.kept"))
                h.element("div", .class("form-buttons")) {
                    $0.element("button", .class("button"), .type("submit"), text: t("directory.submit"))
                }
            }
        }
    }

    /// Never ticked beforehand: who says nothing has not agreed.
    private func consent(_ problems: FormProblems, _ h: inout HTMLWriter) {
        let version = JoinDirectory.consentVersion
        h.element("div", .class("form-field")) { h in
            if let problem = problems["consent"] { h.element("p", .class("field-error"), .id("consent-error"), text: problem) }
            h.element("label", .class("check"), .for("consent")) { h in
                h.void(
                    "input", .type("checkbox"), .id("consent"), .name("consent"), .value(version),
                    .flag("checked", if: fields.consent == version),
                    problems["consent"] == nil ? nil : Attribute("aria-describedby", "consent-error"))
                h.element("span", text: t("directory.consent.\(version)", ["portal": view.portalName]))
            }
        }
    }
}

/// What an entry says, as fields: the same to join and to change.
struct DirectoryFieldset {
    let view: View
    let fields: JoinDirectory.Fields
    let problems: FormProblems
    /// A new address would have to be verified.
    let withEmail: Bool

    private var t: Texts.Reader { view.t }

    func write(_ h: inout HTMLWriter) {
        FormField(
            view: view, name: "organisation", label: "directory.organisation", value: fields.organisation, autocomplete: "organization",
            maximumLength: 100, problems: problems
        ).write(&h)
        FormField(
            view: view, name: "contact", label: "directory.contact", value: fields.contact, hint: "directory.contactHint",
            autocomplete: "name", maximumLength: 100, problems: problems
        ).write(&h)
        if withEmail {
            FormField(
                view: view, name: "email", label: "directory.email", type: "email", value: fields.email, hint: "directory.emailHint",
                autocomplete: "email", maximumLength: 254, problems: problems
            ).write(&h)
        }
        let parts = OperatingFields(view: view, problems: problems)
        parts.select(
            "language", "directory.language", Language.allCases.map { ($0.rawValue, t("account.language.\($0.rawValue)")) },
            fields.language.rawValue, &h)
        parts.checks(
            "interests", "directory.interests",
            DirectoryEntry.Interest.allCases.map { ($0.rawValue, t("directory.interest.\($0.rawValue)")) },
            chosen: Set(fields.interests.map(\.rawValue)), &h)
        parts.checks("industries", "directory.industries", view.sectorChoices, chosen: Set(fields.industries.map(\.rawValue)), &h)
        parts.checks("regions", "directory.regions", view.regionTicks, chosen: Set(fields.regions.map(\.rawValue)), &h)
        FormTextArea(
            view: view, name: "note", label: "directory.note", value: fields.note, hint: "directory.noteHint", rows: 3,
            maximumLength: JoinDirectory.longestNote, problems: problems
        ).write(&h)
    }
}

extension FormProblems {
    /// What is wrong with an entry, in the page's words.
    init(_ problems: [JoinDirectory.Problem], _ view: View) {
        self.init()
        for problem in problems {
            add(problem.field, view.t("directory.problem.\(problem.rawValue)", ["limit": view.format.number(JoinDirectory.longestNote)]))
        }
    }
}

extension View {
    /// The sectors of NAICS by name.
    var sectorChoices: [(value: String, label: String)] {
        site.services.catalogue.current.labourMarket.industries.values.filter { $0.level == 1 }
            .map { (value: $0.code.rawValue, label: written($0.title)) }.sorted { $0.label < $1.label }
    }

    var regionTicks: [(value: String, label: String)] {
        site.services.catalogue.current.labourMarket.regions.map { (value: $0.id.rawValue, label: written($0.name)) }
            .sorted { $0.label < $1.label }
    }
}

/// After an inquiry or a request: the way into the directory.
struct DirectoryOffer {
    let view: View

    func write(_ h: inout HTMLWriter) {
        guard view.site.services.directory != nil else { return }
        h.element("p", .class("directory-offer")) { h in
            h.text(view.t("directory.offer") + " ")
            h.element("a", .href(view.links.path(.directory)), text: view.t("directory.door.link"))
        }
    }
}
