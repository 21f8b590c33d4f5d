package import Domain

/// What a person cannot go beyond: programs that do are set aside, counted, and shown again when the person says so.
///
/// Only what is known speaks against a program: one without a price, a place or dates stays.
package struct Constraints: Hashable, Sendable {
    /// In the order they are told.
    package enum Kind: String, CaseIterable, Sendable {
        case education, place, delivery, budget
    }

    /// What the person has finished; empty when they have not said.
    package var education: Set<PriorEducation>
    package var budget: Money?
    /// Ways of learning they would take; empty for any.
    package var deliveries: Set<Offering.Delivery>
    package var near: Nearness?
    /// Not applied now: the person wants to see these as well.
    package var relaxed: Set<Kind>

    package struct Nearness: Hashable, Sendable {
        package let centre: Coordinate
        package let kilometres: Double

        package init(centre: Coordinate, kilometres: Double) {
            self.centre = centre
            self.kilometres = kilometres
        }
    }

    package init(
        education: Set<PriorEducation> = [], budget: Money? = nil, deliveries: Set<Offering.Delivery> = [], near: Nearness? = nil,
        relaxed: Set<Kind> = []
    ) {
        self.education = education
        self.budget = budget
        self.deliveries = deliveries
        self.near = near
        self.relaxed = relaxed
    }

    /// Those the person stated and did not relax.
    package var active: [Kind] { Kind.allCases.filter { isStated($0) && !relaxed.contains($0) } }

    package func isStated(_ kind: Kind) -> Bool {
        switch kind {
        case .education: !education.isEmpty
        case .place: near != nil
        case .delivery: !deliveries.isEmpty
        case .budget: budget != nil
        }
    }

    /// Whether a person could take the program: one and the same upcoming offering meets everything said about place, delivery and price.
    package func allow(_ program: Program, without ignored: Kind? = nil, on today: CalendarDate, _ labourMarket: LabourMarketInformation)
        -> Bool
    {
        let kinds = active.filter { $0 != ignored }
        if kinds.contains(.education), !program.priorEducation.isMet(by: education) { return false }
        let ofOfferings = kinds.filter { $0 != .education }
        guard !ofOfferings.isEmpty else { return true }
        let upcoming = program.offerings.filter { $0.isUpcoming(on: today) }
        return upcoming.isEmpty || upcoming.contains { offering in ofOfferings.allSatisfy { allows($0, offering, labourMarket) } }
    }

    private func allows(_ kind: Kind, _ offering: Offering, _ labourMarket: LabourMarketInformation) -> Bool {
        switch kind {
        case .education: true
        case .delivery: deliveries.contains(offering.delivery)
        case .budget: offering.price.map { $0 <= budget ?? $0 } ?? true
        case .place: distance(to: offering, labourMarket).map { $0 <= near?.kilometres ?? $0 } ?? true
        }
    }

    /// Kilometres one would have to travel; `nil` for what is online, and where the place is not known.
    func distance(to offering: Offering, _ labourMarket: LabourMarketInformation) -> Double? {
        guard let near, offering.delivery != .online, offering.delivery != .onlineLive else { return nil }
        return offering.place?.postalCode.flatMap { labourMarket.postalArea($0) }?.coordinate.kilometres(to: near.centre)
    }
}

/// How many related programs a person's limits left out.
package struct SetAside: Hashable, Sendable {
    package var total = 0
    /// How many would come back if this one limit were dropped and the others kept.
    package var byKind: [Constraints.Kind: Int] = [:]
    /// How many go beyond more than one limit: dropping a single one would not bring them back.
    package var beyondSeveral = 0

    package init() {}

    mutating func add(_ program: Program, _ constraints: Constraints, on today: CalendarDate, _ labourMarket: LabourMarketInformation) {
        total += 1
        let kinds = constraints.active.filter { constraints.allow(program, without: $0, on: today, labourMarket) }
        for kind in kinds { byKind[kind, default: 0] += 1 }
        if kinds.isEmpty { beyondSeveral += 1 }
    }
}
