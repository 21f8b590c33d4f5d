/// How much each score counts. Fitted by conditional logistic regression on the development sets and rounded (docs/matching.md,
/// "Weights"); the figures beside a number say what it gained there.
struct MatchWeights: Sendable {
    let nearest: Float
    let vote: Float
    let titleWords: Float
    let titleRoots: Float
    let titleHeads: Float
    let dutyWords: Float
    let prior: Float
    let mainTitle: Float

    /// For a title. Against the five scores of the study: roots gained .005 hit@1 on reported titles and head nouns .01 on held-out ones.
    /// The prior of .5 lies between none, best when every occupation is asked for equally often, and .8, best when each is asked for as
    /// often as people work in it.
    static let title = MatchWeights(
        nearest: 3, vote: 1.5, titleWords: 2.4, titleRoots: 1.6, titleHeads: 0.7, dutyWords: 1.7, prior: 0.5, mainTitle: 1)
}

extension LexicalScores {
    /// The weighted sum for every group.
    /// - Parameter prior: standardised log employment; `nil` leaves it out.
    func combined(_ weights: MatchWeights, prior: [Float]?) -> [Float] {
        var sums = [Float](repeating: 0, count: nearest.count)
        for group in sums.indices {
            var sum = weights.nearest * likeness[group] + weights.vote * vote[group]
            sum += weights.titleWords * titleWords[group] + weights.titleRoots * titleRoots[group]
            sum += weights.titleHeads * titleHeads[group] + weights.dutyWords * dutyWords[group]
            sum += weights.mainTitle * isMainTitle[group]
            sums[group] = sum
        }
        if let prior { for group in sums.indices { sums[group] += weights.prior * prior[group] } }
        return sums
    }
}
