import Domain

/// A first, coarse look at all programs of the catalogue: how related each is to the person's jobs and words. The best of them are then
/// scored in full (`ProgramAppraisal`).
struct RelevanceColumns {
    /// By segment and ordinal.
    private var relevance: [[Float]]

    /// - Parameters:
    ///   - jobs: with their weights, 0 to 1.
    init(_ jobs: [JobInterest], matches: WordMatches?, person: PersonalFit, catalogue: Catalogue) {
        relevance = catalogue.segments.map { [Float](repeating: 0, count: $0.count) }
        for job in jobs { addOccupations(job, catalogue) }
        addSkills(jobs, catalogue)
        addWantedSkills(person, catalogue)
        guard let matches else { return }
        let weight = Float(RecommendationWeights.words) / Float(matches.wordCount + 1)
        for (index, segment) in catalogue.segments.enumerated() {
            let ordinals = matches.programs[index].ordinals(count: matches.programs[index].count)
            for (ordinal, score) in zip(ordinals, matches.scores(index, segment, of: ordinals)) {
                relevance[index][Int(ordinal)] += weight * score
            }
        }
    }

    /// The job itself counts in full, its neighbours by digits; a program counts once for the nearest. Whoever has the code has its
    /// beginnings too, so that each step adds what it is worth more than the one before.
    private mutating func addOccupations(_ job: JobInterest, _ catalogue: Catalogue) {
        let code = job.code.rawValue
        let steps = [
            (String(code.prefix(3)), RecommendationWeights.relatedOccupation * 0.7),
            (String(code.prefix(4)), RecommendationWeights.relatedOccupation), (code, RecommendationWeights.occupation),
        ]
        var before = 0.0
        for (value, weight) in steps {
            if let number = catalogue.dictionary.ordinal(.occupation, value) {
                add(Float((weight - before) * job.weight), number, .occupation, catalogue)
            }
            before = weight
        }
    }

    /// Neighbouring jobs ask for much the same: each skill's programs are gone through once.
    private mutating func addSkills(_ jobs: [JobInterest], _ catalogue: Catalogue) {
        var weights: [Int32: Double] = [:]
        for job in jobs {
            for value in job.profile.values { weights[value, default: 0] += job.profile.weight(value) * job.weight }
        }
        for (value, weight) in weights.sorted(by: { $0.key < $1.key }) where weight > 0 {
            let share = Float(RecommendationWeights.skills * weight / ProgramAppraisal.skillsForFullWeight)
            add(share, value, catalogue.dictionary.facets[Int(value)], catalogue)
        }
    }

    private mutating func add(_ weight: Float, _ number: Int32, _ facet: FacetName, _ catalogue: Catalogue) {
        for (index, segment) in catalogue.segments.enumerated() {
            guard let set = segment.programs(with: number, facet) else { continue }
            relevance[index].withUnsafeMutableBufferPointer { relevance in set.forEach { relevance[$0] += weight } }
        }
    }

    private mutating func addWantedSkills(_ person: PersonalFit, _ catalogue: Catalogue) {
        guard !person.wanted.isEmpty else { return }
        for (index, segment) in catalogue.segments.enumerated() {
            var taught: [Int: Int] = [:]
            for value in person.wanted.keys { segment.programs(with: value, .skill)?.forEach { taught[$0, default: 0] += 1 } }
            for (ordinal, count) in taught { relevance[index][ordinal] += Float(PersonalFit.wantedWeight(count)) }
        }
    }

    func relevance(at place: ProgramPlace) -> Double { Double(relevance[place.segment][place.ordinal]) }

    /// The most related programs that still count; those with the better standing first among equals.
    func best(_ limit: Int, language: Language, catalogue: Catalogue) -> [ProgramPlace] {
        let related = best(limit, language, catalogue, above: 0)
        // Programs with nothing in common with the person are looked at only to fill a list.
        return related.count < min(limit, catalogue.programCount) ? best(limit, language, catalogue, above: -1) : related
    }

    private func best(_ limit: Int, _ language: Language, _ catalogue: Catalogue, above least: Float) -> [ProgramPlace] {
        let lists = catalogue.segments.enumerated().map { index, segment in
            var best = BestFirst(limit: limit, ranks: segment.titleRanks(language))
            let standings = segment.day.standings[language.place]
            relevance[index].withUnsafeBufferPointer { relevance in
                for ordinal in 0..<relevance.count where relevance[ordinal] > least && segment.live.contains(ordinal) {
                    // Standing only breaks ties here: its share is too small to overtake a tag.
                    best.offer(ordinal, key: Double(relevance[ordinal]) + 0.001 * Double(Standing.factors[Int(standings[ordinal])]))
                }
            }
            return best.finish()
        }
        return BestOfSegments(lists, language: language, catalogue: catalogue).first(limit)
    }
}

/// An occupation the person's words point to.
struct JobInterest {
    let code: OccupationCode
    /// The match's confidence.
    let confidence: Double
    /// Confidence relative to the best match's, 0 to 1.
    let weight: Double
    let aim: Aim?
    let profile: JobProfile

    /// The best matches of a situation. 5: the right one is among the first five far more often than first (docs/matching.md).
    static func of(_ situation: Situation, catalogue: Catalogue) -> [JobInterest] {
        let ranked = situation.occupations.filter { $0.confidence > 0 }
            .sorted { ($1.confidence, $0.code) < ($0.confidence, $1.code) }
        guard let best = ranked.first?.confidence else { return [] }
        return ranked.prefix(5).map { occupation in
            JobInterest(
                code: occupation.code, confidence: occupation.confidence, weight: occupation.confidence / best, aim: occupation.aim,
                profile: JobProfile(occupation.code, catalogue: catalogue))
        }
    }
}
