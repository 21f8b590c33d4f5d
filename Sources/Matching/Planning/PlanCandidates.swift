import Domain

/// The programs a plan can be made of, read from the catalogue for one request.
struct PlanCandidates {
    let programs: [Program]
    /// Every way of taking them that suits the person's way, place and language, whatever it costs and whenever it is.
    let suitable: [PlanOffering]
    /// Of `suitable`, those that fit the limits when taken alone and that no other one replaces: the options of `problem`.
    let offerings: [PlanOffering]
    let problem: PlanProblem
    /// Needs that any program teaches, whatever its field; and those that one covers.
    let taught: UInt32
    let offered: UInt32
    /// Needs that one covers which can still be begun.
    let hasUpcoming: UInt32
    /// Of those, that one covers online or in the region, and also in the way and language asked for.
    let inRegion: UInt32
    let asAsked: UInt32
    /// No program was left out unseen.
    let isComplete: Bool

    /// 40 programs for each need: what comes after them teaches less of the gap, or the same at a higher price.
    private static let programsPerNeed = 40

    init(_ request: PlanRequest, needs: [SkillNeed], catalogue: Catalogue) {
        let limits = Self.limits(request, today: catalogue.today)
        let (chosen, sawAll) = Self.programs(request, needs, catalogue: catalogue)
        let series = PlanSeries(chosen, catalogue: catalogue)
        programs = series.programs
        var suitable: [PlanOffering] = []
        var taught: UInt32 = 0
        var offered: UInt32 = 0
        var hasUpcoming: UInt32 = 0
        var inRegion: UInt32 = 0
        var asAsked: UInt32 = 0
        for (number, program) in programs.enumerated() {
            let mask = needs.mask(of: program)
            taught |= needs.taughtMask(of: program)
            offered |= mask
            for offering in program.offerings where offering.isUpcoming(on: catalogue.today) {
                hasUpcoming |= mask
                guard request.region.map({ offering.isNear($0, catalogue.labourMarket) }) ?? true else { continue }
                inRegion |= mask
                guard request.deliveries.isEmpty || request.deliveries.contains(offering.delivery),
                    request.language.map({ offering.language == $0 }) ?? true
                else { continue }
                asAsked |= mask
                suitable.append(
                    PlanOffering(offering, of: program, number: number, mask: mask, usesOSAP: request.usesOSAP, load: limits.load))
            }
        }
        self.suitable = suitable
        self.taught = taught
        self.offered = offered
        self.hasUpcoming = hasUpcoming
        self.inRegion = inRegion
        self.asAsked = asAsked
        let possible = suitable.filter { $0.fitsAlone(limits) }
        let isInSeries = programs.indices.map { !series.earlier[$0].isEmpty || series.isRequired.contains($0) }
        let reduction = PlanReduction(possible, needs: needs, isInSeries: isInSeries)
        offerings = reduction.kept.map { possible[$0] }
        problem = PlanProblem(
            points: needs.map(\.points), options: offerings.map(\.option), earlier: series.earlier, requires: series.requires,
            limits: limits)
        isComplete = sawAll && series.isComplete && reduction.isComplete
    }

    private static func limits(_ request: PlanRequest, today: CalendarDate) -> PlanProblem.Limits {
        PlanProblem.Limits(
            budget: request.budget?.cents, firstDay: max(request.start ?? today, today).dayNumber, lastDay: request.by?.dayNumber,
            load: 100 * max(1, request.hoursPerWeek ?? PlanRequest.standardHours))
    }

    /// Published programs that teach something needed by an approved tag, those that teach most first.
    private static func programs(
        _ request: PlanRequest, _ needs: [SkillNeed], catalogue: Catalogue
    ) -> (programs: [Program], sawAll: Bool) {
        let best = NeedMasks(needs, catalogue: catalogue).best(programsPerNeed, OfferingWish(request, catalogue))
        return (best.places.map { catalogue.program(at: $0) }.filter { needs.taughtMask(of: $0) != 0 }, best.isComplete)
    }
}

extension PlanOffering {
    /// Within the budget and the days, when nothing else is taken.
    fileprivate func fitsAlone(_ limits: PlanProblem.Limits) -> Bool {
        if let budget = limits.budget, cost > budget { return false }
        let start = job.start ?? limits.firstDay
        guard start >= limits.firstDay, job.load <= limits.load else { return false }
        return limits.lastDay.map { start + job.length - 1 <= $0 } ?? true
    }
}

extension [SkillNeed] {
    /// A bit for each need that the program's approved tags name.
    func taughtMask(of program: Program) -> UInt32 {
        let taught = program.taught
        var mask: UInt32 = 0
        for (bit, need) in prefix(32).enumerated() where taught.contains(need.target) { mask |= 1 << UInt32(bit) }
        return mask
    }

    /// Of those, the ones it covers: in their field.
    func mask(of program: Program) -> UInt32 {
        let taught = taughtMask(of: program)
        guard taught != 0 else { return 0 }
        return prefix(32).enumerated().reduce(taught) { $1.element.isInField(program) ? $0 : $0 & ~(1 << UInt32($1.offset)) }
    }
}

extension Offering {
    /// Online, or at a place in the region.
    func isNear(_ region: Region.ID, _ labourMarket: LabourMarketInformation) -> Bool {
        switch delivery {
        case .online, .onlineLive: true
        case .inPerson, .hybrid, .workplace: place?.postalCode.flatMap(labourMarket.postalArea)?.region == region
        }
    }
}
