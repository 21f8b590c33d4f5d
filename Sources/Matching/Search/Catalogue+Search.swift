import Domain

extension Catalogue {
    /// Programs that answer a query, best first, with counts for every facet.
    ///
    /// A pure function: the same query on the same catalogue gives the same answer, and the pages of one query never repeat or lose a program.
    package func search(_ query: ProgramQuery) -> SearchResults {
        let asked = SearchWords(query.text, language: query.language, catalogue: self)
        let matches = asked.words.isEmpty ? nil : WordMatches(asked.words, catalogue: self)
        let filter = ProgramFilter(query, dictionary: dictionary, labourMarket: labourMarket)
        let ranking = Ranking(query, filter.offering, matches, self)
        var counts = FacetCounts(dictionary, choices: filter.choices)
        let first = max(0, query.offset)
        let wanted = query.limit > 0 ? first.addingReportingOverflow(query.limit) : (partialValue: 0, overflow: false)
        let limit = min(wanted.overflow ? .max : wanted.partialValue, programCount)

        var total = 0
        var best: [[BestFirst.Entry]] = []
        for (index, segment) in segments.enumerated() {
            let results = filter.apply(to: matches?.programs[index] ?? segment.live, of: segment, counts: &counts)
            let size = results.count
            total += size
            best.append(ranking.best(results, size: size, segment: index, limit: limit))
        }
        let hits = BestOfSegments(best, language: query.language, catalogue: self).first(limit).dropFirst(first).map { place in
            SearchResults.Hit(
                program: program(at: place), score: ranking.relevance(place),
                matchedOtherLanguage: matches?.isOtherLanguage(place, segments[place.segment], query.language) ?? false)
        }
        var facets: [FacetName: [FacetValue]] = [:]
        var valueCounts: [FacetName: Int] = [:]
        for facet in FacetName.allCases {
            (facets[facet], valueCounts[facet]) = counts.values(
                of: facet, chosen: query.filters[facet] ?? [], limit: query.facetLimit)
        }
        return SearchResults(
            total: total, hits: Array(hits), facets: facets, valueCounts: valueCounts, correctedText: asked.correctedText)
    }

    /// Every value of one facet, as `SearchResults.facets` would have it without a limit.
    package func values(of facet: FacetName, for query: ProgramQuery) -> [FacetValue] {
        var query = query
        query.limit = 0
        query.facetLimit = .max
        return search(query).facets[facet] ?? []
    }
}
