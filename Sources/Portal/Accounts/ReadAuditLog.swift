package import Domain
import Storage

/// The log of administrative acts, for those who may read it, and whether it is whole.
package struct ReadAuditLog: Sendable {
    let desk: AccountDesk

    private var log: AuditLog { AuditLog(desk.database) }

    /// The newest first.
    package func callAsFunction(before number: Int = .max, limit: Int) async throws -> [ChainedAuditEntry] {
        try await log.entries(before: number, limit: limit)
    }

    package func verify() async throws -> AuditFinding { try await log.verify() }
}
