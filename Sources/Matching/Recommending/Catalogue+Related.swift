package import Domain

extension Catalogue {
    /// Programs that have most in common with one: tags first, then words of the title. Never the program itself.
    /// - Parameter matcher: with a model, those that have most in common are put in order by what their texts mean as well, in whichever language.
    /// - Returns: at most `limit`, best first; fewer when nothing else has anything in common.
    package func related(to program: Program, limit: Int, by matcher: OccupationMatcher? = nil) -> [Program] {
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
        guard let model = matcher?.embedding?.model else { return best(scores, limit: limit).map(self.program) }
        return inOrderOfMeaning(best(scores, limit: limit * Self.breadth), scores, as: program, model).prefix(limit).map(\.self)
    }

    /// So many times as many as are asked for are compared by their texts.
    private static let breadth = 6

    /// A text that points the same way doubles what two programs have in common.
    private func inOrderOfMeaning(_ places: [ProgramPlace], _ scores: [[Float]], as program: Program, _ model: EmbeddingModel) -> [Program]
    {
        let own = Self.direction(of: program, model)
        let compared = places.enumerated().map { rank, place in
            let other = self.program(at: place)
            let nearness = max(0, EmbeddingModel.dot(own, Self.direction(of: other, model)))
            return (program: other, score: scores[place.segment][place.ordinal] * (1 + nearness), rank: rank)
        }
        return compared.sorted { a, b in a.score == b.score ? a.rank < b.rank : a.score > b.score }.map(\.program)
    }

    private static func direction(of program: Program, _ model: EmbeddingModel) -> [Float] {
        let texts = [program.title, program.summary].compactMap { $0.resolved(.en)?.text }
        return model.vector(EmbeddedText(sentence: texts.joined(separator: ". ")))
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

    private func best(_ scores: [[Float]], limit: Int) -> [ProgramPlace] {
        let lists = segments.enumerated().map { index, segment in
            var best = BestFirst(limit: limit, ranks: segment.titleRanks(.en))
            let standings = segment.day.standings[Language.en.place]
            for (ordinal, score) in scores[index].enumerated() where score >= Self.leastInCommon && segment.live.contains(ordinal) {
                best.offer(ordinal, key: Double(score * Standing.factors[Int(standings[ordinal])]))
            }
            return best.finish()
        }
        return BestOfSegments(lists, language: .en, catalogue: self).first(limit)
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
