import Domain

/// A person's own answers, looked up once, to be held against each program.
struct PersonalFit {
    /// Skills they want, by their numbers in the catalogue. A skill no program teaches has none.
    let wanted: [Int32: Skill.ID]
    /// Numbers of skills they have and do not want more of.
    let held: Set<Int32>
    let constraints: Constraints
    let language: Language
    private let hoursPerWeek: Double?
    private let startWithinDays: Int?

    var hasLimits: Bool { !constraints.active.isEmpty }

    init(_ situation: Situation, catalogue: Catalogue) {
        var wanted: [Int32: Skill.ID] = [:]
        for id in situation.wantedSkills {
            if let value = catalogue.dictionary.ordinal(.skill, id.rawValue) { wanted[value] = id }
        }
        self.wanted = wanted
        held = Set(situation.heldSkills.compactMap { catalogue.dictionary.ordinal(.skill, $0.rawValue) }).subtracting(wanted.keys)
        constraints = situation.constraints
        language = situation.language
        hoursPerWeek = situation.hoursPerWeek
        startWithinDays = situation.startWithinDays
    }

    /// What teaching so many of the wanted skills adds. One more never adds less than nothing, whatever else is wanted.
    static func wantedWeight(_ count: Int) -> Double {
        var rest = 1.0
        for _ in 0..<min(count, 30) { rest /= 2 }
        return RecommendationWeights.wantedSkills * (1 - rest)
    }

    func wantedSkills(at place: ProgramPlace, _ catalogue: Catalogue) -> [Reason] {
        guard !wanted.isEmpty else { return [] }
        let taught = catalogue.segments[place.segment].facets.values(of: place.ordinal).compactMap { wanted[$0] }.sorted()
        guard !taught.isEmpty else { return [] }
        return [Reason(.teachesWantedSkills(taught), value: Double(taught.count), weight: Self.wantedWeight(taught.count))]
    }

    /// Reasons of money, way, place, time and schooling, and what is taken off the score.
    func practical(_ program: Program, at place: ProgramPlace, _ catalogue: Catalogue) -> (reasons: [Reason], penalty: Double) {
        var reasons: [Reason] = []
        var penalty = novelty(at: place, catalogue)
        let upcoming = program.upcomingOfferings(on: catalogue.today)
        limits(program, upcoming, catalogue, &reasons)
        if let hoursPerWeek, let hours = program.hours, let weeks = program.weeks, weeks > 0 {
            if hours / weeks <= hoursPerWeek {
                reasons.append(Reason(.fitsHours, value: hours / weeks, weight: RecommendationWeights.fitsHours))
            } else {
                penalty += RecommendationWeights.fitsHours
            }
        }
        if let startWithinDays, let first = upcoming.first {
            let days = first.start.map { $0.days(since: catalogue.today) } ?? 0
            if days <= startWithinDays {
                reasons.append(Reason(.startsInTime, value: Double(days), weight: RecommendationWeights.startsInTime))
            } else {
                penalty += RecommendationWeights.startsInTime
            }
        }
        return (reasons, penalty)
    }

    /// What is taken off because the person can do it already.
    private func novelty(at place: ProgramPlace, _ catalogue: Catalogue) -> Double {
        guard !held.isEmpty else { return 0 }
        let skills = catalogue.segments[place.segment].facets.values(of: place.ordinal).filter {
            catalogue.dictionary.facets[Int($0)] == .skill
        }
        guard !skills.isEmpty else { return 0 }
        return RecommendationWeights.nothingNew * Double(skills.count { held.contains($0) }) / Double(skills.count)
    }

    private func limits(_ program: Program, _ upcoming: [Offering], _ catalogue: Catalogue, _ reasons: inout [Reason]) {
        let possible = upcoming.filter { constraints.deliveries.isEmpty || constraints.deliveries.contains($0.delivery) }
        if let budget = constraints.budget, let price = possible.compactMap(\.price).min(), price <= budget, price > .free {
            reasons.append(Reason(.withinBudget(budget), value: Double(price.cents) / 100, weight: RecommendationWeights.withinBudget))
        }
        if !constraints.deliveries.isEmpty, let first = possible.first {
            reasons.append(Reason(.fitsDelivery(first.delivery), value: 1, weight: RecommendationWeights.fitsDelivery))
        }
        if let near = constraints.near,
            let nearest = possible.compactMap({ constraints.distance(to: $0, catalogue.labourMarket) }).min(), nearest <= near.kilometres
        {
            reasons.append(Reason(.near, value: nearest, weight: RecommendationWeights.near))
        }
        let required = program.priorEducation
        if !constraints.education.isEmpty, required != .none, required != .workExperience, required.isMet(by: constraints.education) {
            reasons.append(Reason(.meetsEducation(required), value: 1, weight: RecommendationWeights.meetsEducation))
        }
    }
}
