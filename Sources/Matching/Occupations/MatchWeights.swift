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
    var centroid: Float = 0
    var vectorNearest: Float = 0
    var vectorVote: Float = 0

    /// For a title. Against the five scores of the study: roots gained .005 hit@1 on reported titles and head nouns .01 on held-out ones.
    /// The prior of .5 lies between none, best when every occupation is asked for equally often, and .8, best when each is asked for as
    /// often as people work in it.
    static let title = MatchWeights(
        nearest: 3, vote: 1.5, titleWords: 2.4, titleRoots: 1.6, titleHeads: 0.7, dutyWords: 1.7, prior: 0.5, mainTitle: 1)

    /// With a model. Fitted alone to the reported titles, whose crosswalk the model was trained on, the lexical scores count for nothing; to the
    /// held-out titles, they do. These stand between, nearer to the reported ones (docs/matching.md, "Weights").
    static let embedded = MatchWeights(
        nearest: 0.3, vote: 0.7, titleWords: 0.4, titleRoots: 0.2, titleHeads: 0.4, dutyWords: 0.5, prior: 0.5, mainTitle: 0.3,
        centroid: 7, vectorNearest: 5, vectorVote: 1)
}

extension LexicalScores {
    /// The weighted sum for every group.
    /// - Parameters:
    ///   - vectors: what the embedding says; `nil` without a model: then the lexical scores count as they do alone.
    ///   - prior: standardised log employment; `nil` leaves it out.
    func combined(_ vectors: TitleVectors.Scores?, prior: [Float]?) -> [Float] {
        let weights = vectors == nil ? MatchWeights.title : .embedded
        var sums = [Float](repeating: 0, count: nearest.count)
        for group in sums.indices {
            var sum = weights.nearest * likeness[group] + weights.vote * vote[group]
            sum += weights.titleWords * titleWords[group] + weights.titleRoots * titleRoots[group]
            sum += weights.titleHeads * titleHeads[group] + weights.dutyWords * dutyWords[group]
            sum += weights.mainTitle * isMainTitle[group]
            sums[group] = sum
        }
        if let vectors {
            for group in sums.indices {
                sums[group] += weights.centroid * vectors.centroid[group] + weights.vectorNearest * vectors.nearest[group]
                sums[group] += weights.vectorVote * vectors.vote[group]
            }
        }
        if let prior { for group in sums.indices { sums[group] += weights.prior * prior[group] } }
        return sums
    }
}
