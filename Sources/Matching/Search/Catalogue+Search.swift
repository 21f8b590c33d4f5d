import Domain

extension Catalogue {
    /// Programs that answer a query, best first, with counts for every facet.
    ///
    /// A pure function: the same query on the same catalogue gives the same answer, and the pages of one query never repeat or lose a program.
    package func search(_ query: ProgramQuery) -> SearchResults {
        let asked = SearchWords(query.text, language: query.language, catalogue: self)
        let matches = asked.words.isEmpty ? nil : WordMatches(asked.words, catalogue: self)
        let filter = ProgramFilter(query, dictionary: dictionary, labourMarket: labourMarket)
        let ranking = Ranking(query, filter.offering, wordCount: asked.words.count)
        var counts = FacetCounts(dictionary, choices: filter.choices)
        let first = max(0, query.offset)
        let wanted = query.limit > 0 ? first.addingReportingOverflow(query.limit) : (partialValue: 0, overflow: false)
        let limit = min(wanted.overflow ? .max : wanted.partialValue, programCount)

        var total = 0
        var ranked: [(place: ProgramPlace, key: Double, score: Double)] = []
        for (index, segment) in segments.enumerated() {
            let results = filter.apply(to: matches?.programs[index] ?? segment.live, of: segment, counts: &counts)
            total += results.count
            let scores = matches?.scores(index, segment, within: results)
            for entry in ranking.best(results, of: segment, scores: scores, limit: limit) {
                let ordinal = Int(entry.ordinal)
                ranked.append(
                    (ProgramPlace(segment: index, ordinal: ordinal), entry.key, ranking.relevance(ordinal, segment, scores)))
            }
        }
        if segments.count > 1 {
            ranked = merged(ranked, language: query.language)
        }
        let hits = ranked.prefix(limit).dropFirst(first).map { place, _, score in
            SearchResults.Hit(
                program: program(at: place), score: score,
                matchedOtherLanguage: matches?.isOtherLanguage(place, segments[place.segment], query.language) ?? false)
        }
        return SearchResults(
            total: total, hits: Array(hits), facets: counts.facets(chosen: query.filters), correctedText: asked.correctedText)
    }

    /// The lists of several segments as one: ranks compare within a segment only, so ties are broken by the titles themselves.
    private func merged(
        _ ranked: [(place: ProgramPlace, key: Double, score: Double)], language: Language
    ) -> [(place: ProgramPlace, key: Double, score: Double)] {
        ranked.sorted { a, b in
            if a.key != b.key { return a.key > b.key }
            return TitleOrder(program(at: a.place), language: language) < TitleOrder(program(at: b.place), language: language)
        }
    }
}
