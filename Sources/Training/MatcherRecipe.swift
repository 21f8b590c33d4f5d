/// How a model is trained. The numbers are those of the study unless a comment says otherwise (docs/matching.md, "The embedding").
package struct MatcherRecipe: Sendable {
    /// Counts up when a change makes another model of the same data and seed.
    package static let version = 1

    package var dimensions = 64
    package var rows = 1 << 16
    package var steps = 3_000
    package var warmUp = 100
    /// Pairs a step; a multiple of 64.
    package var pairs = 1_024
    package var temperature: Float = 0.07
    package var learningRate: Float = 4e-3
    /// What is left of it at the end.
    package var lastShare: Float = 0.02
    package var wordDropout: Float = 0.1
    package var featureDropout: Float = 0.15
    package var start: Float = 0.1
    package var seed: UInt64 = 1

    package init() {}
}
