/// What an employer looked for and did not find, in their own words, for institutions to read. Who asks is hidden until they agree.
package struct NeedRequest: Hashable, Sendable {
    package typealias ID = Identifier<NeedRequest>

    package let id: ID
    /// The employer's: mail is written in it.
    package var language: Language
    package var wanted: String
    /// Skills and technologies, as far as they are in the taxonomies.
    package var targets: [TagTarget]
    package var occupation: OccupationCode?
    package var region: Region.ID?
    /// How many people it is for; `nil` when nobody said.
    package var people: Int?
    package var email: EmailAddress
    /// Empty when nobody said.
    package var organisation: String
    package var createdAt: Timestamp
    /// When its e-mail address was verified: institutions see it from then on.
    package var confirmedAt: Timestamp?
    /// Erased after that.
    package var expiresAt: Timestamp

    package init(
        id: ID, language: Language, wanted: String, targets: [TagTarget] = [], occupation: OccupationCode? = nil, region: Region.ID? = nil,
        people: Int? = nil, email: EmailAddress, organisation: String = "", createdAt: Timestamp, confirmedAt: Timestamp? = nil,
        expiresAt: Timestamp
    ) {
        self.id = id
        self.language = language
        self.wanted = wanted
        self.targets = targets
        self.occupation = occupation
        self.region = region
        self.people = people
        self.email = email
        self.organisation = organisation
        self.createdAt = createdAt
        self.confirmedAt = confirmedAt
        self.expiresAt = expiresAt
    }
}

/// An institution's word that a program for a request is there, or will be.
package struct NeedPledge: Hashable, Sendable {
    package typealias ID = Identifier<NeedPledge>

    package let id: ID
    package var request: NeedRequest.ID
    package var institution: Institution.ID
    /// Who gave it.
    package var account: Account.ID
    /// One that is published; `nil` for a planned one.
    package var program: Program.ID?
    /// What is planned, in a few words.
    package var planned: String?
    /// The day a planned one is to begin.
    package var readyOn: CalendarDate?
    /// To the employer; may be empty.
    package var note: String
    package var createdAt: Timestamp
    /// When the employer agreed that this institution learns who asks.
    package var revealedAt: Timestamp?

    package init(
        id: ID, request: NeedRequest.ID, institution: Institution.ID, account: Account.ID, program: Program.ID? = nil,
        planned: String? = nil,
        readyOn: CalendarDate? = nil, note: String = "", createdAt: Timestamp, revealedAt: Timestamp? = nil
    ) {
        self.id = id
        self.request = request
        self.institution = institution
        self.account = account
        self.program = program
        self.planned = planned
        self.readyOn = readyOn
        self.note = note
        self.createdAt = createdAt
        self.revealedAt = revealedAt
    }
}
