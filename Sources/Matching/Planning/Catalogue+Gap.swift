package import Domain

extension Catalogue {
    /// What a person lacks for a job, from three sources (docs/matching.md, "The gap"): OaSIS levels that are a whole level higher, skills that
    /// programs for the job teach, and tools O*NET names for it.
    ///
    /// - Parameters:
    ///   - origin: the job the person has or had; `nil` when only skills are known.
    ///   - held: skills and tools the person says they have, whatever the job.
    package func gap(from origin: OccupationCode?, holding held: Set<TagTarget> = [], to job: OccupationCode) -> SkillGap {
        gap(from: origin, bringing: held.union(origin.map(brought) ?? []), holding: held, to: job)
    }

    /// What somebody with a job can be taken to know: what many programs for it teach, and the tools O*NET names for it.
    package func brought(from origin: OccupationCode) -> Set<TagTarget> {
        Set(TaughtSkills(origin, catalogue: self).usual).union(
            (labourMarket.technologiesByOccupation[origin] ?? []).map { .technology($0) })
    }

    /// - Parameters:
    ///   - has: `brought(from:)` and what the person says they have.
    ///   - held: only the latter: it also makes up for a level.
    package func gap(
        from origin: OccupationCode?, bringing has: Set<TagTarget>, holding held: Set<TagTarget> = [], to job: OccupationCode
    ) -> SkillGap {
        let asked = TaughtSkills(job, catalogue: self).needs + listed(for: job)
        let levels = levels(from: origin, to: job)
        var shared: [TagTarget] = []
        var best: [TagTarget: SkillNeed] = [:]
        for need in asked {
            if has.contains(need.target) {
                if !shared.contains(need.target) { shared.append(need.target) }
            } else if best[need.target].map({ $0.points < need.points }) ?? true {
                best[need.target] = need
            }
        }
        // The portal's own skills and the published ones share some names: nobody needs the same thing twice.
        let names = Set(asked.compactMap { name($0.target) })
        for need in levels.missing where !held.contains(need.target) && name(need.target).map({ !names.contains($0) }) ?? true {
            if best[need.target].map({ $0.points < need.points }) ?? true { best[need.target] = need }
        }
        let needs = best.values.sorted { ($1.points, $0.target.code) < ($0.points, $1.target.code) }
        return SkillGap(shared: shared + levels.shared, needs: needs)
    }

    private func name(_ target: TagTarget) -> String? {
        if case .skill(let id) = target { labourMarket.skill(id)?.name.text(.en) } else { nil }
    }

    /// 20 of at most 40: a tool of nearly every job is no reason to train, and one of this job alone less than what its programs teach.
    private static let leastListed = 20
    private static let listedPoints = 40.0
    /// In the order of the source: the tools most often named.
    private static let listedConsidered = 40

    /// Tools O*NET names for the job, those of few jobs first.
    private func listed(for job: OccupationCode) -> [SkillNeed] {
        let all = labourMarket.technologiesByOccupation
        return (all[job] ?? []).prefix(Self.listedConsidered).map { id in
            let share = skillProfiles.distinctiveness(of: id, among: all.count)
            // A tool employers name often counts a third more than one they do not.
            let hot = labourMarket.technology(id)?.isHot == true ? 1 : 0.75
            return SkillNeed(.technology(id), points: Int((Self.listedPoints * share * hot).rounded()), grounds: .listed)
        }
        .filter { $0.points >= Self.leastListed }
        .sorted { ($1.points, $0.target.code) < ($0.points, $1.target.code) }
        .prefix(SkillGap.listedLimit).map(\.self)
    }

    /// 15 points a level, at most 60: broad skills grow at work as well, so they weigh less than what programs for the job teach.
    private static let pointsPerLevel = 15.0

    private func levels(from origin: OccupationCode?, to job: OccupationCode) -> (shared: [TagTarget], missing: [SkillNeed]) {
        guard let origin else {
            // Nothing is known of the person's level: what the job asks for well above the average job stands in.
            let asked = Dictionary(uniqueKeysWithValues: skillProfiles.levels(of: job).map { ($0.skill, $0.level) })
            let missing = skillProfiles.distinctive(of: job).filter { $0.excess >= 1 }
                .map { level(.skill($0.skill), of: job, gap: $0.excess, has: nil, asks: asked[$0.skill] ?? 0) }
            return ([], Array(missing.sorted { ($1.points, $0.target.code) < ($0.points, $1.target.code) }.prefix(SkillGap.levelLimit)))
        }
        let comparison = LevelComparison(from: origin, to: job, profiles: skillProfiles)
        let missing = comparison.missing.prefix(SkillGap.levelLimit)
            .map { level(.skill($0.skill), of: job, gap: $0.asks - $0.has, has: $0.has, asks: $0.asks) }
        return (comparison.shared.map { .skill($0.skill) }, missing)
    }

    private func level(_ target: TagTarget, of job: OccupationCode, gap: Double, has: Double?, asks: Double) -> SkillNeed {
        SkillNeed(
            target, points: Int(min(60, Self.pointsPerLevel * gap).rounded()), grounds: .level(has: has, asks: asks),
            field: String(job.rawValue.prefix(1)))
    }
}
