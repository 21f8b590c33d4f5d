/// An employer who says that institutions may contact them, and about what.
package struct DirectoryEntry: Hashable, Sendable {
    package typealias ID = Identifier<DirectoryEntry>

    package enum Interest: String, Codable, Sendable, CaseIterable {
        case trainStaff = "train-staff"
        case hireGraduates = "hire-graduates"
        case workPlacements = "work-placements"
    }

    package let id: ID
    /// Of the portal's mail to them, and of what stands around an institution's message.
    package var language: Language
    package var organisation: String
    /// Whom to address.
    package var contact: String
    package var email: EmailAddress
    package var interests: [Interest]
    /// Sectors of NAICS.
    package var industries: [Industry.Code]
    /// Empty for everywhere.
    package var regions: [Region.ID]
    package var note: String
    /// The wording that was agreed to: `2026-11`.
    package var consent: String
    /// Hidden for a while, at the employer's wish.
    package var isPaused: Bool
    package var createdAt: Timestamp
    /// When its address was verified: institutions see it from then on.
    package var confirmedAt: Timestamp?
    /// Erased after that.
    package var expiresAt: Timestamp

    package init(
        id: ID, language: Language, organisation: String, contact: String, email: EmailAddress, interests: [Interest],
        industries: [Industry.Code], regions: [Region.ID] = [], note: String = "", consent: String, isPaused: Bool = false,
        createdAt: Timestamp, confirmedAt: Timestamp? = nil, expiresAt: Timestamp
    ) {
        self.id = id
        self.language = language
        self.organisation = organisation
        self.contact = contact
        self.email = email
        self.interests = interests
        self.industries = industries
        self.regions = regions
        self.note = note
        self.consent = consent
        self.isPaused = isPaused
        self.createdAt = createdAt
        self.confirmedAt = confirmedAt
        self.expiresAt = expiresAt
    }

    /// What another one says, of the same address, in the place of what this one said.
    package mutating func take(_ other: DirectoryEntry) {
        language = other.language
        organisation = other.organisation
        contact = other.contact
        interests = other.interests
        industries = other.industries
        regions = other.regions
        note = other.note
        consent = other.consent
        isPaused = false
    }
}
