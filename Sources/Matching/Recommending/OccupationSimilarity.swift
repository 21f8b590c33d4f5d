import Domain

extension Catalogue {
    /// How alike two occupations are, 0 to 1: 0.7 of the skill profile and 0.3 of the classification, because profiles alone put far-off
    /// jobs of like level side by side.
    func similarity(_ a: OccupationCode, _ b: OccupationCode) -> Double {
        let neighbourhood = Self.neighbourhood(a, b)
        return skillProfiles.similarity(a, b).map { 0.7 * $0 + 0.3 * neighbourhood } ?? 0.3 * neighbourhood
    }

    /// 1 within the minor group (four digits), 0.6 within the sub-major group (three), 0.2 within the broad category (one).
    private static func neighbourhood(_ a: OccupationCode, _ b: OccupationCode) -> Double {
        let common = zip(a.rawValue.utf8, b.rawValue.utf8).prefix { $0 == $1 }.count
        return common >= 4 ? 1 : common == 3 ? 0.6 : common >= 1 ? 0.2 : 0
    }
}
