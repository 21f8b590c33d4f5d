/// What each lexical score says of each group, all 0...1. Parallel arrays over the groups.
struct LexicalScores: Sendable {
    /// The cosine of the nearest title.
    var nearest: [Float]
    /// The row that title is; -1 when no title shares a gram.
    var nearestRow: [Int32]
    /// What ranks: `nearest`, or the cosine of the label as it is written where no group has two labels in one language.
    var likeness: [Float]
    /// The share of the group in the sum of that cosine^6 over all titles.
    var vote: [Float]
    /// BM25 over the group's titles joined, over the highest of any group; then the same over their roots and over their head nouns.
    var titleWords: [Float]
    var titleRoots: [Float]
    var titleHeads: [Float]
    /// BM25 over the roots of its definition and duties, over the highest of any group.
    var dutyWords: [Float]
    /// 1 when the main part of one of its titles is what was asked.
    var isMainTitle: [Float]

    init(groups: Int) {
        let zeros = [Float](repeating: 0, count: groups)
        nearest = zeros
        nearestRow = Array(repeating: -1, count: groups)
        likeness = zeros
        vote = zeros
        titleWords = zeros
        titleRoots = zeros
        titleHeads = zeros
        dutyWords = zeros
        isMainTitle = zeros
    }

    /// - Parameters:
    ///   - cosines: of the stems, per row.
    ///   - written: of the labels as they are written, per row, when they are compared so.
    mutating func addTitles(_ cosines: [Float], written: [Float]?, rowStarts: [Int32]) {
        (nearest, nearestRow, vote) = Self.perGroup(cosines, rowStarts)
        likeness = nearest
        if let written { (likeness, _, vote) = Self.perGroup(written, rowStarts) }
    }

    private static func perGroup(_ cosines: [Float], _ rowStarts: [Int32]) -> (nearest: [Float], row: [Int32], vote: [Float]) {
        var nearest = [Float](repeating: 0, count: rowStarts.count - 1)
        var nearestRow = [Int32](repeating: -1, count: rowStarts.count - 1)
        var vote = nearest
        var total: Float = 0
        for group in 0..<nearest.count {
            var best: Float = 0
            var row: Int32 = -1
            var sum: Float = 0
            for place in Int(rowStarts[group])..<Int(rowStarts[group + 1]) {
                let cosine = cosines[place]
                let square = cosine * cosine
                sum += square * square * square
                if cosine > best {
                    best = cosine
                    row = Int32(place)
                }
            }
            nearest[group] = min(best, 1)
            nearestRow[group] = row
            vote[group] = sum
            total += sum
        }
        if total > 0 { for group in vote.indices { vote[group] /= total } }
        return (nearest, nearestRow, vote)
    }

    mutating func normalise() {
        Self.divideByMaximum(&titleWords)
        Self.divideByMaximum(&titleRoots)
        Self.divideByMaximum(&titleHeads)
        Self.divideByMaximum(&dutyWords)
    }

    static func divideByMaximum(_ scores: inout [Float]) {
        guard let highest = scores.max(), highest > 0 else { return }
        for place in scores.indices { scores[place] /= highest }
    }
}
