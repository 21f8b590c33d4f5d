import Domain

extension Catalogue {
    /// Programs that would move a person forward from where they are, with reasons.
    ///
    /// - Returns: at most `limit`, best first, the first ten from several institutions. Fewer when the rest has nothing to do with the person,
    ///   but at least three, as far as the catalogue goes; empty only for an empty catalogue.
    package func recommendations(for situation: Situation, limit: Int = 10) -> [Recommendation] {
        guard limit > 0 else { return [] }
        let jobs = JobInterest.of(situation, catalogue: self)
        let asked = SearchWords(situation.text, language: situation.language, catalogue: self, asWritten: true)
        let matches = asked.words.isEmpty ? nil : WordMatches(asked.words, catalogue: self)
        // Many more than asked for: the full appraisal may order them anew, and the list shall not be one institution's.
        let considered = max(120, 6 * min(limit, programCount))
        let places = RelevanceColumns(jobs, matches: matches, catalogue: self)
            .best(considered, language: situation.language, catalogue: self)
        let words = PersonWords(asked, catalogue: self)
        let hours = places.map { segments[$0.segment].contents.hours[$0.ordinal] }.filter(\.isFinite).sorted()
        let medianHours = hours.isEmpty ? nil : hours[hours.count / 2]
        let appraisals = places.map {
            ProgramAppraisal($0, jobs: jobs, words: words, medianHours: medianHours, catalogue: self)
        }
        return DiverseSelection.choose(Self.related(appraisals, situation.language), limit: limit).map { appraisal, score in
            Recommendation(program: appraisal.program, score: score, reasons: appraisal.reasons)
        }
    }

    /// Those above the floor, best first; filled up to the least number shown.
    private static func related(_ appraisals: [ProgramAppraisal], _ language: Language) -> [ProgramAppraisal] {
        let ranked = appraisals.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            return TitleOrder(a.program, language: language) < TitleOrder(b.program, language: language)
        }
        let best = ranked.map(\.relevance).max() ?? 0
        let floor = max(RecommendationWeights.floor, RecommendationWeights.floorOfBest * best)
        let related = ranked.filter { $0.relevance >= floor }
        guard related.count < RecommendationWeights.leastShown else { return related }
        let others = ranked.filter { $0.relevance < floor }.sorted { $0.relevance > $1.relevance }
        return related + others.prefix(RecommendationWeights.leastShown - related.count)
    }
}
