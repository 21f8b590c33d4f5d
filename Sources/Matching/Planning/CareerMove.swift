package import Domain

/// A move from one occupation to another, with what speaks for and against it. The words are defined in docs/matching.md, "Career moves".
package struct CareerMove: Hashable, Sendable {
    package let from: OccupationCode
    package let to: OccupationCode
    /// 0 to 1.
    package let similarity: Double
    package let levels: LevelComparison
    /// Steps of the published outlook, -4 to 4; `nil` when one of the two has none.
    package let outlookChange: Int?
    /// Steps of formal training more (positive) or less than now, -4 to 4.
    package let trainingSteps: Int
    /// The new job's usual hourly wage over the old one's, less one; `nil` when one of the two has none.
    package let wageChange: Double?
    /// A program made for the occupation can be begun.
    package let hasTraining: Bool

    /// 2/3: whoever has two of three of the skills a job rests on is nearer to it than to none.
    package static let sharedShare = 2.0 / 3
    package static let missingLimit = 5
    package static let trainingStepLimit = 1
    package static let leastSimilarity = 0.45
    /// 5%: less is within what two regions or two years differ by.
    package static let wageStep = 0.05

    /// Enough skills in common, few missing, at most one step more of formal training, and a program to begin with.
    package var isViable: Bool {
        similarity >= Self.leastSimilarity && !levels.core.isEmpty
            && Double(levels.shared.count) >= Self.sharedShare * Double(levels.core.count)
            && levels.missing.count <= Self.missingLimit && trainingSteps <= Self.trainingStepLimit && hasTraining
    }

    /// Better than now in outlook, in level of training or in wage, and worse in neither outlook nor wage.
    package var isDesirable: Bool {
        let outlook = outlookChange ?? 0
        let wage = wageChange ?? 0
        guard outlook >= 0, wage > -Self.wageStep else { return false }
        return outlook > 0 || trainingSteps > 0 || wage >= Self.wageStep
    }

    /// What orders moves: likeness first, then whether one can and would want to, then by how much the outlook differs.
    package var usefulness: Double {
        similarity + (isViable ? 0.15 : 0) + (isDesirable ? 0.15 : 0) + 0.05 * Double(min(2, max(-2, outlookChange ?? 0)))
    }
}

extension OccupationCode {
    /// Steps of formal training below a university degree: 1 for TEER 0 and 1, 5 for TEER 5. Managers (TEER 0) come from any of the others,
    /// but mostly from those with a degree.
    var trainingRank: Int { max(1, teer) }
}
