package import Domain

extension Catalogue {
    /// The occupations a person's direction points to, from the job they have and from what they like and are good at.
    ///
    /// - do better: their own job, and the two nearest to it at the same level;
    /// - move up: the most alike with a higher TEER (more responsibility or training), one step before two; their own after those;
    /// - change field: the most alike in skills outside their broad category, no more than one TEER above theirs;
    /// - explore: what suits their interests and strengths, from several fields;
    /// - no direction: their own job, or else as for explore.
    ///
    /// Occupations that no program leads to come later: an aim without a way to it helps nobody.
    /// - Parameter own: best first. Empty when the job is not known.
    /// - Returns: at most five, best first; empty when nothing is known of the person.
    package func aims(
        _ direction: Direction?, from own: [Situation.WeightedOccupation], interests: Set<Interest> = [], strengths: Set<Skill.ID> = []
    ) -> [Situation.WeightedOccupation] {
        let suiting = Suitability(interests: interests, strengths: strengths, catalogue: self)
        guard let job = own.first else { return explored(suiting, from: nil) }
        let aims: [Situation.WeightedOccupation] =
            switch direction {
            case nil: named(own, .job)
            case .doBetter: named(own, .direction(.doBetter)) + nearby(job, suiting)
            case .moveUp: above(job, suiting)
            case .changeField: elsewhere(job, suiting)
            case .explore: explored(suiting, from: job)
            }
        // Nothing above the top, nothing known of a small occupation: what they know is better than nothing.
        return aims.isEmpty ? named(own, .job) : aims
    }

    private static let most = 5

    private func named(_ own: [Situation.WeightedOccupation], _ aim: Aim) -> [Situation.WeightedOccupation] {
        own.prefix(3).map { .init(code: $0.code, confidence: $0.confidence, aim: aim) }
    }

    private func nearby(_ job: Situation.WeightedOccupation, _ suiting: Suitability) -> [Situation.WeightedOccupation] {
        ranked { code in
            code != job.code && code.teer == job.code.teer ? similarity(job.code, code) * suiting.factor(code) : 0
        }.prefix(2).map { .init(code: $0.code, confidence: 0.5 * job.confidence * $0.score, aim: .direction(.doBetter)) }
    }

    private func above(_ job: Situation.WeightedOccupation, _ suiting: Suitability) -> [Situation.WeightedOccupation] {
        let found = ranked { code in
            let steps = job.code.teer - code.teer
            guard steps > 0 else { return 0 }
            return similarity(job.code, code) * (steps == 1 ? 1 : steps == 2 ? 0.85 : 0.6) * suiting.factor(code)
        }
        guard !found.isEmpty else { return [] }
        return weighted(found.prefix(Self.most - 1), .direction(.moveUp))
            + [.init(code: job.code, confidence: 0.35, aim: .job)]
    }

    private func elsewhere(_ job: Situation.WeightedOccupation, _ suiting: Suitability) -> [Situation.WeightedOccupation] {
        let profiles = skillProfiles
        let found = ranked { code in
            guard code.rawValue.first != job.code.rawValue.first, code.teer >= job.code.teer - 1 else { return 0 }
            return (profiles.similarity(job.code, code) ?? 0) * suiting.factor(code)
        }
        return weighted(spread(found), .direction(.changeField))
    }

    private func explored(_ suiting: Suitability, from job: Situation.WeightedOccupation?) -> [Situation.WeightedOccupation] {
        guard suiting.isKnown else { return job.map { elsewhere($0, suiting) } ?? [] }
        let found = ranked { code in
            let likeness = job.map { 0.7 + 0.3 * similarity($0.code, code) } ?? 1
            return suiting.score(code) * likeness
        }
        return weighted(spread(found), nil).map { .init(code: $0.code, confidence: $0.confidence, aim: suiting.aim($0.code)) }
    }

    /// Occupations with a score above 0, best first; those that a program leads to before others of like score.
    private func ranked(_ score: (OccupationCode) -> Double) -> [(code: OccupationCode, score: Double)] {
        labourMarket.occupations.keys.map { ($0, score($0)) }.filter { $0.1 > 0 }
            .map { (code: $0.0, score: $0.1 * (leads(to: $0.0) ? 1 : 0.5)) }
            .sorted { ($1.score, $0.code) < ($0.score, $1.code) }
    }

    private func leads(to code: OccupationCode) -> Bool { isCarried(.occupation, code.rawValue) }

    /// Whether any published program teaches a skill.
    package func teaches(_ skill: Skill.ID) -> Bool { isCarried(.skill, skill.rawValue) }

    private func isCarried(_ facet: FacetName, _ value: String) -> Bool { count(facet, value) > 0 }

    /// Two of a broad category at most, five in all.
    private func spread(_ found: [(code: OccupationCode, score: Double)]) -> ArraySlice<(code: OccupationCode, score: Double)> {
        var byCategory: [Character: Int] = [:]
        var kept: [(code: OccupationCode, score: Double)] = []
        for one in found where kept.count < Self.most {
            let category = one.code.rawValue.first ?? "?"
            guard byCategory[category, default: 0] < 2 else { continue }
            byCategory[category, default: 0] += 1
            kept.append(one)
        }
        return kept[...]
    }

    /// Confidence in proportion to the best one's.
    private func weighted(_ found: ArraySlice<(code: OccupationCode, score: Double)>, _ aim: Aim?) -> [Situation.WeightedOccupation] {
        guard let best = found.first?.score else { return [] }
        return found.map { .init(code: $0.code, confidence: $0.score / best, aim: aim) }
    }
}
