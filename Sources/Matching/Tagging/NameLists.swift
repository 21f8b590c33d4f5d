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
        let technologies = information.technologies.sorted { $0.key.rawValue < $1.key.rawValue }
        var products: [Substring: Int] = [:]
        for (_, technology) in technologies {
            if let maker = technology.name.en?.split(separator: " ").first { products[maker, default: 0] += 1 }
        }
        return technologies.flatMap { id, technology in
            let product = technology.name.en.flatMap { productName($0) { products[$0, default: 0] >= 3 } }
            let aliases: [Language: [String]] = product.map { [.en: [$0]] } ?? [:]
            return names(technology.name, aliases, .technology(id))
        }
    }

    /// `AutoCAD` for `Autodesk AutoCAD`. Only names that no other word is written like: `Word` and `Access` alone say nothing.
    private static func productName(_ name: String, isMaker: (Substring) -> Bool) -> String? {
        let words = name.split(separator: " ")
        guard words.count > 1, isMaker(words[0]) else { return nil }
        let letters = words[1].dropFirst()
        guard letters.contains(where: \.isUppercase), letters.contains(where: \.isLowercase) || words[1].contains(where: \.isLowercase)
        else { return nil }
        return words.dropFirst().joined(separator: " ")
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
