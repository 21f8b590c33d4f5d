import Domain

/// The filters of a query, read against the catalogue's facet values: the one predicate behind results and counts.
///
/// A program passes when it carries one of the chosen values of every chosen facet. What concerns offerings (delivery, language, price,
/// start, region, maximum price, distance) must hold for one and the same upcoming offering: a person takes one offering, not a mixture.
struct ProgramFilter {
    /// Chosen values, by facet, of facets that concern the program as a whole. A value no program carries has no number.
    let choices: [(facet: FacetName, values: [Int32])]
    /// `nil` when nothing is asked of offerings: programs without upcoming ones then pass too.
    let offering: OfferingFilter?
    private let dictionary: FacetDictionary

    init(_ query: ProgramQuery, dictionary: FacetDictionary, labourMarket: LabourMarketInformation) {
        choices = FacetName.allCases.filter { !$0.isOfOfferings }.compactMap { facet in
            guard let chosen = query.filters[facet], !chosen.isEmpty else { return nil }
            return (facet, chosen.compactMap { dictionary.ordinal(facet, $0) }.sorted())
        }
        offering = OfferingFilter(query, dictionary: dictionary, labourMarket: labourMarket)
        self.dictionary = dictionary
    }

    /// Applies the filter to candidates of a segment, and counts.
    func apply(to candidates: Bitset, of segment: Segment, counts: inout FacetCounts) -> Bitset {
        let chosen = choices.map { choice in
            var set = Bitset(capacity: segment.count)
            for value in choice.values { segment.programs(with: value, choice.facet)?.insert(into: &set) }
            return set
        }
        var results = chosen.reduce(candidates) { $0.intersection($1) }
        // What one would have without the choice in one facet: what that facet's own counts are about.
        var without = chosen.indices.map { left in
            chosen.indices.reduce(candidates) { $1 == left ? $0 : $0.intersection(chosen[$1]) }
        }
        if let offering {
            let wider = without.reduce(results) {
                var union = $0
                union.formUnion($1)
                return union
            }
            let passing = offering.apply(to: wider, counting: results, of: segment, dictionary, counts: &counts.main)
            results.formIntersection(passing)
            for index in without.indices { without[index].formIntersection(passing) }
        } else {
            segment.day.count(results, size: results.count, into: &counts.main)
        }
        counts.count(results, size: results.count, segment)
        for (choice, set) in zip(choices, without) { counts.count(choice.facet, set, segment) }
        return results
    }
}
