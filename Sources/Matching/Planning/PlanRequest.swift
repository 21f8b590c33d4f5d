package import Domain

/// What somebody asks of a plan: from where, to where, within which limits.
package struct PlanRequest: Hashable, Sendable {
    /// The job they have or had; `nil` when only skills are known.
    package var from: OccupationCode?
    /// Skills and tools they have besides.
    package var held: Set<TagTarget>
    package var to: OccupationCode
    package var budget: Money?
    /// The first day; today when it is `nil` or past.
    package var start: CalendarDate?
    /// The day by which everything must have ended.
    package var by: CalendarDate?
    /// Hours a week there are for learning; `standardHours` when it is `nil`.
    package var hoursPerWeek: Int?
    /// Ways of teaching that will do; any when empty.
    package var deliveries: Set<Offering.Delivery>
    /// Where somebody can go; online programs count everywhere.
    package var region: Region.ID?
    package var language: Language?
    /// Whether OSAP is to pay: then no two programs it pays for may take place at the same time.
    package var usesOSAP: Bool

    /// A whole week of work.
    package static let standardHours = 40

    package init(
        from: OccupationCode? = nil, held: Set<TagTarget> = [], to: OccupationCode, budget: Money? = nil, start: CalendarDate? = nil,
        by: CalendarDate? = nil, hoursPerWeek: Int? = nil, deliveries: Set<Offering.Delivery> = [], region: Region.ID? = nil,
        language: Language? = nil, usesOSAP: Bool = true
    ) {
        self.from = from
        self.held = held
        self.to = to
        self.budget = budget
        self.start = start
        self.by = by
        self.hoursPerWeek = hoursPerWeek
        self.deliveries = deliveries
        self.region = region
        self.language = language
        self.usesOSAP = usesOSAP
    }
}
