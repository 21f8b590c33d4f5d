import Domain

/// How well occupations suit what a person likes (O*NET's areas of interest) and is good at (OaSIS' skills).
struct Suitability {
    private let interests: [Interest]
    private let strengths: [Skill.ID]
    private let profiles: [OccupationCode: InterestProfile]
    private let skills: SkillProfiles

    init(interests: Set<Interest>, strengths: Set<Skill.ID>, catalogue: Catalogue) {
        self.interests = Interest.allCases.filter(interests.contains)
        self.strengths = strengths.sorted()
        profiles = catalogue.labourMarket.interests
        skills = catalogue.skillProfiles
    }

    var isKnown: Bool { !interests.isEmpty || !strengths.isEmpty }

    /// 0 to 1: the mean of what is known of interests and of strengths; 0.5 when neither is known of the occupation.
    func score(_ code: OccupationCode) -> Double {
        let parts = [interest(code), strength(code)].compactMap(\.self)
        return parts.isEmpty ? 0.5 : parts.reduce(0, +) / Double(parts.count)
    }

    /// What an occupation's likeness to another one is multiplied with: 1 without answers, 0.5 to 1.5 with them.
    func factor(_ code: OccupationCode) -> Double { isKnown ? 0.5 + score(code) : 1 }

    /// The answer that speaks most for the occupation.
    func aim(_ code: OccupationCode) -> Aim? {
        if let profile = profiles[code], let best = interests.max(by: { profile[$0] < profile[$1] }) { return .interest(best) }
        let excess = excess(code)
        return strengths.max { excess[$0] ?? 0 < excess[$1] ?? 0 }.map { .strength($0) } ?? interests.first.map { .interest($0) }
    }

    /// The chosen areas' mean level against that of the others.
    private func interest(_ code: OccupationCode) -> Double? {
        guard !interests.isEmpty, let profile = profiles[code] else { return nil }
        func mean(_ interests: [Interest]) -> Double {
            interests.isEmpty ? 4 : interests.reduce(0) { $0 + profile[$1] } / Double(interests.count)
        }
        let others = Interest.allCases.filter { !interests.contains($0) }
        // Levels run from 1 to 7: the difference from -6 to 6.
        return min(1, max(0, 0.5 + (mean(interests) - mean(others)) / 12))
    }

    /// How far the occupation asks for more of the chosen strengths than the average one: two levels more is all one can say.
    private func strength(_ code: OccupationCode) -> Double? {
        guard !strengths.isEmpty, !skills.levels(of: code).isEmpty else { return nil }
        let excess = excess(code)
        return strengths.reduce(0) { $0 + min(1, (excess[$1] ?? 0) / 2) } / Double(strengths.count)
    }

    private func excess(_ code: OccupationCode) -> [Skill.ID: Double] {
        Dictionary(skills.distinctive(of: code).map { ($0.skill, $0.excess) }, uniquingKeysWith: { first, _ in first })
    }
}
