package import Domain

/// An occupation a person could move to from another one.
package struct RelatedOccupation: Hashable, Sendable {
    package let code: OccupationCode
    /// 0 to 1; comparable within one list.
    package let similarity: Double
    /// Skills it asks for at least one OaSIS level more of, the largest step first.
    package let missingSkills: [Skill.ID]
    /// Skills it asks much of that the first occupation asks nearly as much of, the highest level first.
    package let sharedSkills: [Skill.ID]

    package init(code: OccupationCode, similarity: Double, missingSkills: [Skill.ID], sharedSkills: [Skill.ID]) {
        self.code = code
        self.similarity = similarity
        self.missingSkills = missingSkills
        self.sharedSkills = sharedSkills
    }
}

extension Catalogue {
    /// Occupations most like one, by what their skill profiles have in common and by their place in the classification.
    /// - Returns: at most `limit`, best first; empty when nothing is known of the occupation.
    package func relatedOccupations(to code: OccupationCode, limit: Int) -> [RelatedOccupation] {
        let candidates = labourMarket.occupations.keys.filter { $0 != code }
        let ranked = candidates.map { (code: $0, similarity: similarity(code, $0)) }
            .filter { $0.similarity > 0 }
            .sorted { ($1.similarity, $0.code) < ($0.similarity, $1.code) }
        return ranked.prefix(max(0, limit)).map { related($0.code, to: code, similarity: $0.similarity) }
    }

    /// 0.7 of the skill profile and 0.3 of the classification: profiles alone put far-off jobs of like level side by side.
    func similarity(_ a: OccupationCode, _ b: OccupationCode) -> Double {
        let neighbourhood = Self.neighbourhood(a, b)
        return skillProfiles.similarity(a, b).map { 0.7 * $0 + 0.3 * neighbourhood } ?? 0.3 * neighbourhood
    }

    /// 1 within the minor group (four digits), 0.6 within the sub-major group (three), 0.2 within the broad category (one).
    private static func neighbourhood(_ a: OccupationCode, _ b: OccupationCode) -> Double {
        let common = zip(a.rawValue.utf8, b.rawValue.utf8).prefix { $0 == $1 }.count
        return common >= 4 ? 1 : common == 3 ? 0.6 : common >= 1 ? 0.2 : 0
    }

    private func related(_ target: OccupationCode, to code: OccupationCode, similarity: Double) -> RelatedOccupation {
        let own = Dictionary(uniqueKeysWithValues: skillProfiles.levels(of: code).map { ($0.skill, $0.level) })
        let wanted = own.isEmpty ? [] : skillProfiles.levels(of: target)
        let missing = wanted.filter { $0.level - (own[$0.skill] ?? 0) >= 1 }
            .sorted { ($1.level - own[$1.skill]!, $0.skill) < ($0.level - own[$0.skill]!, $1.skill) }
        // Level 3 of 5 and up: skills the job rests on.
        let shared = wanted.filter { $0.level >= 3 && $0.level - (own[$0.skill] ?? 0) < 1 }
            .sorted { ($1.level, $0.skill) < ($0.level, $1.skill) }
        return RelatedOccupation(
            code: target, similarity: similarity, missingSkills: missing.map(\.skill), sharedSkills: shared.map(\.skill))
    }
}
