package import Domain

extension Catalogue {
    /// One move, whether likely or not.
    package func careerMove(from origin: OccupationCode, to job: OccupationCode) -> CareerMove {
        let outlooks = labourMarket.outlook(origin).flatMap { old in labourMarket.outlook(job).map { $0.value.score - old.value.score } }
        return CareerMove(
            from: origin, to: job, similarity: similarity(origin, job), levels: levels(from: origin, to: job), outlookChange: outlooks,
            trainingSteps: origin.trainingRank - job.trainingRank, wageChange: wageChange(from: origin, to: job), hasTraining: canBegin(job)
        )
    }

    /// National medians of the same unit, so that an hourly wage is never compared with a yearly one.
    private func wageChange(from origin: OccupationCode, to job: OccupationCode) -> Double? {
        guard let old = labourMarket.wage(origin, near: nil)?.figure, let new = labourMarket.wage(job, near: nil)?.figure,
            old.unit == new.unit, let was = old.median?.cents, let becomes = new.median?.cents, was > 0
        else { return nil }
        return Double(becomes) / Double(was) - 1
    }

    /// The moves from an occupation worth looking at: alike enough or at least nearest, the most useful first.
    ///
    /// - Parameters:
    ///   - viable: only those one can make.
    ///   - desirable: only those that would be better than now.
    /// - Returns: at most `limit`; empty when no skill levels are known of the occupation.
    package func careerMoves(
        from origin: OccupationCode, viable: Bool = false, desirable: Bool = false, limit: Int
    ) -> [CareerMove] {
        guard limit > 0, !skillProfiles.levels(of: origin).isEmpty else { return [] }
        let nearest = labourMarket.occupations.keys.filter { $0 != origin }
            .map { (code: $0, similarity: similarity(origin, $0)) }
            .filter { $0.similarity > 0 }
            .sorted { ($1.similarity, $0.code) < ($0.similarity, $1.code) }
        let moves = nearest.enumerated()
            .filter { $0.offset < Self.leastMoves || $0.element.similarity >= CareerMove.leastSimilarity }
            .map { careerMove(from: origin, to: $0.element.code) }
        return moves.filter { (!viable || $0.isViable) && (!desirable || $0.isDesirable) && !$0.levels.core.isEmpty }
            .sorted { ($1.usefulness, $0.to) < ($0.usefulness, $1.to) }
            .prefix(limit).map(\.self)
    }

    /// The nearest occupations are looked at even where none is much alike.
    private static let leastMoves = 6

    private func canBegin(_ job: OccupationCode) -> Bool {
        places(with: .occupation, job.rawValue).contains { place in
            let program = program(at: place)
            return program.occupations.contains(job) && program.offerings.contains { $0.isUpcoming(on: today) }
        }
    }

    /// Programs that teach something of a gap by their approved tags.
    package struct Closing: Sendable {
        /// How many there are.
        package let count: Int
        /// Those that teach most of it and can be begun, with what they teach of it; best first.
        package let best: [(program: Program, teaches: [SkillNeed])]
    }

    package func programs(closing needs: [SkillNeed], limit: Int) -> Closing {
        let masks = NeedMasks(needs, catalogue: self)
        // Tags that are only inferred do not count: the best are looked at one by one.
        let ranked = masks.best(max(limit, Self.closingConsidered), .anything(self)).places.prefix(Self.closingConsidered).map { place in
            let program = program(at: place)
            let teaches = needs.chosen(by: needs.mask(of: program))
            let points = Float(teaches.reduce(0) { $0 + $1.points })
            return (program: program, teaches: teaches, score: points * Standing.of(program, language: .en, today: today))
        }
        .sorted { ($1.score, $0.program.id) < ($0.score, $1.program.id) }
        let best = ranked.filter { $0.score > 0 }.prefix(limit).map { (program: $0.program, teaches: $0.teaches) }
        return Closing(count: masks.count, best: best)
    }

    /// 12: those that come after have less of it.
    private static let closingConsidered = 12
}
