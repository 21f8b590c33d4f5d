import Domain

/// A dozen occupations, industries, skills and tools: enough for every rule of the catalogue to show.
enum SampleLabourMarket {
    static let information: LabourMarketInformation = {
        var information = LabourMarketInformation()
        for (code, en, fr) in occupations {
            information.occupations[code] = Occupation(code: code, title: LocalizedText(en: en, fr: fr))
        }
        for (code, en, fr) in groups {
            information.occupationGroups[code] = OccupationGroup(code: code, title: LocalizedText(en: en, fr: fr))
        }
        for (code, en, fr, parent) in industries {
            let code = Industry.Code(code)
            information.industries[code] = Industry(
                code: code, title: LocalizedText(en: en, fr: fr), parent: parent.map { Industry.Code($0) })
        }
        information.industriesByOccupation = [
            .nurseAide: ["6231", "622"], .welder: ["332"], .chef: ["722"], .developer: ["5415"], .homeSupport: ["6241"],
        ]
        for skill in skills { information.skills[skill.id] = skill }
        for (id, name, hot) in technologies {
            information.technologies[Technology.ID(id)] = Technology(
                id: Technology.ID(id), name: LocalizedText(en: name), kind: .software, isHot: hot)
        }
        information.technologiesByOccupation = [
            .developer: ["python", "git"], .nurseAide: ["meditech"], .chef: ["excel"], .welder: ["autocad", "excel"],
        ]
        information.skillLevels = levels
        for (code, value) in outlooks {
            information.demandLevels[code] = value.score > 0 ? .high : value.score < 0 ? .low : .medium
            information.outlooks[code] = Outlook(occupation: code, value: value, horizon: 2024...2033, region: nil, figures: nil)
        }
        information.regions = [
            Region(id: "3530", name: LocalizedText(en: "Toronto")),
            Region(id: "3590", name: LocalizedText(en: "Northeast", fr: "Nord-Est")),
            Region(id: "3510", name: LocalizedText(en: "Ottawa")),
        ]
        for area in areas { information.postalAreas[area.code] = area }
        return information
    }()

    private static let occupations: [(OccupationCode, String, String)] = [
        (.nurseAide, "Nurse aides, orderlies and patient service associates", "Aides-infirmiers et préposés aux bénéficiaires"),
        (.pharmacyAssistant, "Pharmacy technical assistants", "Assistants techniques en pharmacie"),
        (.homeSupport, "Home support workers and caregivers", "Aides de maintien à domicile"),
        (.welder, "Welders and related machine operators", "Soudeurs et opérateurs de machines"),
        (.machinist, "Machinists and tooling inspectors", "Machinistes et vérificateurs d'usinage"),
        (.developer, "Software developers and programmers", "Développeurs et programmeurs de logiciels"),
        (.webDesigner, "Web designers", "Concepteurs Web"),
        (.chef, "Chefs", "Chefs"),
    ]
    private static let groups: [(String, String, String)] = [
        ("3310", "Assisting occupations in support of health services", "Personnel de soutien des services de santé"),
        ("7210", "Machining, metal forming and erecting trades", "Métiers de l'usinage et du formage"),
        ("2123", "Computer and software professionals", "Professionnels en informatique et logiciels"),
    ]
    private static let industries: [(String, String, String, String?)] = [
        ("62", "Health care and social assistance", "Soins de santé et assistance sociale", nil),
        ("622", "Hospitals", "Hôpitaux", "62"), ("623", "Nursing and residential care", "Soins infirmiers en résidence", "62"),
        ("6231", "Nursing care homes", "Établissements de soins infirmiers", "623"),
        ("624", "Social assistance", "Assistance sociale", "62"),
        ("6241", "Individual and family services", "Services individuels et familiaux", "624"),
        ("31-33", "Manufacturing", "Fabrication", nil), ("332", "Fabricated metal products", "Produits métalliques", "31-33"),
        ("54", "Professional services", "Services professionnels", nil), ("541", "Professional services", "Services professionnels", "54"),
        ("5415", "Computer systems design", "Conception de systèmes informatiques", "541"),
        ("72", "Accommodation and food services", "Hébergement et restauration", nil), ("722", "Food services", "Restauration", "72"),
    ]
    private static let skills: [Skill] = [
        skill("dementia-care", "Dementia care", "Soins liés à la démence", ["Alzheimer support"], ["Accompagnement Alzheimer"]),
        skill("medication", "Medication administration", "Administration de médicaments"),
        skill("infection", "Infection control", "Prévention des infections"),
        skill("mig-welding", "MIG welding", "Soudage MIG", ["gas metal arc welding"], ["soudage à l'arc sous gaz"], broader: "welding"),
        skill("welding", "Welding", "Soudage"), skill("programming", "Programming", "Programmation", ["coding"], ["codage"]),
        skill("knife-skills", "Knife skills", "Techniques de coupe"), skill("menu-planning", "Menu planning", "Planification de menus"),
        oasis("caring"), oasis("digital"), oasis("operating"), oasis("precision"),
    ]
    private static let technologies = [
        ("python", "Python", true), ("git", "Git", true), ("meditech", "MEDITECH", false), ("excel", "Microsoft Excel", true),
        ("autocad", "AutoCAD", false),
    ]
    private static let levels: [OccupationCode: [SkillLevel]] = [
        .nurseAide: profile(4, 1, 2, 2), .pharmacyAssistant: profile(3, 2, 2, 3), .homeSupport: profile(4, 1, 1, 1),
        .welder: profile(0, 1, 4, 4), .machinist: profile(0, 2, 4, 5), .developer: profile(1, 5, 1, 3), .webDesigner: profile(1, 4, 1, 2),
        .chef: profile(2, 1, 3, 3),
    ]
    private static let outlooks: [OccupationCode: Outlook.Value] = [
        .nurseAide: .strongShortage, .homeSupport: .moderateShortage, .welder: .balance, .machinist: .moderateShortage,
        .developer: .moderateSurplus, .chef: .strongSurplus,
    ]
    private static let areas = [
        PostalArea(code: "M5V", place: "Toronto", coordinate: Coordinate(latitude: 43.64, longitude: -79.40), region: "3530"),
        PostalArea(code: "M9W", place: "Etobicoke", coordinate: Coordinate(latitude: 43.71, longitude: -79.58), region: "3530"),
        PostalArea(code: "P3E", place: "Sudbury", coordinate: Coordinate(latitude: 46.46, longitude: -81.01), region: "3590"),
        PostalArea(code: "K1A", place: "Ottawa", coordinate: Coordinate(latitude: 45.42, longitude: -75.70), region: "3510"),
    ]

    private static func skill(
        _ id: String, _ en: String, _ fr: String, _ english: [String] = [], _ french: [String] = [], broader: Skill.ID? = nil
    ) -> Skill {
        Skill(
            id: Skill.ID(id), name: LocalizedText(en: en, fr: fr), aliases: [.en: english, .fr: french], kind: .technical, broader: broader,
            source: "tremplin-skills")
    }

    private static func oasis(_ name: String) -> Skill {
        Skill(id: Skill.ID("oasis:" + name), name: LocalizedText(en: name), kind: .technical, source: "oasis")
    }

    private static func profile(_ caring: Double, _ digital: Double, _ operating: Double, _ precision: Double) -> [SkillLevel] {
        zip(["oasis:caring", "oasis:digital", "oasis:operating", "oasis:precision"], [caring, digital, operating, precision])
            .filter { $0.1 > 0 }.map { SkillLevel(skill: Skill.ID($0), level: $1) }.sorted { $0.level > $1.level }
    }
}

extension OccupationCode {
    static let nurseAide = OccupationCode("33102")!
    static let pharmacyAssistant = OccupationCode("33103")!
    static let homeSupport = OccupationCode("44101")!
    static let welder = OccupationCode("72106")!
    static let machinist = OccupationCode("72100")!
    static let developer = OccupationCode("21232")!
    static let webDesigner = OccupationCode("21233")!
    static let chef = OccupationCode("62200")!
}

extension CalendarDate {
    /// The day of every fixture.
    static let today = CalendarDate("2026-11-23")!
}
