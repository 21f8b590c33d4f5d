package import Domain

extension Catalogue {
    /// What programs cover of a posting: one by one, and a few together.
    ///
    /// - Parameters:
    ///   - needs: at most 32; what comes after is left out.
    ///   - occupation: of the posting: programs that prepare for it come first among those that cover as much, and are told even when they
    ///     cover nothing of it.
    package func coverage(
        of needs: [PostingNeed], for occupation: OccupationCode?, language: Language, limit: Int = 10
    ) -> PostingCoverage {
        let needs = Array(needs.prefix(32))
        var masks: [ProgramPlace: UInt32] = [:]
        var counts: [Int] = []
        for (bit, need) in needs.enumerated() {
            var teaching: Set<ProgramPlace> = []
            for target in need.targets {
                teaching.formUnion(places(with: target.kind == .technology ? .technology : .skill, target.code))
            }
            counts.append(teaching.count)
            for place in teaching { masks[place, default: 0] |= 1 << UInt32(bit) }
        }
        let prepared = Set(occupation.map { places(with: .occupation, $0.rawValue) } ?? [])
        let appraised = candidates(masks, needs, prepared).map { place in
            let program = program(at: place)
            return Appraised(
                program: program, mask: masks[place] ?? 0, prepares: prepared.contains(place),
                isNear: occupation.map { job in program.publicOccupations.contains { $0.rawValue.prefix(2) == job.rawValue.prefix(2) } }
                    ?? false,
                standing: Standing.of(program, language: language, today: today), canBegin: program.canBegin(on: today), needs: needs)
        }
        let ranked = appraised.sorted { ($1.score, $0.program.id) < ($0.score, $1.program.id) }
        let (steps, isProved) = set(ranked.filter { $0.canBegin && $0.mask != 0 }, needs)
        return PostingCoverage(
            needs: needs, programCounts: counts,
            ranked: ranked.prefix(limit).map {
                PostingCoverage.Program(
                    program: $0.program, covers: Self.places($0.mask), preparesFor: $0.prepares ? occupation : nil, canBegin: $0.canBegin)
            },
            set: steps, isProvedBest: isProved, programCount: Set(masks.keys).union(prepared).count)
    }

    private struct Appraised {
        let program: Program
        let mask: UInt32
        let prepares: Bool
        /// It is for occupations of the same field and level.
        let isNear: Bool
        let standing: Float
        let canBegin: Bool
        let needs: [PostingNeed]

        var points: Int { Catalogue.points(mask, needs) }
        /// 15: less than one thing that is required, more than one that is welcome. 3 orders those that cover as much.
        var score: Float { points == 0 && !prepares ? 0 : Float(points + (prepares ? 15 : isNear ? 3 : 0)) * standing }
    }

    /// Per need and for the occupation, those that teach most: what comes after is never among the first.
    private static let considered = 60

    private func candidates(_ masks: [ProgramPlace: UInt32], _ needs: [PostingNeed], _ prepared: Set<ProgramPlace>) -> Set<ProgramPlace> {
        var chosen: Set<ProgramPlace> = []
        func take(_ places: some Collection<ProgramPlace>) {
            let sorted = places.map { (place: $0, points: Self.points(masks[$0] ?? 0, needs) + (prepared.contains($0) ? 15 : 0)) }
                .sorted { a, b in (b.points, a.place.segment, a.place.ordinal) < (a.points, b.place.segment, b.place.ordinal) }
            chosen.formUnion(sorted.prefix(Self.considered).map(\.place))
        }
        for bit in needs.indices { take(masks.filter { $0.value >> UInt32(bit) & 1 == 1 }.keys) }
        take(prepared)
        return chosen
    }

    /// The planner's search, on a calendar of one day in which `setLimit` programs have room: as much as so many can cover, with as few as
    /// do, those that rank first where it makes no difference.
    private func set(_ candidates: [Appraised], _ needs: [PostingNeed]) -> (steps: [PostingCoverage.Step], isProved: Bool) {
        guard !candidates.isEmpty else { return ([], true) }
        let share = 100
        let options = candidates.enumerated().map { number, candidate in
            PlanProblem.Option(
                program: number, mask: candidate.mask, cost: number,
                job: PlanJob(start: nil, length: 1, load: share, isFunded: false))
        }
        let problem = PlanProblem(
            points: needs.map(\.role.points), options: options, earlier: options.map { _ in [] }, requires: options.map { _ in nil },
            limits: PlanProblem.Limits(budget: nil, firstDay: 0, lastDay: 0, load: share * PostingCoverage.setLimit))
        var search = PlanSearch(problem, .fewest, steps: Self.planSteps, figures: PlanFigures(problem))
        search.run()
        guard let best = search.best, best.placements.count > 1 else { return ([], search.isProved) }
        // The one that covers most first; each then says what it adds.
        let chosen = best.placements.map { candidates[options[$0.option].program] }
            .sorted { ($1.points, $0.program.id) < ($0.points, $1.program.id) }
        var covered: UInt32 = 0
        let steps = chosen.map { one in
            defer { covered |= one.mask }
            return PostingCoverage.Step(program: one.program, covers: Self.places(one.mask), adds: Self.places(one.mask & ~covered))
        }
        return (steps, search.isProved)
    }

    fileprivate static func points(_ mask: UInt32, _ needs: [PostingNeed]) -> Int {
        places(mask).reduce(0) { $0 + needs[$1].role.points }
    }

    private static func places(_ mask: UInt32) -> [Int] { (0..<32).filter { mask >> UInt32($0) & 1 == 1 } }
}

extension Program {
    fileprivate func canBegin(on today: CalendarDate) -> Bool { offerings.contains { $0.isUpcoming(on: today) } }
}
