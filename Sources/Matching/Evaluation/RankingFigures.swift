/// How well a ranking does on a set: the share of questions with a right answer among the first 1, 5 and 10, and the mean reciprocal rank.
package struct RankingFigures: Hashable, Sendable {
    package let count: Int
    package let first: Double
    package let five: Double
    package let ten: Double
    package let reciprocalRank: Double

    /// - Parameter places: of the first right answer of each question; `nil` when there is none.
    init(places: [Place?]) {
        count = places.count
        let size = Double(max(count, 1))
        func share(_ limit: Double) -> Double { Double(places.count { $0.map { $0.rank <= limit } ?? false }) / size }
        first = share(1)
        five = share(5)
        ten = share(10)
        reciprocalRank = places.reduce(0) { $0 + ($1?.reciprocal ?? 0) } / size
    }

    /// Where the first right answer stands. Answers that score the same stand in random order: both figures are averages over it.
    struct Place: Hashable {
        /// From 1.
        let rank: Double
        let reciprocal: Double

        init(rank: Int) {
            self.rank = Double(rank)
            reciprocal = 1 / Double(rank)
        }

        /// `nil` when no answer is right.
        init?(_ scores: [Float], isRight: (Int) -> Bool) {
            var best = -Float.infinity
            for place in scores.indices where isRight(place) { best = max(best, scores[place]) }
            guard best > -Float.infinity else { return nil }
            var above = 0
            var tied = 0
            var right = 0
            for place in scores.indices {
                if scores[place] > best {
                    above += 1
                } else if scores[place] == best {
                    tied += 1
                    if isRight(place) { right += 1 }
                }
            }
            rank = Double(above) + Double(tied + 1) / Double(right + 1)
            // The chance that the first `k - 1` of the tied are all wrong and the next is right, over the rank it then has.
            var reciprocal = 0.0
            var allWrong = 1.0
            for k in 0...(tied - right) {
                let left = Double(tied - k)
                reciprocal += allWrong * Double(right) / left / Double(above + k + 1)
                allWrong *= (left - Double(right)) / left
            }
            self.reciprocal = reciprocal
        }
    }
}
