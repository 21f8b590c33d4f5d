/// The sets of reference data that can be loaded and switched on their own. In the order they are loaded: later ones refer to earlier ones.
package enum ReleaseKind: String, CaseIterable, Codable, Sendable {
    case noc
    case noc2016 = "noc-2016"
    case naics, onet, oasis, cops, esco, skills
    case industriesByOccupation = "industries-by-occupation"
    case geography
    case interests
    case outlooks, wages, vacancies, postings

    /// The portal comes with a release of the kind. The others are there when an operator has loaded them.
    package var isBuiltIn: Bool {
        switch self {
        case .outlooks, .wages, .vacancies, .postings: false
        default: true
        }
    }

    /// The key of the release's `ReferenceSource`, as `Skill.source` and the pages use it.
    package var sourceKey: String { self == .skills ? "tremplin-skills" : rawValue }
}
