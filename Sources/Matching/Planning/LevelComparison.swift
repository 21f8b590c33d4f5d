package import Domain

/// The OaSIS skill levels of two jobs side by side, 0 to 5.
package struct LevelComparison: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let skill: Skill.ID
        package let has: Double
        package let asks: Double
    }

    /// What the job rests on: its ten highest levels from 2 up, the highest first.
    package let core: [Line]
    /// Of the core, what the first job asks less than one level less of.
    package let shared: [Line]
    /// What the job asks at least one level more of, whether core or not, the largest step first.
    package let missing: [Line]

    private static let coreSize = 10
    private static let coreLevel = 2.0

    /// Empty when either job has no levels.
    init(from origin: OccupationCode, to job: OccupationCode, profiles: SkillProfiles) {
        // Both come in the same order of skills.
        let lines = zip(profiles.levels(of: origin), profiles.levels(of: job)).map { Line(skill: $1.skill, has: $0.level, asks: $1.level) }
        core = Array(lines.filter { $0.asks >= Self.coreLevel }.sorted { ($1.asks, $0.skill) < ($0.asks, $1.skill) }.prefix(Self.coreSize))
        shared = core.filter { $0.asks - $0.has < 1 }
        missing = lines.filter { $0.asks - $0.has >= 1 }
            .sorted { ($1.asks - $1.has, $0.skill) < ($0.asks - $0.has, $1.skill) }
    }
}

extension Catalogue {
    package func levels(from origin: OccupationCode, to job: OccupationCode) -> LevelComparison {
        LevelComparison(from: origin, to: job, profiles: skillProfiles)
    }
}
