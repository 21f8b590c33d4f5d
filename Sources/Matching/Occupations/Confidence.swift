private import Foundation

/// How likely the best groups are right, as figures a person can rely on.
struct Confidence {
    /// Per group of `best`, in its order.
    let values: [Double]
    let isExact: Bool
    /// Good enough to act on without asking.
    let isConfident: Bool
    /// The first two are so close that the industry should be asked for.
    let isClose: Bool

    /// From this confidence the first match may be acted on.
    static let enough = 0.6
    /// The second is at least this share as likely as the first.
    private static let closeShare = 0.6

    init(sums: [Float], best: [Int], titles: LexicalScores, vectors: TitleVectors.Scores?) {
        let highest = best.first.map { Double(sums[$0]) } ?? 0
        let total = sums.reduce(0) { $0 + exp(Double($1) - highest) }
        var values: [Double] = []
        for group in best {
            let share = exp(Double(sums[group]) - highest) / total
            let value =
                if let vectors {
                    Self.embedded(share: share, nearest: Double(vectors.nearest[group]))
                } else {
                    Self.calibrated(share: share, nearest: Double(titles.nearest[group]))
                }
            values.append(min(value, values.last ?? 1))
        }
        self.values = values
        isExact = best.first.map { titles.nearest[$0] >= OccupationMatcher.exact } ?? false
        isConfident = values.first.map { $0 >= Self.enough } ?? false
        let secondIsExact = best.count > 1 && titles.nearest[best[1]] >= OccupationMatcher.exact
        isClose = values.count > 1 && isExact == secondIsExact && values[1] >= Self.closeShare * values[0]
    }

    /// The same with a model; `nearest` is then the cosine of the directions.
    static func embedded(share: Double, nearest: Double) -> Double {
        let share = min(max(share, 1e-6), 1 - 1e-6)
        return 1 / (1 + exp(4.25 - 0.48 * log(share / (1 - share)) - 4.81 * nearest))
    }

    /// Logistic regression on the development titles of whether a match was right.
    static func calibrated(share: Double, nearest: Double) -> Double {
        let share = min(max(share, 1e-6), 1 - 1e-6)
        return 1 / (1 + exp(-(intercept + shareWeight * log(share / (1 - share)) + nearestWeight * nearest)))
    }

    private static let intercept = -1.49
    private static let shareWeight = 0.64
    private static let nearestWeight = 1.86
}
