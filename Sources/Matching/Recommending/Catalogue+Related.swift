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
            let programs = segments.map { $0.programs(with: number, facet) }
            // What nearly every program has in common says nothing.
            let rarity = max(0, 1 - Double(programs.reduce(0) { $0 + ($1?.count ?? 0) }) / (total + 1))
            let share = Float(weight * rarity * rarity)
            for (index, set) in programs.enumerated() {
                scores[index].withUnsafeMutableBufferPointer { scores in set?.forEach { scores[$0] += share } }
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
        let lists = segments.enumerated().map { index, segment in
            var best = BestFirst(limit: limit, ranks: segment.titleRanks(.en))
            let standings = segment.day.standings[Language.en.place]
            for (ordinal, score) in scores[index].enumerated() where score >= Self.leastInCommon && segment.live.contains(ordinal) {
                best.offer(ordinal, key: Double(score * Standing.factors[Int(standings[ordinal])]))
            }
            return best.finish()
        }
        return BestOfSegments(lists, language: .en, catalogue: self).first(limit).map(program)
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
        let ranked = places(with: .occupation, code.rawValue).map { (place: $0, score: usefulness($0), title: titleOrder($0, .en)) }
            .sorted { a, b in a.score == b.score ? a.title < b.title : a.score > b.score }
        // Read one by one until there are enough: the facet finds inferred tags too.
        return Array(ranked.lazy.map { program(at: $0.place) }.filter { $0.occupations.contains(code) }.prefix(limit))
    }

    private func usefulness(_ place: ProgramPlace) -> Double {
        let segment = segments[place.segment]
        let standing = Standing.factors[Int(segment.day.standings[Language.en.place][place.ordinal])]
        let unitGroups = segment.contents.values.values(of: place.ordinal, .occupation).count {
            dictionary.values[Int($0)].utf8.count == 5
        }
        let endorsed =
            dictionary.ordinal(.feature, ProgramFeature.endorsed.rawValue)
            .map { segment.contents.closed.contains($0, program: place.ordinal) } ?? false
        return Double(standing) / (1 + 0.1 * Double(unitGroups - 1)) * (endorsed ? 1.1 : 1)
    }
}
