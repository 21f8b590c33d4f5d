/// What an employer asks institutions: written once, delivered to each of them.
package struct Inquiry: Hashable, Sendable {
    package typealias ID = Identifier<Inquiry>

    package enum Purpose: String, Codable, Sendable, CaseIterable {
        case trainStaff = "train-staff"
        case hireGraduates = "hire-graduates"
        case both
        /// Something else about one program.
        case question
    }

    /// How far it has come. Institutions know nothing of it before it is sent.
    package enum State: String, Sendable, CaseIterable {
        case draft
        /// Waits for a word from the mailbox it claims to be from.
        case unverified
        case sent
    }

    package let id: ID
    package var state: State
    /// In which answers are wished.
    package var language: Language
    package var purpose: Purpose
    /// As it was typed: `12`, `10 to 15`; empty when nothing was said. The same goes for the two below.
    package var headCount: String
    package var place: String
    package var timing: String
    package var message: String
    package var name: String
    package var organisation: String
    /// `nil` in a draft without one.
    package var email: EmailAddress?
    /// The wording that was agreed to: `2026-11`. `nil` before.
    package var consent: String?
    package var programs: [Program.ID]
    /// Asked without naming a program of theirs, beside the institutions of the programs.
    package var institutions: [Institution.ID]
    package var createdAt: Timestamp
    /// When everything about it is erased.
    package var expiresAt: Timestamp

    package init(
        id: ID, state: State = .draft, language: Language, purpose: Purpose = .trainStaff, headCount: String = "", place: String = "",
        timing: String = "", message: String = "", name: String = "", organisation: String = "", email: EmailAddress? = nil,
        consent: String? = nil, programs: [Program.ID], institutions: [Institution.ID] = [], createdAt: Timestamp, expiresAt: Timestamp
    ) {
        self.id = id
        self.state = state
        self.language = language
        self.purpose = purpose
        self.headCount = headCount
        self.place = place
        self.timing = timing
        self.message = message
        self.name = name
        self.organisation = organisation
        self.email = email
        self.consent = consent
        self.programs = programs
        self.institutions = institutions
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
