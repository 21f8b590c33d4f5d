import Domain

/// What an invented program is about: the theme, and the tags drawn around it.
struct ProgramSubject {
    let theme: ProgramTheme
    /// The first one is what the program prepares for most; never empty.
    let occupations: [OccupationCode]
    let industries: [Industry.Code]
    /// Never empty.
    let skills: [Skill.ID]
    let technologies: [Technology.ID]
    /// Tools that are spoken of in the text, tagged or not; never empty.
    let mentionedTechnologies: [Technology.ID]

    init(_ theme: ProgramTheme, _ words: InventedWords, _ information: LabourMarketInformation, _ numbers: inout SeededNumbers) {
        self.theme = theme
        let known = theme.occupations.filter { information.occupations[$0] != nil }
        var occupations = [numbers.chance(0.6) && !known.isEmpty ? numbers.pick(known) : words.occupations.pick(&numbers)]
        for _ in 0..<numbers.run(0.4, most: 3) {
            occupations.append(numbers.chance(0.5) || known.isEmpty ? words.occupations.pick(&numbers) : numbers.pick(known))
        }
        self.occupations = occupations.onlyFirsts

        let sectors = theme.industries.filter { information.industries[$0] != nil }
        industries =
            (0..<numbers.run(0.6, most: 3)).map { _ in
                numbers.chance(0.6) && !sectors.isEmpty ? numbers.pick(sectors) : words.industries.pick(&numbers)
            }.onlyFirsts

        let taught = theme.skills.filter { information.skills[$0]?.name.isBilingual == true }
        // The first is the theme's own where it has one: texts speak of it most.
        let drawn = (0...1 + numbers.run(0.55, most: 4)).map { place in
            (place == 0 || numbers.chance(0.5)) && !taught.isEmpty ? numbers.pick(taught) : words.skills.pick(&numbers)
        }
        skills = drawn.onlyFirsts

        let tools = (0..<2 + numbers.run(0.3, most: 3)).map { _ in words.technology(of: occupations[0], &numbers) }.onlyFirsts
        technologies = numbers.chance(0.35) ? [] : Array(tools.prefix(1 + numbers.run(0.5, most: 3)))
        mentionedTechnologies = tools
    }

    /// In the order in which the import form lists them.
    var targets: [TagTarget] {
        occupations.map(TagTarget.occupation) + industries.map(TagTarget.industry) + skills.map(TagTarget.skill)
            + technologies.map(TagTarget.technology)
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stood first: what is drawn twice is said once.
    var onlyFirsts: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
