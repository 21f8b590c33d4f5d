package import Domain

/// A skill or tool that a job asks for and a person does not have yet.
package struct SkillNeed: Hashable, Sendable {
    /// `.skill` or `.technology`.
    package let target: TagTarget
    /// 1 to 100: how much it matters, for comparing needs of one gap with each other.
    package let points: Int
    package let grounds: Grounds
    /// The broad category (first digit) of the job, when only programs for jobs of that category cover it: operating equipment is not the
    /// same on a ward and in a barn. `nil` when any program will do.
    package let field: String?

    /// How it is known that the job asks for it.
    package enum Grounds: Hashable, Sendable {
        /// OaSIS levels, 0 to 5. `has` is `nil` when the person's job is not known.
        case level(has: Double?, asks: Double)
        /// So many of the programs for the job teach it.
        case taught(programs: Int, of: Int)
        /// O*NET names it for the job.
        case listed
    }

    package init(_ target: TagTarget, points: Int, grounds: Grounds, field: String? = nil) {
        self.target = target
        self.points = points
        self.grounds = grounds
        self.field = field
    }

    /// A program for no job in particular is of every field.
    func isInField(_ program: Program) -> Bool {
        guard let field else { return true }
        let jobs = program.publicOccupations
        return jobs.isEmpty || jobs.contains { $0.rawValue.hasPrefix(field) }
    }
}

/// What lies between a person and a job.
package struct SkillGap: Hashable, Sendable {
    /// What the job asks for and the person has, what matters most first.
    package let shared: [TagTarget]
    /// What is missing, most points first; at most `limit`.
    package let needs: [SkillNeed]

    /// 8 + 3 + 4 at most: more than fifteen things nobody plans for, and they fit a word of 32 bits.
    static let taughtLimit = 8
    static let listedLimit = 3
    static let levelLimit = 4

    package init(shared: [TagTarget], needs: [SkillNeed]) {
        self.shared = shared
        self.needs = needs
    }
}
