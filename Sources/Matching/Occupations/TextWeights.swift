private import Foundation

/// How much each score counts for a program's text (docs/matching.md, "Program texts").
enum TextWeights {
    /// Without a model.
    static func lexical(_ name: TextScores.Name) -> Float {
        switch name {
        case .titleNearest: 0.5
        case .titleVote, .titleRoots, .titleDuties: 0.1
        case .titleWords: 0.2
        case .duties: 0.6
        case .words: 0.15
        case .titleCentroid, .titleLabel, .meanDuty, .meanTitles, .nearestDuty: 0
        }
    }

    /// With one: the study's, and a little of the words. Weights fitted to the English texts gain .01 to .02 on them, by trusting the
    /// title more; but those titles are known to the crosswalk the model was trained on, and a program's title is not.
    static func embedded(_ name: TextScores.Name) -> Float {
        switch name {
        case .titleCentroid, .meanDuty, .meanTitles, .nearestDuty: 1
        case .titleLabel: 0.5
        default: 0.3 * lexical(name)
        }
    }
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
