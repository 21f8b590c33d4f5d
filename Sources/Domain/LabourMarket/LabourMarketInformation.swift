/// Everything known about occupations, industries, skills and technologies, with look-ups. A value: loaded once, shared, never changed.
///
/// What is not loaded is absent. A look-up that finds nothing returns `nil` or an empty list, and the page says nothing.
package struct LabourMarketInformation: Sendable {
    package var occupations: [OccupationCode: Occupation] = [:]
    package var occupationGroups: [String: OccupationGroup] = [:]
    package var jobTitles: [JobTitle] = []
    package var industries: [Industry.Code: Industry] = [:]
    /// Industries that employ many people of an occupation: what "inferred" industries come from.
    package var industriesByOccupation: [OccupationCode: [Industry.Code]] = [:]
    package var skills: [Skill.ID: Skill] = [:]
    /// Highest level first.
    package var skillLevels: [OccupationCode: [SkillLevel]] = [:]
    package var interests: [OccupationCode: InterestProfile] = [:]
    package var technologies: [Technology.ID: Technology] = [:]
    /// Hot technologies first, then by how many of the occupation's O*NET counterparts name them.
    package var technologiesByOccupation: [OccupationCode: [Technology.ID]] = [:]
    /// National projections.
    package var outlooks: [OccupationCode: Outlook] = [:]
    package var regionalOutlooks: [OccupationCode: ByRegion<RegionalOutlook>] = [:]
    package var wages: [OccupationCode: ByRegion<Wage>] = [:]
    package var vacancies: [OccupationCode: ByRegion<Demand>] = [:]
    package var postings: [OccupationCode: ByRegion<Demand>] = [:]
    /// Of each occupation with published demand in the portal's province, or in the country where it has no province: see `rankDemand`.
    package var demandLevels: [OccupationCode: Demand.Level] = [:]
    package var regions: [Region] = []
    /// The provinces and territories the regions lie in.
    package var provinces: [Region] = []
    package var postalAreas: [String: PostalArea] = [:]
    /// What each unit group of NOC 2016 (four digits) became: more than one where it was divided.
    package var formerOccupations: [String: [OccupationCode]] = [:]
    /// Stemmed words of each group's definition and duties with their counts: statistics, no sentence of the publisher's.
    package var dutyWords: [OccupationCode: [Language: [String: Int]]] = [:]
    package var sources: [ReferenceSource] = []

    package init() {}

    package func occupation(_ code: OccupationCode) -> Occupation? { occupations[code] }
    package func industry(_ code: Industry.Code) -> Industry? { industries[code] }
    package func skill(_ id: Skill.ID) -> Skill? { skills[id] }
    package func technology(_ id: Technology.ID) -> Technology? { technologies[id] }
    package func outlook(_ code: OccupationCode) -> Outlook? { outlooks[code] }
    package func source(_ key: String) -> ReferenceSource? { sources.first { $0.key == key } }

    /// The industry and everything above it, itself first.
    package func withAncestors(_ code: Industry.Code) -> [Industry.Code] {
        var chain: [Industry.Code] = []
        var next: Industry.Code? = code
        while let current = next, let industry = industries[current] {
            chain.append(current)
            next = industry.parent
        }
        return chain
    }

    /// The postal area a person's postal code lies in, if it is one of those loaded.
    package func postalArea(_ postalCode: String) -> PostalArea? {
        PostalArea.code(in: postalCode).flatMap { postalAreas[$0] }
    }

    /// An economic region or a province.
    package func region(_ id: Region.ID) -> Region? { regions.first { $0.id == id } ?? provinces.first { $0.id == id } }

    /// The province all regions lie in; `nil` when they lie in several, or none is loaded.
    package var homeProvince: Region.ID? { provinces.count == 1 ? provinces[0].id : nil }
}

extension LabourMarketInformation {
    package func regionalOutlook(_ code: OccupationCode, near region: Region.ID?) -> Published<RegionalOutlook>? {
        regionalOutlooks[code]?.nearest(to: region)
    }

    package func wage(_ code: OccupationCode, near region: Region.ID?) -> Published<Wage>? { wages[code]?.nearest(to: region) }

    package func demand(_ code: OccupationCode, _ measure: Demand.Measure, near region: Region.ID?) -> Published<Demand>? {
        (measure == .postings ? postings : vacancies)[code]?.nearest(to: region)
    }

    /// The demand to speak of when there is room for one figure: the one published for the nearer place; of two for the same place
    /// vacancies, a survey of all employers.
    package func demand(_ code: OccupationCode, near region: Region.ID?) -> Published<Demand>? {
        guard let vacancies = demand(code, .vacancies, near: region) else { return demand(code, .postings, near: region) }
        guard let postings = demand(code, .postings, near: region) else { return vacancies }
        return (postings.region?.rawValue.utf8.count ?? 0) > (vacancies.region?.rawValue.utf8.count ?? 0) ? postings : vacancies
    }

    /// Sets `demandLevels`: occupations in thirds by their number of vacancies, or of postings where no vacancies are loaded. The two are
    /// not ranked together: one counts what is open at a time, the other what was opened in a year.
    package mutating func rankDemand() {
        let counts = (vacancies.isEmpty ? postings : vacancies).compactMapValues { $0[homeProvince]?.count }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        demandLevels = [:]
        for (rank, entry) in ranked.enumerated() {
            demandLevels[entry.key] = rank * 3 < ranked.count ? .high : rank * 3 < ranked.count * 2 ? .medium : .low
        }
    }

    /// Figures that differ from place to place are loaded for the occupation.
    package func hasRegionalFigures(_ code: OccupationCode) -> Bool {
        regionalOutlooks[code] != nil || wages[code] != nil || vacancies[code] != nil || postings[code] != nil
    }
}
