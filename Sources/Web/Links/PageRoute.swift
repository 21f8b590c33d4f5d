package import Domain

/// Every kind of page, with its path in each language: spelled here and nowhere else. `{name}` stands for one path component.
package enum PageRoute: String, CaseIterable, Sendable {
    case home
    case recommendations
    case search
    case filters
    case program
    case registration
    case occupations
    case occupation
    case careerMove
    case plan
    case employers
    case institutions
    case institution
    case aboutData
    case labourMarket
    case accessibility
    case privacy

    /// The path after `/en` or `/fr`; empty for the home page.
    package func pattern(_ language: Language) -> String {
        let (en, fr) = patterns
        return language == .en ? en : fr
    }

    private var patterns: (en: String, fr: String) {
        switch self {
        case .home: ("", "")
        case .recommendations: ("/recommendations", "/recommandations")
        case .search: ("/programs", "/programmes")
        case .filters: ("/programs/filters", "/programmes/filtres")
        case .program: ("/programs/{id}", "/programmes/{id}")
        case .registration: ("/programs/{id}/registration", "/programmes/{id}/inscription")
        case .occupations: ("/occupations", "/professions")
        case .occupation: ("/occupations/{id}", "/professions/{id}")
        case .careerMove: ("/occupations/{id}/to/{to}", "/professions/{id}/vers/{to}")
        case .plan: ("/plan", "/parcours")
        case .employers: ("/employers", "/employeurs")
        case .institutions: ("/institutions", "/etablissements")
        case .institution: ("/institutions/{id}", "/etablissements/{id}")
        case .aboutData: ("/about-the-data", "/a-propos-des-donnees")
        case .labourMarket: ("/labour-market-information", "/information-marche-travail")
        case .accessibility: ("/accessibility", "/accessibilite")
        case .privacy: ("/privacy", "/confidentialite")
        }
    }
}
