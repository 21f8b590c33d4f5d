/// How much the scores with and of the industry count beside those of the title (docs/matching.md, "Industry").
/// Half of what fits held-out titles best, whose qualifiers were written to tell groups apart; an employer's industry was not.
enum IndustryWeights {
    static let both: Float = 0.9
    static let alone: Float = 0.7
}
