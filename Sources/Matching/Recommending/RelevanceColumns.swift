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
        for job in jobs {
            addOccupations(job, catalogue)
            addSkills(job, catalogue)
        }
        addWantedSkills(person, catalogue)
        guard let matches else { return }
        for (index, segment) in catalogue.segments.enumerated() {
            let scores = matches.scores(index, segment, within: matches.programs[index])
            let weight = Float(RecommendationWeights.words) / Float(matches.wordCount + 1)
            for ordinal in scores.indices where scores[ordinal] > 0 { relevance[index][ordinal] += weight * scores[ordinal] }
        }
    }

    /// The job itself counts in full, its neighbours by digits; a program counts once for the nearest.
    private mutating func addOccupations(_ job: JobInterest, _ catalogue: Catalogue) {
        let code = job.code.rawValue
        var nearest: [[Float]] = catalogue.segments.map { [Float](repeating: 0, count: $0.count) }
        let steps = [
            (code, RecommendationWeights.occupation), (String(code.prefix(4)), RecommendationWeights.relatedOccupation),
            (String(code.prefix(3)), RecommendationWeights.relatedOccupation * 0.7),
        ]
        for (value, weight) in steps {
            for place in catalogue.places(with: .occupation, value) {
                nearest[place.segment][place.ordinal] = max(nearest[place.segment][place.ordinal], Float(weight * job.weight))
            }
        }
        for segment in nearest.indices {
            for ordinal in nearest[segment].indices { relevance[segment][ordinal] += nearest[segment][ordinal] }
        }
    }

    private mutating func addSkills(_ job: JobInterest, _ catalogue: Catalogue) {
        for value in job.profile.values {
            let weight = Float(RecommendationWeights.skills * job.profile.weight(value) * job.weight / ProgramAppraisal.skillsForFullWeight)
            guard weight > 0 else { continue }
            for (index, segment) in catalogue.segments.enumerated() {
                for ordinal in segment.facets.programs(with: value) { relevance[index][Int(ordinal)] += weight }
            }
        }
    }

    private mutating func addWantedSkills(_ person: PersonalFit, _ catalogue: Catalogue) {
        guard !person.wanted.isEmpty else { return }
        for (index, segment) in catalogue.segments.enumerated() {
            var taught: [Int32: Int] = [:]
            for value in person.wanted.keys { for ordinal in segment.facets.programs(with: value) { taught[ordinal, default: 0] += 1 } }
            for (ordinal, count) in taught { relevance[index][Int(ordinal)] += Float(PersonalFit.wantedWeight(count)) }
        }
    }

    func relevance(at place: ProgramPlace) -> Double { Double(relevance[place.segment][place.ordinal]) }

    /// The most related programs that still count; those with the better standing first among equals.
    func best(_ limit: Int, language: Language, catalogue: Catalogue) -> [ProgramPlace] {
        var found: [(place: ProgramPlace, key: Double)] = []
        for (index, segment) in catalogue.segments.enumerated() {
            var best = BestFirst(limit: limit)
            let ranks = segment.titleRanks(language)
            let standing = segment.offerings.standing[language == .en ? 0 : 1]
            segment.live.forEach { ordinal in
                // Standing only breaks ties here: its share is too small to overtake a tag.
                let key = Double(relevance[index][ordinal]) + 0.001 * Double(standing[ordinal])
                best.offer(.init(key: key, rank: ranks[ordinal], ordinal: Int32(ordinal)))
            }
            found += best.finish().map { (ProgramPlace(segment: index, ordinal: Int($0.ordinal)), $0.key) }
        }
        return found.sorted { $0.key > $1.key }.prefix(limit).map(\.place)
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
