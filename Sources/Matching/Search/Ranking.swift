import Domain

/// The key each program of the results is ordered by. Ties go by title, then id (`TitleOrder`).
struct Ranking {
    private let query: ProgramQuery
    private let offering: OfferingFilter?
    private let wordCount: Int

    init(_ query: ProgramQuery, _ offering: OfferingFilter?, wordCount: Int) {
        self.wordCount = wordCount
        self.query = query
        self.offering = offering
    }

    /// The best `limit` of `results` within a segment.
    /// - Parameter scores: how well each program answers the words; `nil` without words.
    func best(_ results: Bitset, of segment: Segment, scores: [Float]?, limit: Int) -> [BestFirst.Entry] {
        guard limit > 0 else { return [] }
        let ranks = segment.titleRanks(query.language)
        let near = offering?.nearAreas(segment.offerings)
        var best = BestFirst(limit: limit)
        results.forEach { ordinal in
            let key =
                switch query.sort {
                case .relevance: relevance(ordinal, segment, scores)
                case .startDate: -soonest(ordinal, segment, near)
                case .price: -cheapest(ordinal, segment, near)
                case .duration: -(segment.program(ordinal).hours ?? .infinity)
                }
            best.offer(.init(key: key, rank: ranks[ordinal], ordinal: Int32(ordinal)))
        }
        return best.finish()
    }

    /// 0 to 1. Programs with more of the words come before those with fewer; among equals the answer to the words counts, times the
    /// program's standing. Without words, its standing alone.
    func relevance(_ ordinal: Int, _ segment: Segment, _ scores: [Float]?) -> Double {
        let standing = segment.offerings.standing[query.language == .en ? 0 : 1][ordinal]
        guard let score = scores?[ordinal] else { return Double(standing) }
        let whole = score.rounded(.down)
        return Double((whole + (score - whole) * standing) / Float(wordCount + 1))
    }

    /// Days to the first start among the offerings that pass the filters; programs without any come last.
    private func soonest(_ ordinal: Int, _ segment: Segment, _ near: [Bool]?) -> Double {
        var days = Double.infinity
        for row in segment.offerings.rows(of: ordinal) where offering?.failures(of: row, nearAreas: near) ?? 0 == 0 {
            days = min(days, Double(row.wait))
        }
        return days
    }

    /// The lowest price among the offerings that pass the filters; programs that state none come last.
    private func cheapest(_ ordinal: Int, _ segment: Segment, _ near: [Bool]?) -> Double {
        var cents = Double.infinity
        for row in segment.offerings.rows(of: ordinal) where row.cents >= 0 && offering?.failures(of: row, nearAreas: near) ?? 0 == 0 {
            cents = min(cents, Double(row.cents))
        }
        return cents
    }
}
