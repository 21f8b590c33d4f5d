/// What each lexical score says of each group, all 0...1. Parallel arrays over the groups.
struct LexicalScores: Sendable {
    /// The cosine of the nearest title.
    var nearest: [Float]
    /// The row that title is; -1 when no title shares a gram.
    var nearestRow: [Int32]
    /// The share of the group in the sum of cosine^6 over all titles.
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
        vote = zeros
        titleWords = zeros
        titleRoots = zeros
        titleHeads = zeros
        dutyWords = zeros
        isMainTitle = zeros
    }

    /// - Parameter cosines: per row.
    mutating func addTitles(_ cosines: [Float], rowStarts: [Int32]) {
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
