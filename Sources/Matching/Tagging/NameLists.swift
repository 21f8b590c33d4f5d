import Domain

/// The names of each kind of target.
enum NameLists {
    typealias Entry = (target: TagTarget, name: String, language: Language)

    static func names(_ kind: TagTarget.Kind, _ information: LabourMarketInformation) -> [Entry] {
        switch kind {
        case .occupation: []
        case .industry: industries(information)
        case .skill: skills(information)
        case .technology: technologies(information)
        }
    }

    private static func industries(_ information: LabourMarketInformation) -> [Entry] {
        information.industries.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { code, industry in
            names(industry.title, [:], .industry(code))
        }
    }

    private static func skills(_ information: LabourMarketInformation) -> [Entry] {
        information.skills.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { id, skill in names(skill.name, skill.aliases, .skill(id))
        }
    }

    private static func technologies(_ information: LabourMarketInformation) -> [Entry] {
        information.technologies.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { id, technology in
            names(technology.name, [:], .technology(id))
        }
    }

    private static func names(_ name: LocalizedText, _ aliases: [Language: [String]], _ target: TagTarget) -> [Entry] {
        Language.allCases.flatMap { language in
            ((name[language].map { [$0] } ?? []) + (aliases[language] ?? [])).map { (target, $0, language) }
        }
    }
}

/// Which release a code belongs to.
enum TaxonomyVersions {
    /// By kind, then by what the code begins with up to a colon; `""` for codes without.
    static func byKind(_ information: LabourMarketInformation) -> [TagTarget.Kind: [String: String]] {
        func version(_ key: String, _ name: String) -> String? { information.source(key).map { "\(name) \($0.version)" } }
        return [
            .occupation: ["": version("noc", "NOC")], .industry: ["": version("naics", "NAICS")],
            .skill: [
                "esco": version("esco", "ESCO"), "oasis": version("oasis", "OaSIS"), "tremplin": version("tremplin-skills", "Tremplin"),
            ],
            .technology: ["": version("onet", "O*NET")],
        ].mapValues { $0.compactMapValues(\.self) }
    }
}
