import Domain
import HTML
import Matching
import Portal

/// What a field of a program holds, as lines one can read: for differences and for choosing between two.
struct ProgramFieldText {
    let view: View
    let catalogue: Catalogue

    private var t: Texts.Reader { view.t }

    func name(_ field: ProgramField) -> String { t("programs.field.\(field.rawValue)") }

    /// None when the field is empty.
    func lines(_ field: ProgramField, _ program: Program) -> [String] {
        switch field {
        case .reference: [program.reference]
        case .titleEn: list(program.title.en)
        case .titleFr: list(program.title.fr)
        case .summaryEn: list(program.summary.en)
        case .summaryFr: list(program.summary.fr)
        case .descriptionEn: list(program.description.en)
        case .descriptionFr: list(program.description.fr)
        case .outcomes: program.outcomes.map { both($0) }
        case .departmentEn: list(program.department.en)
        case .departmentFr: list(program.department.fr)
        case .hours: list(program.hours.map { view.format.number($0) })
        case .weeks: list(program.weeks.map { view.format.number($0) })
        case .priorEducation: [t("facet.prior-education.\(program.priorEducation.rawValue)")]
        case .priorEducationNoteEn: list(program.priorEducationNote.en)
        case .priorEducationNoteFr: list(program.priorEducationNote.fr)
        case .credential: [t("program.credential.\(program.credential.rawValue)")]
        case .assessmentEn: list(program.assessment.en)
        case .assessmentFr: list(program.assessment.fr)
        case .cipCode: list(program.cipCode)
        case .funding: Funding.allCases.filter(program.funding.contains).map { t("program.funding.\($0.rawValue)") }
        case .isWorkIntegrated: [t(program.isWorkIntegrated ? "programs.yes" : "programs.no")]
        case .isHandsOn: [t(program.isHandsOn ? "programs.yes" : "programs.no")]
        case .supports: Support.allCases.filter(program.supports.contains).map { t("facet.support.\($0.rawValue)") }
        case .endorsements: program.endorsements.map { [$0.name, $0.url].compactMap(\.self).joined(separator: " · ") }
        case .sequence: list(program.sequence.map { "\($0.reference) · \(view.format.number($0.position)) · \(both($0.title))" })
        case .url: program.url.isEmpty ? [] : [program.url]
        case .offerings: program.offerings.map(offering)
        case .tags: program.tags.map(tag)
        case .lastConfirmed: list(program.lastConfirmed.map(view.format.date))
        case .state: [t("programs.state.\(program.state.rawValue)")]
        }
    }

    func offering(_ offering: Offering) -> String {
        let dates =
            switch offering.schedule {
            case .openAllYear: t("programs.offering.open")
            case .dates(let start, nil): view.format.date(start)
            case .dates(let start, let end?): t("program.fromTo", ["from": view.format.date(start), "to": view.format.date(end)])
            }
        let place = offering.place.map { [$0.city, $0.postalCode].compactMap(\.self).joined(separator: " ") }
        let price = offering.price.map { $0 == .free ? t("facts.free") : view.format.money($0) }
        return [
            dates, t("facet.delivery.\(offering.delivery.rawValue)"), place, t("facet.language.\(offering.language.rawValue)"), price,
        ].compactMap(\.self).joined(separator: " · ")
    }

    private func tag(_ tag: Tag) -> String {
        "\(Labels(view, catalogue: catalogue).target(tag.target).text) (\(t("program.tagKind.\(tag.target.kind.rawValue)")), \(t("programs.tagState.\(tag.state.rawValue)")))"
    }

    private func both(_ text: LocalizedText) -> String { [text.en, text.fr].compactMap(\.self).joined(separator: " | ") }

    private func list(_ text: String?) -> [String] { text.map { [$0] } ?? [] }

    /// The lines as they stand in a cell, those that the other text does not have marked.
    func write(_ lines: [String], other: [String], mark: Mark, _ h: inout HTMLWriter) {
        guard !lines.isEmpty else { return h.element("span", .class("quiet"), text: t("programs.difference.nothing")) }
        h.element("ul", .class("difference")) { h in
            for line in lines {
                h.element("li") { h in
                    guard !other.contains(line), lines.count > 1 || mark == .added else { return h.text(line) }
                    switch mark {
                    case .added: h.element("ins", text: line)
                    case .removed: h.element("del", text: line)
                    }
                }
            }
        }
    }

    enum Mark { case added, removed }
}

/// Field by field, what a program was and what it became.
struct ProgramDifferenceTable {
    let view: View
    let catalogue: Catalogue
    let before: Program
    let after: Program
    /// Keys of the two columns' heads.
    var heads = ("programs.difference.before", "programs.difference.after")
    var fields: [ProgramField]

    init(view: View, catalogue: Catalogue, before: Program, after: Program, heads: (String, String)? = nil) {
        self.view = view
        self.catalogue = catalogue
        self.before = before
        self.after = after
        if let heads { self.heads = heads }
        fields = ProgramField.differences(before, after)
    }

    func write(_ caption: String, _ h: inout HTMLWriter) {
        let text = ProgramFieldText(view: view, catalogue: catalogue)
        ConsoleTable(caption: caption, heads: ["programs.difference.field", heads.0, heads.1].map { view.t($0) }).write(fields, &h) {
            field, h in
            let (old, new) = (text.lines(field, before), text.lines(field, after))
            h.element("th", Attribute("scope", "row"), text: text.name(field))
            h.element("td") { text.write(old, other: new, mark: .removed, &$0) }
            h.element("td") { text.write(new, other: old, mark: .added, &$0) }
        }
    }
}
