/// What a walk along the chain found.
package enum AuditFinding: Hashable, Sendable {
    case whole(entries: Int, hash: String)
    /// The first entry that is missing, or not as it was written.
    case broken(at: Int)
}
