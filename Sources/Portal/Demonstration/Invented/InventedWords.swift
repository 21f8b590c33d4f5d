import Domain

/// Names from the reference data, each list in the order of how often a seed makes them come up.
struct InventedWords: Sendable {
    let themes: ZipfChoice<ProgramTheme>
    let occupations: ZipfChoice<OccupationCode>
    let industries: ZipfChoice<Industry.Code>
    let skills: ZipfChoice<Skill.ID>
    let technologies: ZipfChoice<Technology.ID>
    let areas: ZipfChoice<PostalArea>
    /// Numbers of `InventedVocabulary.name`.
    let names: ZipfChoice<Int>
    private let technologiesByOccupation: [OccupationCode: ZipfChoice<Technology.ID>]
    private let jobs: [OccupationCode: [Language: ZipfChoice<String>]]

    /// Exponents between .8 and 1.1, as word counts and the tags of course catalogues show; 40,000 names are a real catalogue's tail.
    init(seed: UInt64, information: LabourMarketInformation, vocabulary: InventedVocabulary) throws {
        var numbers = SeededNumbers(seed: seed, stream: .max)
        /// Sorted before it is shuffled: a dictionary has another order in every run.
        func choice<Element: Sendable>(_ elements: [Element], _ exponent: Double) -> ZipfChoice<Element> {
            ZipfChoice(elements.shuffled(using: &numbers), exponent: exponent)
        }
        themes = choice(try ProgramTheme.all(), 0.8)
        occupations = choice(information.occupations.keys.sorted(), 0.9)
        industries = choice(information.industries.keys.sorted(), 0.9)
        skills = choice(information.skills.values.filter(\.name.isBilingual).map(\.id).sorted(), 1)
        technologies = choice(information.technologies.keys.sorted(), 1.05)
        areas = choice(information.postalAreas.values.sorted { $0.code < $1.code }, 0.8)
        names = choice(Array(0..<min(40_000, vocabulary.nameCount)), 0.9)
        technologiesByOccupation = information.technologiesByOccupation.filter { !$0.value.isEmpty }
            .mapValues { ZipfChoice($0, exponent: 1.1) }
        jobs = Dictionary(grouping: information.jobTitles, by: \.code).mapValues { titles in
            Dictionary(grouping: titles, by: \.language).mapValues { ZipfChoice($0.map(\.title), exponent: 0.9) }
        }
    }

    /// One that the occupation's work is done with, or any.
    func technology(of occupation: OccupationCode, _ numbers: inout SeededNumbers) -> Technology.ID {
        let own = numbers.chance(0.85) ? technologiesByOccupation[occupation] : nil
        return (own ?? technologies).pick(&numbers)
    }

    /// An official job title of the occupation in the language; `nil` when there is none.
    func job(_ occupation: OccupationCode, _ language: Language, _ numbers: inout SeededNumbers) -> String? {
        jobs[occupation]?[language]?.pick(&numbers)
    }
}
