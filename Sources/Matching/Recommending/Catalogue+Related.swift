package import Domain

extension Catalogue {
    /// Programs that have most in common with one: tags first, then words of the title. Never the program itself.
    /// - Returns: at most `limit`, best first; fewer when nothing else has anything in common.
    package func related(to program: Program, limit: Int) -> [Program] {
        guard limit > 0 else { return [] }
        var scores = segments.map { [Float](repeating: 0, count: $0.count) }
        let total = Double(max(1, programCount))
        for (facet, value, weight) in Self.traits(program) {
            guard let number = dictionary.ordinal(facet, value) else { continue }
            let programs = segments.map { $0.facets.programs(with: number) }
            // What nearly every program has in common says nothing.
            let rarity = max(0, 1 - Double(programs.reduce(0) { $0 + $1.count }) / (total + 1))
            let share = Float(weight * rarity * rarity)
            for (index, ordinals) in programs.enumerated() {
                for ordinal in ordinals { scores[index][Int(ordinal)] += share }
            }
        }
        addTitle(of: program, to: &scores)
        if let own = place(of: program.id) { scores[own.segment][own.ordinal] = 0 }
        return best(scores, limit: limit)
    }

    /// What a shared word of the title adds: a fifth of a shared skill.
    private static let titleWord: Float = 0.2
    /// A word more common than in one program of so many does not say what a program is about.
    private static let commonWord = 10
    /// Programs with less than this have nothing to do with each other: one shared industry, or a word.
    private static let leastInCommon: Float = 0.3

    private func addTitle(of program: Program, to scores: inout [[Float]]) {
        guard let title = program.title.resolved(.en) else { return }
        for word in SearchWords(title.text, language: title.language, catalogue: self).words
        where word.count * Self.commonWord <= programCount || word.count <= Self.commonWord {
            for (index, set) in word.programs.enumerated() { set.forEach { scores[index][$0] += Self.titleWord } }
        }
    }

    private func best(_ scores: [[Float]], limit: Int) -> [Program] {
        var found: [(program: Program, score: Double)] = []
        for (index, segment) in segments.enumerated() {
            var best = BestFirst(limit: limit)
            let ranks = segment.titleRanks(.en)
            let standing = segment.offerings.standing[0]
            segment.live.forEach { ordinal in
                guard scores[index][ordinal] >= Self.leastInCommon else { return }
                best.offer(.init(key: Double(scores[index][ordinal] * standing[ordinal]), rank: ranks[ordinal], ordinal: Int32(ordinal)))
            }
            found += best.finish().map { (segment.program(Int($0.ordinal)), $0.key) }
        }
        return found.sorted { a, b in
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
