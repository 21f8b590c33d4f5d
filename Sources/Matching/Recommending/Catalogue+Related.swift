package import Domain

extension Catalogue {
    /// Programs that have most in common with one: tags first, then words of the title. Never the program itself.
    /// - Returns: at most `limit`, best first; fewer when nothing else has anything in common.
    package func related(to program: Program, limit: Int) -> [Program] {
        guard limit > 0 else { return [] }
        var scores: [ProgramPlace: Double] = [:]
        let total = Double(max(1, programCount))
        for (facet, value, weight) in Self.traits(program) {
            let places = places(with: facet, value)
            // What nearly every program has in common says nothing.
            let rarity = 1 - Double(places.count) / (total + 1)
            for place in places { scores[place, default: 0] += weight * rarity * rarity }
        }
        if let title = program.title.resolved(.en) {
            let asked = SearchWords(title.text, language: title.language, catalogue: self)
            if !asked.words.isEmpty {
                for word in asked.words where Double(word.count) < total / 4 {
                    for (index, set) in word.programs.enumerated() {
                        set.forEach { scores[ProgramPlace(segment: index, ordinal: $0), default: 0] += 0.2 }
                    }
                }
            }
        }
        if let own = place(of: program.id) { scores[own] = nil }
        let ranked = scores.filter { $0.value >= 0.3 }.map { place, score in
            let other = self.program(at: place)
            return (program: other, score: score * Double(Standing.of(other, language: .en, today: today)))
        }
        return ranked.sorted { a, b in
            a.score == b.score ? TitleOrder(a.program, language: .en) < TitleOrder(b.program, language: .en) : a.score > b.score
        }.prefix(limit).map(\.program)
    }

    /// A shared skill or tool weighs as much as a shared occupation; the minor group counts for programs of neighbouring jobs.
    private static func traits(_ program: Program) -> [(FacetName, String, Double)] {
        var traits: [(FacetName, String, Double)] = []
        for code in program.publicOccupations {
            traits.append((.occupation, code.rawValue, 1))
            traits.append((.occupation, String(code.rawValue.prefix(4)), 0.3))
        }
        traits += program.skills.map { (.skill, $0.rawValue, 1) }
        traits += program.technologies.map { (.technology, $0.rawValue, 1) }
        traits += program.industries.map { (.industry, $0.rawValue, 0.3) }
        return traits
    }

    /// Programs with an approved tag for an occupation, the most useful first: dates announced, confirmed lately, about few other
    /// occupations, endorsed.
    package func programs(preparingFor code: OccupationCode, limit: Int) -> [Program] {
        guard limit > 0 else { return [] }
        let ranked = programs(with: .occupation, code.rawValue).filter { $0.occupations.contains(code) }.map { program in
            let focus = 1 / (1 + 0.1 * Double(program.publicOccupations.count - 1))
            let endorsed = program.endorsements.isEmpty ? 1 : 1.1
            return (program: program, score: Double(Standing.of(program, language: .en, today: today)) * focus * endorsed)
        }
        return ranked.sorted { a, b in
            a.score == b.score ? TitleOrder(a.program, language: .en) < TitleOrder(b.program, language: .en) : a.score > b.score
        }.prefix(limit).map(\.program)
    }
}
