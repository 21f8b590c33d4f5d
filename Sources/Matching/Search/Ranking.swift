import Domain

/// The key each program of the results is ordered by. Ties go by title, then id (`TitleOrder`).
struct Ranking {
    private let query: ProgramQuery
    private let catalogue: Catalogue
    private let offering: OfferingFilter?
    private let matches: WordMatches?

    init(_ query: ProgramQuery, _ offering: OfferingFilter?, _ matches: WordMatches?, _ catalogue: Catalogue) {
        self.query = query
        self.offering = offering
        self.matches = matches
        self.catalogue = catalogue
    }

    /// The best `limit` of `results` within a segment.
    /// - Parameter size: how many results there are.
    func best(_ results: Bitset, size: Int, segment index: Int, limit: Int) -> [BestFirst.Entry] {
        guard limit > 0, size > 0 else { return [] }
        let segment = catalogue.segments[index]
        switch query.sort {
        case .relevance:
            guard let matches else { return byStanding(results, size: size, segment, limit) }
            return byRelevance(results, size: size, segment, index, matches, limit)
        case .startDate, .price, .duration:
            var best = BestFirst(limit: limit, ranks: segment.titleRanks(query.language))
            let test = OfferingTest(offering, segment)
            results.forEach { ordinal in
                switch query.sort {
                case .startDate: best.offer(ordinal, key: -soonest(ordinal, test))
                case .price: best.offer(ordinal, key: -cheapest(ordinal, test))
                default: best.offer(ordinal, key: -segment.contents.hours[ordinal])
                }
            }
            return best.finish()
        }
    }

    private func byRelevance(
        _ results: Bitset, size: Int, _ segment: Segment, _ index: Int, _ matches: WordMatches, _ limit: Int
    ) -> [BestFirst.Entry] {
        var best = BestFirst(limit: limit, ranks: segment.titleRanks(query.language))
        let ordinals = results.ordinals(count: size)
        let scores = matches.scores(index, segment, of: ordinals)
        let standings = segment.day.standings[query.language.place]
        for (place, ordinal) in ordinals.enumerated() {
            best.offer(Int(ordinal), key: relevance(scores[place], Standing.factors[Int(standings[Int(ordinal)])]))
        }
        return best.finish()
    }

    /// Without words the programs stand in their order already: either it is followed until enough are found, or few results are looked at.
    private func byStanding(_ results: Bitset, size: Int, _ segment: Segment, _ limit: Int) -> [BestFirst.Entry] {
        let standings = segment.day.standings[query.language.place]
        let ranks = segment.titleRanks(query.language)
        let wanted = min(limit, size)
        guard size.multipliedReportingOverflow(by: size).partialValue > wanted * segment.count else {
            var best = BestFirst(limit: limit, ranks: ranks)
            results.forEach { best.offer($0, key: Double(Standing.factors[Int(standings[$0])])) }
            return best.finish()
        }
        var found: [BestFirst.Entry] = []
        found.reserveCapacity(wanted)
        for ordinal in segment.day.order[query.language.place] where results.contains(Int(ordinal)) {
            let key = Double(Standing.factors[Int(standings[Int(ordinal)])])
            found.append(.init(key: key, rank: ranks[Int(ordinal)], ordinal: ordinal))
            if found.count == wanted { break }
        }
        return found
    }

    /// 0 to 1. Programs with more of the words come before those with fewer; among equals the answer to the words counts, times the
    /// program's standing. Without words, its standing alone.
    func relevance(_ place: ProgramPlace) -> Double {
        let segment = catalogue.segments[place.segment]
        let standing = Standing.factors[Int(segment.day.standings[query.language.place][place.ordinal])]
        guard let matches else { return Double(standing) }
        return relevance(matches.scores(place.segment, segment, of: [UInt16(place.ordinal)])[0], standing)
    }

    @inline(__always)
    private func relevance(_ score: Float, _ standing: Float) -> Double {
        let whole = score.rounded(.down)
        return Double((whole + (score - whole) * standing) / Float((matches?.wordCount ?? 0) + 1))
    }

    /// Days to the first start among the offerings that pass the filters; programs without any come last.
    private func soonest(_ ordinal: Int, _ test: OfferingTest) -> Double {
        var days = Double.infinity
        for row in test.rows(of: ordinal) where test.passes(row) { days = min(days, Double(test.wait(row, from: catalogue.today))) }
        return days
    }

    /// The lowest price among the offerings that pass the filters; programs that state none come last.
    private func cheapest(_ ordinal: Int, _ test: OfferingTest) -> Double {
        var cents = Double.infinity
        for row in test.rows(of: ordinal) where test.cents(row) >= 0 && test.passes(row) { cents = min(cents, Double(test.cents(row))) }
        return cents
    }
}
