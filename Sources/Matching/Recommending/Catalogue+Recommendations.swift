import Domain

extension Catalogue {
    /// Programs that would move a person forward from where they are, with reasons.
    ///
    /// - Returns: at most `limit`, best first, the first ten from several institutions. Fewer when the rest has nothing to do with the person,
    ///   but at least three, as far as the catalogue goes; empty only for an empty catalogue.
    package func recommendations(for situation: Situation, limit: Int = 10) -> [Recommendation] {
        recommend(for: situation, limit: limit).recommendations
    }

    /// The same with what the person's own limits set aside: among the programs closest to them, each counted once.
    package func recommend(for situation: Situation, limit: Int = 10) -> RecommendationList {
        guard limit > 0 else { return RecommendationList(recommendations: []) }
        let jobs = JobInterest.of(situation, catalogue: self)
        let asked = SearchWords(situation.text, language: situation.language, catalogue: self)
        let matches = asked.words.isEmpty ? nil : WordMatches(asked.words, catalogue: self)
        let person = PersonalFit(situation, catalogue: self)
        let columns = RelevanceColumns(jobs, matches: matches, person: person, catalogue: self)
        let (places, setAside) = places(columns, person, limit: limit)
        let words = PersonWords(asked, catalogue: self)
        let hours = places.map { segments[$0.segment].contents.hours[$0.ordinal] }.filter(\.isFinite).sorted()
        let medianHours = hours.isEmpty ? nil : hours[hours.count / 2]
        let appraisals = places.map {
            ProgramAppraisal($0, jobs: jobs, words: words, medianHours: medianHours, person: person, catalogue: self)
        }
        let chosen = DiverseSelection.choose(Self.related(appraisals, situation.language), limit: limit)
        return RecommendationList(
            recommendations: chosen.map { Recommendation(program: $0.program, score: $1, reasons: $0.reasons) }, setAside: setAside)
    }

    /// The most related programs the person could take, and how many others among those looked at they could not. Looks further while
    /// limits leave too few, and no further than it takes.
    private func places(_ columns: RelevanceColumns, _ person: PersonalFit, limit: Int) -> ([ProgramPlace], SetAside) {
        // Many more than asked for: the full appraisal may order them anew, and the list shall not be one institution's.
        var considered = max(120, 6 * min(limit, programCount))
        while true {
            let places = columns.best(considered, language: person.language, catalogue: self)
            guard person.hasLimits else { return (places, SetAside()) }
            var setAside = SetAside()
            // What would not have been shown anyway is not said to be set aside.
            let best = places.first.map { columns.relevance(at: $0) } ?? 0
            let floor = max(RecommendationWeights.floor, RecommendationWeights.floorOfBest * best)
            let allowed = places.filter { place in
                let program = program(at: place)
                if person.constraints.allow(program, on: today, labourMarket) { return true }
                if columns.relevance(at: place) >= floor { setAside.add(program, person.constraints, on: today, labourMarket) }
                return false
            }
            if allowed.count >= 2 * limit || places.count >= min(programCount, Self.mostConsidered) { return (allowed, setAside) }
            considered *= 4
        }
    }

    /// 8,000: looked through in a few milliseconds; who finds nothing there is told to relax a limit.
    private static let mostConsidered = 8_000

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
