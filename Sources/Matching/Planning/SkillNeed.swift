package import Domain

/// A skill or tool that a job asks for and a person does not have yet.
package struct SkillNeed: Hashable, Sendable {
    /// `.skill` or `.technology`.
    package let target: TagTarget
    /// 1 to 100: how much it matters, for comparing needs of one gap with each other.
    package let points: Int
    package let grounds: Grounds

    /// How it is known that the job asks for it.
    package enum Grounds: Hashable, Sendable {
        /// OaSIS levels, 0 to 5. `has` is `nil` when the person's job is not known.
        case level(has: Double?, asks: Double)
        /// So many of the programs for the job teach it.
        case taught(programs: Int, of: Int)
        /// O*NET names it for the job.
        case listed
    }

    package init(_ target: TagTarget, points: Int, grounds: Grounds) {
        self.target = target
        self.points = points
        self.grounds = grounds
    }
}

/// What lies between a person and a job.
package struct SkillGap: Hashable, Sendable {
    /// What the job asks for and the person has, what matters most first.
    package let shared: [TagTarget]
    /// What is missing, most points first; at most `limit`.
    package let needs: [SkillNeed]

    /// 10 + 6 + 6 at most: fits a word of 32 bits.
    static let taughtLimit = 10
    static let listedLimit = 6
    static let levelLimit = 6

    package init(shared: [TagTarget], needs: [SkillNeed]) {
        self.shared = shared
        self.needs = needs
    }
}
