/// One line of the ledger of consents: what somebody agreed to or took back, when, how, and to which wording. It names nobody.
package struct ConsentRecord: Hashable, Sendable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// To stand in the employers' directory, and to be written to by institutions.
        case directory
        /// To be written to by one institution.
        case outreach
        /// That an inquiry is passed on and answered.
        case inquiry
    }

    package enum Act: String, Sendable, CaseIterable {
        case given, changed, renewed, paused, resumed, withdrawn, expired
        /// Taken out of the directory by an operator.
        case removed
    }

    /// By which act of whom.
    package enum Way: String, Sendable, CaseIterable {
        /// The button on the page of a mail's link.
        case link
        /// The private page.
        case page
        /// One click in a mail program (RFC 8058).
        case oneClick = "one-click"
        /// The page that erases everything.
        case erasure
        /// Nobody: its time was over.
        case time
        /// An operator, in the console or on the machine.
        case `operator`
    }

    package var at: Timestamp
    package var purpose: Purpose
    package var act: Act
    package var way: Way
    /// The wording that was shown, and its language; `nil` where none was.
    package var wording: String?
    package var language: Language?
    /// From which institution, where it is about one.
    package var institution: Institution.ID?

    package init(
        _ purpose: Purpose, _ act: Act, by way: Way, at now: Timestamp, wording: String? = nil, in language: Language? = nil,
        from institution: Institution.ID? = nil
    ) {
        at = now
        self.purpose = purpose
        self.act = act
        self.way = way
        self.wording = wording
        self.language = language
        self.institution = institution
    }
}
