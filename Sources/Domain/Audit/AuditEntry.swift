/// One administrative act. Values are words and keys, never names, addresses or secrets.
package struct AuditEntry: Hashable, Sendable {
    package var actor: AuditActor
    package var act: AuditAct
    /// At which institution; `nil` for what concerns all.
    package var institution: Institution.ID?
    /// The key of what it was done to.
    package var subject: String
    package var oldValue: String?
    package var newValue: String?

    package init(
        _ act: AuditAct, by actor: AuditActor, on subject: String, at institution: Institution.ID? = nil, from oldValue: String? = nil,
        to newValue: String? = nil
    ) {
        self.actor = actor
        self.act = act
        self.institution = institution
        self.subject = subject
        self.oldValue = oldValue
        self.newValue = newValue
    }
}

/// An entry in its place in the chain.
package struct ChainedAuditEntry: Hashable, Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let at: Timestamp
    package let entry: AuditEntry
    package let previousHash: String
    package let hash: String

    package init(number: Int, at: Timestamp, entry: AuditEntry, previousHash: String, hash: String) {
        self.number = number
        self.at = at
        self.entry = entry
        self.previousHash = previousHash
        self.hash = hash
    }
}
