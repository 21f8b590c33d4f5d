import Domain

/// Half a dozen occupations with everything the pages can say of one; and one of which nothing but the name is known.
enum SampleLabourMarket {
    static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, en, fr) in occupations {
            information.occupations[code] = Occupation(code: code, title: LocalizedText(en: en, fr: fr))
        }
        for (code, en, fr) in groups {
            information.occupationGroups[code] = OccupationGroup(code: code, title: LocalizedText(en: en, fr: fr))
        }
        for (code, language, title) in titles { information.jobTitles.append(JobTitle(code: code, language: language, title: title)) }
        for (code, en, fr, parent) in industries {
            information.industries[Industry.Code(code)] = Industry(
                code: Industry.Code(code), title: LocalizedText(en: en, fr: fr), parent: parent.map { Industry.Code($0) })
        }
        information.industriesByOccupation = [.nurseAide: ["623", "622"], .welder: ["332"]]
        for skill in skills { information.skills[skill.id] = skill }
        information.skillLevels = [
            .nurseAide: [SkillLevel(skill: "caring", level: 4.3), SkillLevel(skill: "dementia-care", level: 3)],
            .homeSupport: [SkillLevel(skill: "caring", level: 4)],
            .welder: [SkillLevel(skill: "welding", level: 5), SkillLevel(skill: "caring", level: 0.5)],
        ]
        for (id, en, fr, hot) in technologies {
            information.technologies[Technology.ID(id)] = Technology(
                id: Technology.ID(id), name: LocalizedText(en: en, fr: fr), kind: .software, isHot: hot)
        }
        information.technologiesByOccupation = [.nurseAide: ["meditech"], .welder: ["autocad", "meditech"]]
        information.outlooks = outlooks
        information.regions = [
            Region(id: "3510", name: LocalizedText(en: "Ottawa", fr: "Ottawa")),
            Region(id: "3590", name: LocalizedText(en: "Northeast", fr: "Nord-Est")),
        ]
        information.provinces = [Region(id: "35", name: LocalizedText(en: "Ontario", fr: "Ontario"))]
        information.regionalOutlooks[.nurseAide] = regionalOutlooks
        information.wages[.nurseAide] = wages
        information.vacancies[.nurseAide] = vacancies
        information.postings[.nurseAide] = postings
        information.rankDemand()
        for area in areas { information.postalAreas[area.code] = area }
        information.sources = ["noc", "naics", "onet", "oasis", "cops", "outlooks", "wages", "vacancies", "postings"].map(source)
        return information
    }()

    private static let occupations: [(OccupationCode, String, String)] = [
        (
            .nurseAide, "Nurse aides, orderlies and patient service associates",
            "Aides-infirmiers/aides-infirmières et préposés/préposées aux bénéficiaires"
        ),
        (.homeSupport, "Home support workers, caregivers and related occupations", "Aides de maintien à domicile et personnel assimilé"),
        (.welder, "Welders and related machine operators", "Soudeurs/soudeuses et opérateurs/opératrices de machines à souder"),
        (.developer, "Software developers and programmers", "Développeurs/développeuses et programmeurs/programmeuses de logiciels"),
        (.chef, "Chefs", "Chefs"),
        (.nothingKnown, "Letter carriers", "Facteurs/factrices"),
    ]
    private static let groups: [(String, String, String)] = [
        ("2", "Natural and applied sciences", "Sciences naturelles et appliquées"), ("3", "Health occupations", "Secteur de la santé"),
        ("4", "Education, law and social services", "Enseignement, droit et services sociaux"),
        ("6", "Sales and service", "Vente et services"),
        ("7", "Trades and transport", "Métiers et transport"),
    ]
    private static let titles: [(OccupationCode, Language, String)] =
        [
            (.nurseAide, .en, "nurse aide"), (.nurseAide, .en, "orderly"), (.nurseAide, .en, "personal care attendant"),
            (.nurseAide, .fr, "aide-infirmier"), (.nurseAide, .fr, "aide-infirmière"), (.nurseAide, .fr, "préposé aux bénéficiaires"),
            (.nurseAide, .fr, "préposée aux bénéficiaires"), (.homeSupport, .en, "home support worker"),
            (.homeSupport, .en, "personal aide"),
            (.homeSupport, .fr, "aide familial"), (.welder, .en, "welder"), (.welder, .en, "MIG welder"), (.welder, .fr, "soudeur"),
            (.welder, .fr, "soudeuse"), (.developer, .en, "software developer"), (.developer, .fr, "développeur de logiciels"),
            (.chef, .en, "chef"), (.chef, .fr, "chef de cuisine"), (.nothingKnown, .en, "letter carrier"), (.nothingKnown, .fr, "facteur"),
        ] + (1...15).map { (OccupationCode.developer, Language.en, "programmer of kind \($0)") }
    private static let industries: [(String, String, String, String?)] = [
        ("62", "Health care and social assistance", "Soins de santé et assistance sociale", nil), ("622", "Hospitals", "Hôpitaux", "62"),
        ("623", "Nursing and residential care", "Soins infirmiers en résidence", "62"), ("31-33", "Manufacturing", "Fabrication", nil),
        ("332", "Fabricated metal products", "Produits métalliques", "31-33"), ("23", "Construction", "Construction", nil),
    ]
    private static let skills = [
        Skill(id: "caring", name: LocalizedText(en: "Caring for people", fr: "Soins aux personnes"), kind: .interpersonal, source: "oasis"),
        Skill(
            id: "dementia-care", name: LocalizedText(en: "Dementia care", fr: "Soins liés à la démence"),
            aliases: [.en: ["Alzheimer support"]], kind: .technical, source: "tremplin-skills"),
        Skill(id: "welding", name: LocalizedText(en: "Welding", fr: "Soudage"), kind: .technical, source: "tremplin-skills"),
    ]
    private static let technologies: [(String, String, String?, Bool)] = [
        ("meditech", "MEDITECH", nil, true), ("autocad", "AutoCAD", nil, false), ("grinder", "Angle grinders", "Meuleuses d'angle", false),
    ]
    private static let outlooks: [OccupationCode: Outlook] = [
        .nurseAide: Outlook(
            occupation: .nurseAide, value: .strongShortage, horizon: 2024...2033, region: nil,
            figures: Outlook.Figures(
                employment: 312_400, employmentGrowth: 61_000, retirements: 75_300, openings: 148_200, seekers: 121_900)),
        .homeSupport: Outlook(occupation: .homeSupport, value: .balance, horizon: 2024...2033, region: "3590", figures: nil),
        .developer: Outlook(occupation: .developer, value: .strongSurplus, horizon: 2024...2033, region: nil, figures: nil),
        .welder: Outlook(occupation: .welder, value: .moderateShortage, horizon: 2024...2033, region: nil, figures: nil),
    ]
    private static let regionalOutlooks = {
        var outlooks = ByRegion<RegionalOutlook>()
        outlooks["35"] = RegionalOutlook(value: .veryGood, horizon: 2025...2027)
        outlooks["3590"] = RegionalOutlook(value: .limited, horizon: 2025...2027)
        return outlooks
    }()
    private static let wages = {
        var wages = ByRegion<Wage>()
        wages["35"] = Wage(
            unit: .hour, low: Money(cents: 1850), median: Money(dollars: 24), high: Money(dollars: 29), period: "2023-2024")
        wages["3510"] = Wage(unit: .hour, low: nil, median: Money(cents: 2575), high: nil, period: "2021")
        return wages
    }()
    private static let vacancies = {
        var vacancies = ByRegion<Demand>()
        vacancies["35"] = Demand(measure: .vacancies, periods: quarters([3900, 4100, nil, 4312]))
        return vacancies
    }()
    private static let postings = {
        var postings = ByRegion<Demand>()
        let months = (1...12).map { Demand.Period(start: CalendarDate(year: 2025, month: $0, day: 1)!, count: $0 * 10) }
        postings[nil] = Demand(measure: .postings, periods: months)
        return postings
    }()
    private static func quarters(_ counts: [Int?]) -> [Demand.Period] {
        counts.enumerated().map { Demand.Period(start: CalendarDate(year: 2025, month: $0.offset * 3 + 1, day: 1)!, count: $0.element) }
    }
    private static let areas = [
        PostalArea(code: "K1A", place: "Ottawa", coordinate: Coordinate(latitude: 45.42, longitude: -75.70), region: "3510"),
        PostalArea(code: "P3E", place: "Sudbury", coordinate: Coordinate(latitude: 46.46, longitude: -81.01), region: "3590"),
    ]

    private static func source(_ key: String) -> ReferenceSource {
        ReferenceSource(
            key: key, publisher: LocalizedText(en: "Publisher of \(key)", fr: "Éditeur de \(key)"),
            title: LocalizedText(en: "Title of \(key)", fr: "Titre de \(key)"), version: "1.0", asOf: CalendarDate("2025-02-01")!,
            licence: LocalizedText(en: "Open licence", fr: "Licence ouverte"), url: "https://\(key).example/data?a=1&b=2", rows: 12_400)
    }
}

extension OccupationCode {
    static let nurseAide = OccupationCode("33102")!
    static let homeSupport = OccupationCode("44101")!
    static let welder = OccupationCode("72106")!
    static let developer = OccupationCode("21232")!
    static let chef = OccupationCode("62200")!
    static let nothingKnown = OccupationCode("74101")!
}
