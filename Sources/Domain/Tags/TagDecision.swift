/// What a person said about one tag of a program, and what was there before: what undoing brings back.
package struct TagDecision: Hashable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable { case approved, rejected }

    package enum Origin: String, Sendable, CaseIterable {
        /// The portal had read it out of the text.
        case suggestion
        /// An import gave a former code that was divided.
        case formerCode = "former-code"
        /// Nobody had suggested it.
        case hand
    }

    package let program: Program.ID
    package let target: TagTarget
    package let verdict: Verdict
    package let origin: Origin
    /// Of the suggestion.
    package let confidence: Double?
    /// What the program's text was read with at the time; empty when it was not.
    package let matcher: String
    /// The tag as it was; `nil` when there was none.
    package let before: Tag?

    package init(
        program: Program.ID, target: TagTarget, verdict: Verdict, origin: Origin, confidence: Double?, matcher: String, before: Tag?
    ) {
        self.program = program
        self.target = target
        self.verdict = verdict
        self.origin = origin
        self.confidence = confidence
        self.matcher = matcher
        self.before = before
    }
}

/// Decisions made at one stroke, undone at one stroke.
package struct TagReview: Hashable, Sendable {
    package typealias ID = Identifier<TagReview>

    package enum Manner: String, Sendable, CaseIterable {
        /// One program of the queue.
        case program
        /// Many programs by confidence.
        case bulk
        /// On the page of a program's tags.
        case hand
    }

    package let id: ID
    package let institution: Institution.ID
    package let account: Account.ID
    package let manner: Manner
    package let at: Timestamp
    package var undoneAt: Timestamp?

    package init(
        id: ID, institution: Institution.ID, account: Account.ID, manner: Manner, at: Timestamp, undoneAt: Timestamp? = nil
    ) {
        self.id = id
        self.institution = institution
        self.account = account
        self.manner = manner
        self.at = at
        self.undoneAt = undoneAt
    }
}
