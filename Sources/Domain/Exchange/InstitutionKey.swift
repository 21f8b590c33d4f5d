/// A key with which an institution's own systems read and write its programs. What opens is shown once and kept only as a hash.
package struct InstitutionKey: Hashable, Sendable {
    package typealias ID = Identifier<InstitutionKey>

    package enum Scope: String, Sendable, CaseIterable {
        /// Programs of the institution in every state.
        case read
        /// The same, and to add, change and archive them.
        case write
    }

    package let id: ID
    package let institution: Institution.ID
    /// As its managers call it: "Student information system".
    package let name: String
    package let scope: Scope
    package let createdAt: Timestamp
    package let createdBy: Account.ID
    /// To the minute.
    package let usedAt: Timestamp?
    package let revokedAt: Timestamp?

    package init(
        id: ID, institution: Institution.ID, name: String, scope: Scope, createdAt: Timestamp, createdBy: Account.ID,
        usedAt: Timestamp? = nil,
        revokedAt: Timestamp? = nil
    ) {
        self.id = id
        self.institution = institution
        self.name = name
        self.scope = scope
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.usedAt = usedAt
        self.revokedAt = revokedAt
    }
}
