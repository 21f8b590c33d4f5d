private import Foundation

/// How much each score counts for a program's text (docs/matching.md, "Program texts").
enum TextWeights {
    /// In the order of `OccupationTextMatcher.features`: of the title its nearest title, vote, title words, title roots and duty words;
    /// of the description its duty words and title words.
    static let all: [Float] = [0.5, 0.1, 0.2, 0.1, 0.1, 0.6, 0.15]
}

/// How likely a match of a text is right.
struct TextConfidence {
    /// Per group of `best`, in its order.
    let values: [Double]

    init(sums: [Float], best: [Int32]) {
        let highest = best.first.map { Double(sums[Int($0)]) } ?? 0
        let total = sums.reduce(0) { $0 + exp(Double($1) - highest) }
        values = best.map { group in
            let share = min(max(exp(Double(sums[Int(group)]) - highest) / total, 1e-6), 1 - 1e-6)
            return 1 / (1 + exp(-(Self.intercept + Self.shareWeight * log(share / (1 - share)))))
        }
    }

    private static let intercept = -0.30
    private static let shareWeight = 0.41
}
