import Domain

/// What the programs for a job teach, by their approved tags: what employers and institutions agree that the job takes.
struct TaughtSkills {
    /// Most points first.
    let needs: [SkillNeed]
    /// What so many of the programs teach that whoever has the job can be taken to know it.
    let usual: [TagTarget]

    /// Programs looked at: more do not change the shares.
    private static let programLimit = 150
    /// 30 points: one program in eleven. Below that it is one course's own idea.
    private static let leastPoints = 30
    /// A quarter of the programs.
    private static let usualShare = 0.25

    init(_ job: OccupationCode, catalogue: Catalogue) {
        var counts: [TagTarget: Int] = [:]
        var programs = 0
        for place in catalogue.places(with: .occupation, job.rawValue).prefix(Self.programLimit) {
            let program = catalogue.program(at: place)
            guard program.occupations.contains(job) else { continue }
            programs += 1
            for target in program.taught { counts[target, default: 0] += 1 }
        }
        // One program alone is a weak witness: the share is taken of at least two.
        let total = Double(max(2, programs))
        let ranked = counts.map { target, count in
            // The square root, so that what a quarter of the programs teach counts half.
            SkillNeed(
                target, points: Int((100 * (Double(count) / total).squareRoot()).rounded()), grounds: .taught(programs: count, of: programs)
            )
        }.sorted { ($1.points, $0.target.code) < ($0.points, $1.target.code) }
        needs = Array(ranked.filter { $0.points >= Self.leastPoints }.prefix(SkillGap.taughtLimit))
        usual = counts.filter { Double($0.value) / total >= Self.usualShare }.map(\.key)
    }
}

extension Program {
    /// Skills and technologies it teaches by approved tags, each once.
    var taught: Set<TagTarget> { Set(skills.map { .skill($0) } + technologies.map { .technology($0) }) }
}
