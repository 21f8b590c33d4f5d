import Domain
import Matching

/// What stands above an entry of a taxonomy, and what it is made of: enough to choose between two that are called alike.
struct TagHierarchy {
    let view: View
    let catalogue: Catalogue

    private var information: LabourMarketInformation { catalogue.labourMarket }

    /// Everything above, the widest first: NOC's broad category and major group; NAICS's sector and subsector; the wider skills.
    func above(_ target: TagTarget) -> [String] {
        let language = view.language
        switch target {
        case .occupation(let code):
            return (1...2).compactMap { information.occupationGroups[String(code.rawValue.prefix($0))]?.title.text(language) }
        case .industry(let code):
            return information.withAncestors(code).dropFirst().reversed().compactMap { information.industry($0)?.title.text(language) }
        case .skill(let id):
            var names: [String] = []
            var next = information.skill(id)?.broader
            while let broader = next, names.count < 4, let skill = information.skill(broader) {
                names.insert(skill.name.text(language), at: 0)
                next = skill.broader
            }
            return names
        case .technology: return []
        }
    }

    /// The first job titles of each occupation, in the page's language.
    func titles(of codes: [OccupationCode], most: Int = 3) -> [OccupationCode: [String]] {
        let asked = Set(codes)
        var found: [OccupationCode: [String]] = [:]
        guard !asked.isEmpty else { return found }
        for title in information.jobTitles where title.language == view.language && asked.contains(title.code) {
            if found[title.code, default: []].count < most { found[title.code, default: []].append(title.title) }
        }
        return found
    }
}
