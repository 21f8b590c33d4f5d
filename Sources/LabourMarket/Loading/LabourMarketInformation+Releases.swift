package import Domain

extension LabourMarketInformation {
    /// Everything the releases say. Of several releases of one kind the last one counts, so that `builtIn + loaded` does what it says.
    /// What no release tells is absent.
    package init(releases: [Release]) throws(ReleaseError) {
        self.init()
        for kind in ReleaseKind.allCases {
            guard let release = releases.last(where: { $0.kind == kind }) else { continue }
            switch kind {
            case .noc: try loadOccupations(release)
            case .noc2016: try loadFormerOccupations(release)
            case .naics: try loadIndustries(release)
            case .onet: try loadTechnologies(release)
            case .oasis: try loadSkillLevels(release)
            case .cops: try loadOutlooks(release)
            case .esco, .skills: try loadSkills(release)
            case .industriesByOccupation: try loadIndustriesByOccupation(release)
            case .geography: try loadGeography(release)
            case .interests: try loadInterests(release)
            case .outlooks: try loadRegionalOutlooks(release)
            case .wages: try loadWages(release)
            case .vacancies: try loadVacancies(release)
            case .postings: try loadPostings(release)
            }
            sources.append(release.source)
        }
        rankDemand()
    }
}

extension ReleaseCursor {
    func occupation(_ column: Int) throws(ReleaseError) -> OccupationCode {
        guard let code = OccupationCode(string(column)) else { throw error(column, .value) }
        return code
    }

    func bilingual(_ english: Int, _ french: Int) -> LocalizedText { LocalizedText(en: string(english), fr: string(french)) }
}
