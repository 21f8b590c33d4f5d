/// A short training program that leads to a micro-credential.
package struct Program: Hashable, Sendable, Codable {
    package typealias ID = Identifier<Program>

    package let id: ID
    /// Another one only where its institution was merged into that.
    package var institution: Institution.ID
    /// The institution's own code for the program: with the institution, the key that makes an import idempotent.
    package var reference: String
    package var state: State
    package var title: LocalizedText
    /// One line: what a learner will be able to do.
    package var summary: LocalizedText
    package var description: LocalizedText
    /// Learning outcomes, in order.
    package var outcomes: [LocalizedText]
    package var department: LocalizedText
    /// Hours of learning in all. `nil` when the institution has not said.
    package var hours: Double?
    /// Length from first to last day, in weeks, at the usual pace.
    package var weeks: Double?
    package var priorEducation: PriorEducation
    package var priorEducationNote: LocalizedText
    package var credential: Credential
    package var assessment: LocalizedText
    /// Classification of Instructional Programs (CIP) Canada 2021: `51.3902`.
    package var cipCode: String?
    /// Funding the institution says applies. What the rules allow is `eligibleFunding`.
    package var funding: Set<Funding>
    package var isWorkIntegrated: Bool
    package var isHandsOn: Bool
    package var supports: Set<Support>
    package var endorsements: [Endorsement]
    package var sequence: SequenceStep?
    /// The institution's page for the program, where registration happens.
    package var url: String
    package var offerings: [Offering]
    package var tags: [Tag]
    /// The last day somebody at the institution said "this is still right".
    package var lastConfirmed: CalendarDate?

    package enum State: String, Codable, Sendable, CaseIterable {
        case draft, published, archived
    }

    package init(
        id: ID, institution: Institution.ID, reference: String, state: State = .published,
        title: LocalizedText, summary: LocalizedText = LocalizedText(), description: LocalizedText = LocalizedText(),
        outcomes: [LocalizedText] = [], department: LocalizedText = LocalizedText(),
        hours: Double? = nil, weeks: Double? = nil,
        priorEducation: PriorEducation = .none, priorEducationNote: LocalizedText = LocalizedText(),
        credential: Credential = .microCredential, assessment: LocalizedText = LocalizedText(), cipCode: String? = nil,
        funding: Set<Funding> = [], isWorkIntegrated: Bool = false, isHandsOn: Bool = false, supports: Set<Support> = [],
        endorsements: [Endorsement] = [], sequence: SequenceStep? = nil,
        url: String, offerings: [Offering] = [], tags: [Tag] = [], lastConfirmed: CalendarDate? = nil
    ) {
        self.id = id
        self.institution = institution
        self.reference = reference
        self.state = state
        self.title = title
        self.summary = summary
        self.description = description
        self.outcomes = outcomes
        self.department = department
        self.hours = hours
        self.weeks = weeks
        self.priorEducation = priorEducation
        self.priorEducationNote = priorEducationNote
        self.credential = credential
        self.assessment = assessment
        self.cipCode = cipCode
        self.funding = funding
        self.isWorkIntegrated = isWorkIntegrated
        self.isHandsOn = isHandsOn
        self.supports = supports
        self.endorsements = endorsements
        self.sequence = sequence
        self.url = url
        self.offerings = offerings
        self.tags = tags
        self.lastConfirmed = lastConfirmed
    }
}
