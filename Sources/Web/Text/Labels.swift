package import Domain
package import Matching

/// What things are called, in the page's language.
package struct Labels: Sendable {
    private let view: View
    private let catalogue: Catalogue
    private var labourMarket: LabourMarketInformation { catalogue.labourMarket }

    package init(_ view: View, catalogue: Catalogue) {
        self.view = view
        self.catalogue = catalogue
    }

    package func occupation(_ code: OccupationCode) -> String { labourMarket.occupation(code)?.title.text(view.language) ?? code.rawValue }
    package func skill(_ id: Skill.ID) -> String { labourMarket.skill(id)?.name.text(view.language) ?? id.rawValue }
    package func industry(_ code: Industry.Code) -> String { labourMarket.industry(code)?.title.text(view.language) ?? code.rawValue }
    package func institution(_ id: Institution.ID) -> String { catalogue.institutions[id]?.name.text(view.language) ?? id.rawValue }

    package func technology(_ id: Technology.ID) -> (text: String, language: Language) {
        labourMarket.technology(id)?.name.resolved(view.language) ?? (id.rawValue, view.language)
    }

    /// A skill, a tool, an occupation or an industry, with the language its name is in.
    package func target(_ target: TagTarget) -> (text: String, language: Language) {
        switch target {
        case .skill(let id): labourMarket.skill(id)?.name.resolved(view.language) ?? (id.rawValue, view.language)
        case .technology(let id): technology(id)
        case .occupation(let code): (occupation(code), view.language)
        case .industry(let code): (industry(code), view.language)
        }
    }

    package func facet(_ name: FacetName) -> String { view.t("facet.\(name.rawValue).name") }

    /// The label of one value of a facet, as shown beside its check box and on its chip.
    package func value(_ value: String, of facet: FacetName) -> String {
        switch facet {
        case .occupation:
            OccupationCode(value).map(occupation) ?? labourMarket.occupationGroups[value]?.title.text(view.language) ?? value
        case .industry: industry(Industry.Code(value))
        case .skill: skill(Skill.ID(value))
        case .technology: technology(Technology.ID(value)).text
        case .institution: institution(Institution.ID(value))
        case .region: labourMarket.region(Region.ID(value))?.name.text(view.language) ?? value
        case .department: catalogue.department(value)?.text(view.language) ?? value
        case .institutionKind, .delivery, .language, .duration, .price, .funding, .start, .priorEducation, .outlook, .demand, .support,
            .feature:
            view.t.has("facet.\(facet.rawValue).\(value)") ? view.t("facet.\(facet.rawValue).\(value)") : value
        }
    }
}
